import { z } from 'zod'
import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { callAs } from './api.ts'
import { listingSchema, thingSchema } from './thing.ts'

export const metrics: Metrics = { posts, channel }

/** Votes, which Reddit blurs on purpose, and comments; a hundred things at a time. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  for (let from = 0; from < remoteIds.length; from += 100) {
    const query = { id: remoteIds.slice(from, from + 100).join(',') }
    const schema = listingSchema(thingSchema)
    const answer = await callAs(tools, account, { path: '/api/info', query }, schema)
    if (!answer.ok) return answer
    for (const { data } of answer.value.data.children) {
      // What was deleted is still there, without its author.
      if (data.author === '[deleted]') continue
      counts[data.name] = {
        likes: data.ups,
        ...(data.num_comments === undefined ? {} : { replies: data.num_comments }),
      }
    }
  }
  return done(counts)
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const profile = z.object({ subscribers: z.number().default(0) }).nullish()
  const me = await callAs(
    tools,
    account,
    { path: '/api/v1/me' },
    z.object({ name: z.string(), subreddit: profile }),
  )
  return me.ok ? done({ followers: me.value.subreddit?.subscribers ?? 0 }) : me
}
