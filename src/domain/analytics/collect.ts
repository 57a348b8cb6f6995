import type { ChannelCounts, PostCounts } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import {
  type Channel,
  claimReading,
  connectorOf,
  heardFrom,
  reportFailure,
  scheduleReading,
  withAccess,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { mailingsOf } from '#domain/subscribers/index.ts'
import { companyOf } from '#domain/governance/index.ts'
import { publishedDeliveries } from '#domain/publishing/index.ts'
import { emit } from '#platform/events/outbox.ts'
import { type Reading, recordFacts } from './record-facts.ts'

/** Posts are read back this long after they left; what networks count later is not followed, and the screen says so. */
export const FOLLOWED_DAYS = 30

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const AFTER_TROUBLE_MS = 10 * MINUTE

/** Reads the figures of the next account that is due. @returns false when none is */
export async function collectNext(desk: Desk): Promise<boolean> {
  const channel = await claimReading(desk.db, 'metrics', desk.clock.now())
  if (!channel) return false
  const { metrics } = connectorOf(desk, channel)
  if (!metrics) {
    await scheduleReading(
      desk.db,
      channel.id,
      'metrics',
      new Date(desk.clock.now().getTime() + DAY),
    )
    return true
  }
  const from = new Date(desk.clock.now().getTime() - FOLLOWED_DAYS * DAY)
  const deliveries = await publishedDeliveries(desk.db, {
    companyId: channel.companyId,
    channelId: channel.id,
    from,
  })
  const byRemote = new Map(
    deliveries.flatMap((d) => (d.remoteId ? [[d.remoteId, d.id] as const] : [])),
  )
  const mailings = mailingsOf(desk, channel)
  const posts =
    byRemote.size > 0
      ? await withAccess(desk, channel, (account, tools) =>
          metrics.posts({ ...tools, ...(mailings ? { mailings } : {}) }, account, [
            ...byRemote.keys(),
          ]),
        )
      : { ok: true as const, value: {} }
  if (!posts.ok) return keepFailure(desk, channel, posts.failure)
  const counts = await withAccess(desk, channel, (account, tools) =>
    metrics.channel(tools, account),
  )
  if (!counts.ok) return keepFailure(desk, channel, counts.failure)
  const newest = deliveries.at(-1)?.publishedAt
  await keepReadings(desk, channel, { posts: posts.value, counts: counts.value, byRemote, newest })
  return true
}

interface Told {
  posts: Record<string, PostCounts>
  counts: ChannelCounts
  byRemote: Map<string, string>
  newest: Date | undefined
}

async function keepReadings(
  desk: Desk,
  channel: Channel,
  { posts, counts, byRemote, newest }: Told,
) {
  const readAt = desk.clock.now()
  const { timeZone } = await companyOf(desk.db, channel.companyId)
  const base = { companyId: channel.companyId, channelId: channel.id, readAt, timeZone }
  const ofPosts = Object.entries(posts).flatMap(([remoteId, metrics]) => {
    const subjectId = byRemote.get(remoteId)
    return subjectId ? readingsOf({ ...base, subject: 'delivery', subjectId }, metrics) : []
  })
  const ofChannel = readingsOf({ ...base, subject: 'channel', subjectId: channel.id }, counts)
  await desk.db.transaction().execute(async (trx) => {
    await recordFacts(trx, [...ofPosts, ...ofChannel])
    await heardFrom(trx, channel.id, readAt)
    await emit(trx, channel.companyId, 'metrics.read', { channelId: channel.id })
    const wait = pause(readAt, newest, connectorOf(desk, channel).manifest.practice)
    await scheduleReading(trx, channel.id, 'metrics', new Date(readAt.getTime() + wait))
  })
}

function readingsOf(
  base: Omit<Reading, 'metric' | 'value'>,
  counts: Record<string, number | undefined>,
): Reading[] {
  return Object.entries(counts).flatMap(([metric, value]) =>
    value === undefined ? [] : [{ ...base, metric, value }],
  )
}

/** A fresh post moves fast and is read often; an old one hourly. */
function pause(now: Date, newest: Date | undefined, practice: boolean): number {
  if (practice) return 15_000
  const age = newest ? now.getTime() - newest.getTime() : Number.POSITIVE_INFINITY
  if (age < HOUR) return 2 * MINUTE
  return age < DAY ? 15 * MINUTE : HOUR
}

async function keepFailure(desk: Desk, channel: Channel, failure: Failure): Promise<true> {
  const now = desk.clock.now()
  await desk.db.transaction().execute(async (trx) => {
    await reportFailure(trx, channel.id, failure, now)
    const next =
      failure.kind === 'rate' ? failure.until : new Date(now.getTime() + AFTER_TROUBLE_MS)
    await scheduleReading(trx, channel.id, 'metrics', next, { firm: true })
  })
  return true
}
