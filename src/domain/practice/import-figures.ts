import { Temporal } from 'temporal-polyfill'
import { importFacts, type Reading } from '#domain/analytics/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import { followersOver } from '#sandbox/index.ts'
import type { ShopAccount } from './open-accounts.ts'
import { DAYS } from './plan-past.ts'
import type { Told } from './tell-past.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** The desk follows a post for thirty days. */
const FOLLOWED = 30 * DAY
/** Hours after a post left at which it was read, beside once a day. */
const EARLY = [1, 2, 3, 5, 8, 12, 18, 24, 48, 72]

type Figures = Omit<Reading, 'timeZone'>

/** Writes the readings the desk would have made: every evening, more often when a post was fresh, and just now. */
export async function importFigures(
  desk: Desk,
  company: Company,
  { account, channel }: ShopAccount,
  told: readonly Told[],
): Promise<void> {
  const now = desk.clock.now()
  const evenings = eveningsUntil(now, company.timeZone)
  const base = { companyId: company.id, channelId: channel.id }
  const ofPosts = told.flatMap((one) => postReadings(base, one, evenings, now))
  const moments = [...evenings, now]
  const followers = await followersOver(desk, account, moments)
  const ofChannel = moments.flatMap((readAt, i): Figures[] => {
    const posts = told.filter(({ publishedAt }) => publishedAt <= readAt).length
    const of = { ...base, subject: 'channel' as const, subjectId: channel.id, readAt }
    return [
      { ...of, metric: 'followers', value: followers[i] ?? 0 },
      { ...of, metric: 'posts', value: posts },
    ]
  })
  await importFacts(desk.db, [...ofPosts, ...ofChannel], company.timeZone)
}

function postReadings(
  base: { companyId: string; channelId: string },
  { deliveryId, publishedAt, aftermath }: Told,
  evenings: readonly Date[],
  now: Date,
): Figures[] {
  const left = publishedAt.getTime()
  const early = EARLY.map((hours) => new Date(left + hours * HOUR))
  const moments = [...early, ...evenings, now]
    .filter((at) => at.getTime() > left && at.getTime() - left <= FOLLOWED && at <= now)
    .sort((a, b) => a.getTime() - b.getTime())
  const of = { ...base, subject: 'delivery' as const, subjectId: deliveryId }
  return curves(aftermath).flatMap(({ metric, steps }) => {
    let value = 0
    let next = 0
    return moments.map((readAt) => {
      for (; (steps[next]?.at ?? Infinity) <= readAt.getTime(); next++)
        value += steps[next]?.count ?? 0
      return { ...of, metric, readAt, value }
    })
  })
}

/** What each figure grew by, and when, by the names the desk gives to figures. */
function curves({ reactions, views }: Told['aftermath']) {
  const steps = (kind: string) =>
    reactions.filter((r) => r.kind === kind).map(({ at }) => ({ at, count: 1 }))
  return [
    { metric: 'likes', steps: steps('like') },
    { metric: 'reposts', steps: steps('reshare') },
    { metric: 'replies', steps: steps('comment') },
    { metric: 'views', steps: views },
  ]
}

/** Half past eleven at night, from the day before the first post to yesterday. */
function eveningsUntil(now: Date, timeZone: string): Date[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return Array.from({ length: DAYS + 2 }, (_, i) => {
    const day = today.subtract({ days: DAYS + 2 - i })
    const evening = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from('23:30') })
    return new Date(evening.epochMilliseconds)
  })
}
