export { FORGOTTEN } from './forget.ts'
export { visitsOf } from './visits.ts'
