import { z } from 'zod'
import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { anything, call, escapedUrn, inList, isGone } from '#connectors/_linkedin/api.ts'

export const metrics: Metrics = { posts, channel }

/** Organization Share Statistics, li-lms-2026-03, read 2026-11-25: of the last twelve months, without advertising. */
const statisticsSchema = z.object({
  elements: z.array(
    z.object({
      share: z.string().optional(),
      ugcPost: z.string().optional(),
      totalShareStatistics: z.object({
        likeCount: z.number().default(0),
        shareCount: z.number().default(0),
        commentCount: z.number().default(0),
        impressionCount: z.number().default(0),
        uniqueImpressionsCount: z.number().optional(),
        clickCount: z.number().default(0),
      }),
    }),
  ),
})

const atOnce = 50

async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  for (let at = 0; at < remoteIds.length; at += atOnce) {
    const urns = remoteIds.slice(at, at + atOnce)
    const read = await statistics(tools, account, urns)
    if (!read.ok) return read
    Object.assign(counts, read.value)
  }
  // LinkedIn leaves out what nobody has seen yet, as it does what is gone.
  for (const urn of remoteIds.filter((one) => !counts[one])) {
    const path = `posts/${escapedUrn(urn)}?viewContext=AUTHOR`
    const answer = await call(tools, account, { path }, anything)
    if (answer.ok) counts[urn] = unseen
    else if (!isGone(answer.failure)) return answer
  }
  return done(counts)
}

const unseen: PostCounts = { likes: 0, reposts: 0, replies: 0, views: 0, reach: 0, clicks: 0 }

async function statistics(
  tools: Tools,
  account: Account,
  urns: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const named = (kind: string) => urns.filter((urn) => urn.startsWith(`urn:li:${kind}:`))
  const lists = [
    ['shares', named('share')],
    ['ugcPosts', named('ugcPost')],
  ] as const
  const asked = lists.filter(([, list]) => list.length > 0)
  if (asked.length === 0) return done({})
  const path =
    `organizationalEntityShareStatistics?q=organizationalEntity` +
    `&organizationalEntity=${escapedUrn(account.remoteId)}` +
    asked.map(([name, list]) => `&${name}=${inList(list)}`).join('')
  const answer = await call(tools, account, { path }, statisticsSchema)
  if (!answer.ok) return answer
  const counts = answer.value.elements.flatMap(({ share, ugcPost, totalShareStatistics: all }) => {
    const urn = share ?? ugcPost
    if (!urn) return []
    const counted: PostCounts = {
      likes: all.likeCount,
      reposts: all.shareCount,
      replies: all.commentCount,
      views: all.impressionCount,
      reach: all.uniqueImpressionsCount,
      clicks: all.clickCount,
    }
    return [[urn, counted] as const]
  })
  return done(Object.fromEntries(counts))
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const urn = escapedUrn(account.remoteId)
  const path = `networkSizes/${urn}?edgeType=COMPANY_FOLLOWED_BY_MEMBER`
  const answer = await call(tools, account, { path }, z.object({ firstDegreeSize: z.number() }))
  return answer.ok ? done({ followers: answer.value.firstDegreeSize }) : answer
}
