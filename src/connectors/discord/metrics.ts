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
import { messageSchema } from '#connectors/_discord/message.ts'
import { paced } from '#connectors/_discord/pace.ts'

export const metrics: Metrics = { posts, channel }

/**
 * Reactions, whatever they are. A page of a hundred that begins at the newest post still looked for tells of all the
 * others in it, and of those that are gone.
 */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const series = paced(tools)
  const counts: Record<string, PostCounts> = {}
  let wanted = remoteIds.map(BigInt).toSorted((a, b) => (a < b ? 1 : -1))
  for (let newest = wanted[0]; newest !== undefined; newest = wanted[0]) {
    const path = `/channels/${settingsOf(account).channelId}/messages?limit=100&before=${newest + 1n}`
    const page = await callAs(series, account, { path }, z.array(messageSchema))
    if (!page.ok) return page
    const asked = new Set(wanted)
    for (const { id, reactions } of page.value) {
      if (!asked.has(BigInt(id))) continue
      counts[id] = { likes: reactions.reduce((sum, { count }) => sum + count, 0) }
    }
    const last = page.value.length < 100 ? 0n : BigInt(page.value.at(-1)?.id ?? 0)
    wanted = wanted.filter((id) => id < last)
  }
  return done(counts)
}

/** Everybody on the server: Discord does not tell who follows one channel. */
async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const path = `/guilds/${settingsOf(account).guildId}?with_counts=true`
  const schema = z.object({ approximate_member_count: z.number().optional() })
  const guild = await callAs(tools, account, { path }, schema)
  return guild.ok ? done({ followers: guild.value.approximate_member_count }) : guild
}
