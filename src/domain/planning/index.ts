export { shelve } from './evergreen/keep-evergreen.ts'
export { createRecurrence } from './recurrences/create-recurrence.ts'
export { putSlots } from './slots/store.ts'
