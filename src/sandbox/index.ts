/**
 * Doors for whoever opens a practice company, or makes its network misbehave. Everything else reaches the practice network by HTTP, as one
 * reaches a network.
 */
export {
  freeHandle,
  givePassword,
  issueToken,
  openAccount,
  removeAccounts,
} from './server/accounts.ts'
export { type ClickDue, clicksDue, markVisited, nextClickDue } from './server/clicks.ts'
export { followersOver } from './server/counts.ts'
export { connectionOf } from './server/connection.ts'
export {
  answersTo,
  type Comment,
  commentsUnder,
  importHistory,
  type PastReply,
  rehearse,
  type Rehearsed,
} from './server/history.ts'
export { addFault, clearFaults, type FaultInput, faultsOn } from './server/faults.ts'
export { keepMedia } from './server/media.ts'
export { stageCrisis } from './server/stage-crisis.ts'
export { talkSoFar } from './server/talk-days.ts'
export { postUrl } from './server/addresses.ts'
export type { AccountRow, PostImage } from './server/tables.ts'
export { randomOf } from './model/random.ts'
export { viewOf } from './server/views.ts'
