import type { Account, Metrics, PostCounts, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { messageSchema } from '#connectors/_discord/message.ts'
import { paced } from '#connectors/_discord/pace.ts'
import { callAs } from './api.ts'
import { messagePath } from './publish.ts'

export const metrics: Metrics = { posts, channel: async () => done({}) }

/** Reactions, whatever they are. A webhook is shown one message at a time. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const series = paced(tools)
  const counts: Record<string, PostCounts> = {}
  for (const id of remoteIds) {
    const message = await callAs(series, account, { path: messagePath(id) }, messageSchema)
    if (message.ok) {
      counts[id] = { likes: message.value.reactions.reduce((sum, { count }) => sum + count, 0) }
      // 10008: it was deleted on Discord.
    } else if (!message.failure.detail.includes('(10008)')) return message
  }
  return done(counts)
}
