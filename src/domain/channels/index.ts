export { originFor } from './addresses.ts'
export { accessEnds } from './access.ts'
export { accountOf, connectorOf, limitsOf } from './account.ts'
export { claimChannel, releaseChannel } from './claim.ts'
export { claimReading, nextReading, scheduleReading } from './collect-lease.ts'
export { keepChannel } from './connect-account.ts'
export { heardFrom, reportFailure } from './health.ts'
export { isMissing } from './missing-connector.ts'
export type { Channel, ChannelLimits } from './model.ts'
export { type Limited, refuseOtherAccounts } from './refuse-other-accounts.ts'
export {
  channelsOfNetwork,
  findChannel,
  findChannelById,
  findChannelByRemote,
  listChannels,
  listSites,
} from './store.ts'
export { renewAccess } from './renew-access.ts'
export { noteSighting } from './sightings.ts'
export { toolsFor, toolsOf } from './tools.ts'
export { withAccess } from './with-access.ts'
export { readSoon } from './read-soon.ts'
export { webhookListener } from './webhook-listener.ts'
