export { api, newKey } from './api.ts'
export { download } from './download.ts'
export { membersQuery, useMembers } from './members.ts'
export { ApiProblem, fieldErrors } from './problem.ts'
export {
  type Company,
  type Session,
  sessionQuery,
  useCompany,
  useMay,
  useSession,
} from './session.ts'
export { isOwn, stillThere, useChannelMap, useChannels, useOwnChannels } from './channels.ts'
export { currentCompanyId, setCurrentCompanyId } from './current-company.ts'
