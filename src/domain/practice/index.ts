export { openPracticeCompany } from './open-practice-company.ts'
