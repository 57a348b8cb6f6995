import { z } from 'zod'
import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { settingsOf } from './account.ts'
import { callAs } from './api.ts'
import { type Message, messageSchema, pageSchema } from './message.ts'

export const metrics: Metrics = { posts, channel }

/**
 * Reactions and answers. A page that ends at the newest message still looked for tells of all the others in it; what
 * it does not hold is an answer in a thread, or gone.
 */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  const elsewhere: string[] = []
  let wanted = remoteIds.toSorted((a, b) => Number(b) - Number(a))
  for (let newest = wanted[0]; newest !== undefined; newest = wanted[0]) {
    const page = await pageUpTo(tools, account, newest)
    if (!page.ok) return page
    const byId = new Map(page.value.map((message) => [message.ts, message]))
    const end = page.value.length < 200 ? 0 : Number(page.value.at(-1)?.ts ?? 0)
    const within = wanted.filter((id) => Number(id) >= end)
    for (const id of within) {
      const message = byId.get(id)
      if (message) counts[id] = countsOf(message)
      else elsewhere.push(id)
    }
    wanted = wanted.filter((id) => Number(id) < end)
  }
  const others = await alone(tools, account, elsewhere)
  return others.ok ? done({ ...counts, ...others.value }) : others
}

async function pageUpTo(
  tools: Tools,
  account: Account,
  latest: string,
): Promise<Outcome<Message[]>> {
  const params = { channel: settingsOf(account).channelId, latest, inclusive: true, limit: 200 }
  const asked = { method: 'conversations.history', reads: true, params }
  const page = await callAs(tools, account, asked, pageSchema)
  return page.ok ? done(page.value.messages) : page
}

const countsOf = ({ reactions, reply_count }: Message): PostCounts => ({
  likes: reactions.reduce((sum, { count }) => sum + count, 0),
  replies: reply_count,
})

/** One request each. */
async function alone(tools: Tools, account: Account, ids: string[]) {
  const counts: Record<string, PostCounts> = {}
  const schema = z.object({ message: messageSchema })
  for (const timestamp of ids) {
    const params = { channel: settingsOf(account).channelId, timestamp, full: true }
    const asked = { method: 'reactions.get', reads: true, params }
    const answer = await callAs(tools, account, asked, schema)
    if (answer.ok) counts[timestamp] = countsOf(answer.value.message)
    else if (answer.failure.detail !== 'message_not_found') return answer
  }
  return done(counts)
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const params = { channel: settingsOf(account).channelId, include_num_members: true }
  const asked = { method: 'conversations.info', reads: true, params }
  const schema = z.object({ channel: z.object({ num_members: z.number().optional() }) })
  const info = await callAs(tools, account, asked, schema)
  return info.ok ? done({ followers: info.value.channel.num_members }) : info
}
