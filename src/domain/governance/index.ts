export { audit } from './audit.ts'
export { createCompany, deletePracticeCompany } from './companies.ts'
export { identity } from './identity.ts'
export { type Company, companyOf, memberNames, practiceCompanyOf } from './store.ts'
