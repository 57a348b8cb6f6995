import { deliveryCounts, followersAt } from '#domain/analytics/index.ts'
import { humanClicksWithin } from '#domain/links/index.ts'
import { postsOf } from '#domain/publishing/index.ts'
import type { Executor } from '#platform/db/database.ts'
import type { FigureKind, PostFacts, PostState } from './model.ts'

type Post = Awaited<ReturnType<typeof postsOf>>[number]
type Departure = Post['deliveries'][number] & { publishedAt: Date }

/** What people did with a post, as far as every network tells it. */
export const REACTIONS = ['likes', 'reposts', 'replies'] as const
const HOUR_MS = 3_600_000
const EXCERPT = 140

interface Asked {
  figure: FigureKind
  windowHours: number
  /** The instant of the reading: what comes later is not looked at. */
  at: Date
}

/**
 * What each post brought during its own first hours, and what it could have brought. A post sent to
 * several accounts is one: their figures and their followers are added up.
 */
export async function readFacts(
  db: Executor,
  companyId: string,
  postIds: readonly string[],
  asked: Asked,
): Promise<PostFacts[]> {
  const posts = await postsOf(db, companyId, [...postIds])
  return Promise.all(posts.map((post) => factsOf(db, companyId, post, asked)))
}

async function factsOf(
  db: Executor,
  companyId: string,
  post: Post,
  asked: Asked,
): Promise<PostFacts> {
  const departures = post.deliveries.filter(
    (one): one is Departure => one.publishedAt !== null && one.publishedAt <= asked.at,
  )
  const times = departures.map(({ publishedAt }) => publishedAt.getTime()).sort((x, y) => x - y)
  const facts: PostFacts = {
    postId: post.id,
    excerpt: post.text.slice(0, EXCERPT),
    state: stateOf(post, departures, asked),
    publishedAt: times.length > 0 ? new Date(times[0] ?? 0) : null,
    countedUntil: times.length > 0 ? endOf(new Date(times.at(-1) ?? 0), asked) : null,
    channelIds: [...new Set(departures.map(({ channelId }) => channelId))],
    url: departures[0]?.remoteUrl ?? null,
    count: null,
    exposures: { posts: 1 },
  }
  return facts.state === 'counted' ? count(db, companyId, facts, departures, asked) : facts
}

function stateOf(post: Post, departures: readonly Departure[], asked: Asked): PostState {
  const underWay = ['planned', 'sending', 'handed', 'unknown']
  if (post.deliveries.some(({ state }) => underWay.includes(state))) return 'waiting'
  if (departures.length > 0) {
    return departures.every((one) => endOf(one.publishedAt, asked) <= asked.at)
      ? 'counted'
      : 'counting'
  }
  return post.state === 'draft' || post.state === 'scheduled' ? 'waiting' : 'missing'
}

async function count(
  db: Executor,
  companyId: string,
  facts: PostFacts,
  departures: readonly Departure[],
  asked: Asked,
): Promise<PostFacts> {
  const told = await Promise.all(departures.map((one) => readNetwork(db, companyId, one, asked)))
  const clicks =
    asked.figure === 'clicks' ? await clicksOf(db, companyId, departures, asked) : undefined
  const known = asked.figure === 'clicks' ? clicks : sumOf(told.map(({ reactions }) => reactions))
  const unknown = asked.figure === 'clicks' ? 'no-link' : 'unread'
  return {
    ...facts,
    state: known === undefined ? unknown : 'counted',
    count: known ?? null,
    exposures: {
      posts: 1,
      ...positive('views', sumOf(told.map(({ views }) => views))),
      ...positive('followers', sumOf(told.map(({ followers }) => followers))),
    },
  }
}

/** Clicks of all departures; unknown as soon as one of them left without a link of ours. */
async function clicksOf(
  db: Executor,
  companyId: string,
  departures: readonly Departure[],
  asked: Asked,
): Promise<number | undefined> {
  const windows = departures.map(({ id, publishedAt }) => ({
    deliveryId: id,
    from: publishedAt,
    to: endOf(publishedAt, asked),
  }))
  const clicks = await humanClicksWithin(db, companyId, windows)
  return sumOf(departures.map(({ id }) => clicks.get(id)))
}

async function readNetwork(db: Executor, companyId: string, one: Departure, asked: Asked) {
  const end = endOf(one.publishedAt, asked)
  const told = (await deliveryCounts(db, companyId, [one.id], end)).get(one.id)
  const followers =
    (await followersAt(db, companyId, one.channelId, one.publishedAt)) ??
    (await followersAt(db, companyId, one.channelId, end))
  return {
    reactions: told && REACTIONS.reduce((sum, metric) => sum + (told[metric] ?? 0), 0),
    views: told?.['views'],
    followers: followers ?? undefined,
  }
}

function endOf(publishedAt: Date, { windowHours }: Asked): Date {
  return new Date(publishedAt.getTime() + windowHours * HOUR_MS)
}

/** A sum of which one part is unknown is unknown. */
function sumOf(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce<number | undefined>(
    (sum, value) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  )
}

function positive<K extends string>(name: K, value: number | undefined) {
  return value ? ({ [name]: value } as Record<K, number>) : {}
}
