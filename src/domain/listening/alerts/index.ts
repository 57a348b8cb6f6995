export { mentionsOfAlert } from './mentions-of-alert.ts'
export { alertOf } from './present.ts'
