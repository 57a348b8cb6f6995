export { blockVisitor, isBlocked } from './block.ts'
export { FORGOTTEN } from './forget.ts'
export { visitsOf } from './visits.ts'
