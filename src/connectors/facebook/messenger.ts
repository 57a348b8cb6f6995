import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Conversations } from '#connectors/_meta/messages.ts'
import { graphOf } from './page.ts'

/** What is written to the page on Messenger. */
export const messengerOf = (tools: Tools, account: Account): Conversations => ({
  graph: graphOf(tools, account),
  platform: 'messenger',
  page: account.remoteId,
  isOurs: ({ id }) => id === account.remoteId,
  nobody: 'Messenger',
  url: `https://business.facebook.com/latest/inbox/all?asset_id=${account.remoteId}`,
})
