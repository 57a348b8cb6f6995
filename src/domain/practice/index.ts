export type { Practitioner } from './actor-of.ts'
export { closePracticeCompany } from './close-practice-company.ts'
export { openPracticeCompany } from './open-practice-company.ts'
