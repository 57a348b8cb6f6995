import type { Account, PollTally, Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { messageSchema } from '#connectors/_discord/message.ts'
import { tallyOf } from '#connectors/_discord/poll.ts'
import { settingsOf } from './account.ts'
import { callAs } from './api.ts'

export async function readPoll(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<PollTally>> {
  const { channelId } = settingsOf(account)
  const path = `/channels/${channelId}/messages/${encodeURIComponent(remoteId)}`
  const message = await callAs(tools, account, { path }, messageSchema)
  return message.ok ? tallyOf(message.value) : message
}
