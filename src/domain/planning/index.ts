export { createRecurrence } from './recurrences/create-recurrence.ts'
