import { Temporal } from 'temporal-polyfill'
import { deliveryCounts, ENGAGEMENT } from '#domain/analytics/index.ts'
import { connectorOf, findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { publishedDeliveries } from '#domain/publishing/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { HoursView } from './api.ts'
import { NEEDED, type PastPost, standOut } from './stand-out.ts'

const DAY = 86_400_000
/** Half a year: what was before, other people followed. */
const DAYS = 180
/** A post this young has not had most of its reactions yet. */
const REST_DAYS = 3

/**
 * Which hours served an account, from its own posts and the reactions counted under them, or that nobody can tell.
 * @throws Problem when this company has no such account
 */
export async function pastHours(
  desk: Desk,
  companyId: string,
  channelId: string,
): Promise<HoursView> {
  const channel = await findChannel(desk.db, companyId, channelId)
  if (!channel) throw new Problem(notFound)
  const facts = { needed: NEEDED, days: DAYS, restDays: REST_DAYS }
  const told: readonly string[] = connectorOf(desk, channel).manifest.metrics.post
  const metrics = ENGAGEMENT.filter((metric) => told.includes(metric))
  if (metrics.length === 0) return { ...facts, verdict: 'silent', posts: 0, hours: [] }
  const posts = await postsWithReactions(desk, { companyId, channelId, metrics })
  const verdict = standOut(posts)
  const hours = verdict.kind === 'found' ? verdict.hours : []
  return { ...facts, verdict: verdict.kind, posts: posts.length, hours }
}

interface Asked {
  companyId: string
  channelId: string
  metrics: readonly string[]
}

/** What nobody has counted yet is left out: it is unknown, not zero. */
async function postsWithReactions(
  desk: Desk,
  { companyId, channelId, metrics }: Asked,
): Promise<PastPost[]> {
  const { timeZone } = await companyOf(desk.db, companyId)
  const now = desk.clock.now().getTime()
  const left = await publishedDeliveries(desk.db, {
    companyId,
    channelId,
    from: new Date(now - DAYS * DAY),
    to: new Date(now - REST_DAYS * DAY),
  })
  const counts = await deliveryCounts(
    desk.db,
    companyId,
    left.map(({ id }) => id),
  )
  return left.flatMap(({ id, publishedAt }) => {
    const count = counts.get(id)
    if (!count) return []
    const at = Temporal.Instant.fromEpochMilliseconds(publishedAt.getTime())
    const { dayOfWeek: weekday, hour } = at.toZonedDateTimeISO(timeZone)
    const reactions = metrics.reduce((sum, metric) => sum + (count[metric] ?? 0), 0)
    return [{ weekday, hour, time: publishedAt.getTime() / DAY, reactions }]
  })
}
