export { api } from './api.ts'
export { ApiProblem, fieldErrors, type FieldProblem } from './problem.ts'
export {
  type Company,
  type Session,
  sessionQuery,
  useCompany,
  useMay,
  useSession,
} from './session.ts'
export { stillThere, useChannelMap, useChannels } from './channels.ts'
export { currentCompanyId, setCurrentCompanyId } from './current-company.ts'
