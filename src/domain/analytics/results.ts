import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Channel, listChannels } from '#domain/channels/index.ts'
import { companyOf } from '#domain/governance/index.ts'
import { publishedDeliveries } from '#domain/publishing/index.ts'
import { type Language, say } from '#platform/text.ts'
import type { FigureView, ResultsView, resultsQuery } from './api.ts'
import { followersOf } from './counts.ts'
import { addDays, daysBetween, startOfDay } from './days.ts'
import { daysRead, engagementGains } from './gains.ts'
import { humanClicks } from '#domain/links/index.ts'
import { enteredBy } from './by-hand/entered.ts'
import { tells } from './by-hand/tells.ts'
import { checkInsWithin } from './by-hand/visits.ts'
import type { Period } from './period.ts'
import { provenanceOf } from './provenance.ts'
import { rankPosts } from './rank-posts.ts'
import { curveLabel, labels } from './sentences.ts'

type Query = z.output<typeof resultsQuery>

/**
 * One page of results: its figures against the period before, one curve, the accounts, the posts ranked.
 * A figure nobody can know yet is null, and every figure says where it comes from.
 */
export async function resultsOf(
  desk: Desk,
  companyId: string,
  query: Query,
  language: Language,
): Promise<ResultsView> {
  const { timeZone } = await companyOf(desk.db, companyId)
  const days = daysBetween(query.from, query.to)
  const previousTo = addDays(query.from, -1)
  const previousFrom = addDays(query.from, -days.length)
  const scope = { companyId, timeZone, channelId: query.channelId }
  const [all, now, before] = await Promise.all([
    listChannels(desk.db, companyId),
    readPeriod(desk, scope, query.from, query.to),
    readPeriod(desk, scope, previousFrom, previousTo),
  ])
  const channels = all.filter((channel) => !query.channelId || channel.id === query.channelId)
  const explain = provenanceOf(desk, { channels, now, before, days: days.length }, language)
  return {
    from: query.from,
    to: query.to,
    previousFrom,
    previousTo,
    timeZone,
    figures: figuresOf(now, before, channels, language, explain),
    curve: {
      label: say(curveLabel, language),
      current: curve(now, days),
      previous: curve(before, daysBetween(previousFrom, previousTo)),
      provenance: explain('engagement'),
    },
    channels: channels.map((channel) => presentChannel(desk, channel, now)),
    posts: await rankPosts(
      desk,
      { ...scope, from: query.from, to: query.to },
      now.clicks.byDelivery,
    ),
  }
}

async function readPeriod(
  desk: Desk,
  scope: { companyId: string; timeZone: string; channelId: string | undefined },
  from: string,
  to: string,
): Promise<Period> {
  const { companyId, timeZone, channelId } = scope
  const start = startOfDay(from, timeZone)
  const end = startOfDay(addDays(to, 1), timeZone)
  const one = channelId ? { channelId } : {}
  const ids = channelId
    ? [channelId]
    : (await listChannels(desk.db, companyId)).map((channel) => channel.id)
  const [deliveries, gains, read, followers, clicks, entered, checkIns] = await Promise.all([
    publishedDeliveries(desk.db, { companyId, ...one, from: start, to: end }),
    engagementGains(desk.db, { ...scope, from, to }),
    daysRead(desk.db, { ...scope, from, to }),
    followersOf(desk.db, companyId, ids, end),
    humanClicks(desk.db, { companyId, ...one, from: start, to: end }),
    enteredBy(desk.db, { ...scope, from, to }),
    checkInsWithin(desk.db, { ...scope, from, to }),
  ])
  const postsByChannel = new Map<string, number>()
  for (const { channelId: on } of deliveries)
    postsByChannel.set(on, (postsByChannel.get(on) ?? 0) + 1)
  const posts = deliveries.length
  return {
    from,
    to,
    posts,
    postsByChannel,
    gains,
    read,
    followers,
    clicks,
    entered,
    checkIns,
  }
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

const engagement = ({ gains, read }: Period) =>
  read.size === 0 ? null : sum(gains.map((gain) => gain.value))

function followers(period: Period, channels: Channel[]): number | null {
  const told = channels.flatMap(({ id }) => period.followers.get(id) ?? [])
  return told.length === 0 ? null : sum(told)
}

function rate(period: Period, channels: Channel[]): number | null {
  const total = engagement(period)
  const audience = followers(period, channels)
  return total === null || !audience ? null : (100 * total) / audience
}

function figuresOf(
  now: Period,
  before: Period,
  channels: Channel[],
  language: Language,
  explain: ReturnType<typeof provenanceOf>,
): FigureView[] {
  const figure = (
    key: FigureView['key'],
    of: (period: Period) => number | null,
    unit: FigureView['unit'] = 'count',
  ) => ({
    key,
    label: say(labels[key], language),
    value: of(now),
    before: of(before),
    unit,
    provenance: explain(key),
  })
  return [
    figure('posts', (period) => period.posts),
    figure('engagement', engagement),
    figure('engagement-rate', (period) => rate(period, channels), 'percent'),
    figure('followers', (period) => followers(period, channels)),
    figure('clicks', (period) => period.clicks.total),
    // Only a company that counts who comes in has anything to read there.
    ...(now.checkIns || before.checkIns
      ? [figure('check-ins', (period) => period.checkIns?.total ?? null)]
      : []),
  ]
}

/** A day without a reading is a hole in the curve, never a zero. */
function curve({ gains, read }: Period, days: string[]) {
  const byDay = new Map<string, number>()
  for (const { day, value } of gains) byDay.set(day, (byDay.get(day) ?? 0) + value)
  return days.map((day) => ({ day, value: read.has(day) ? (byDay.get(day) ?? 0) : null }))
}

function presentChannel(desk: Desk, channel: Channel, now: Period) {
  const gains = now.gains.filter((gain) => gain.channelId === channel.id)
  const isUnknown =
    now.read.size === 0 || (tells(desk, channel).byHand && !now.entered.has(channel.id))
  return {
    channelId: channel.id,
    engagement: isUnknown ? null : sum(gains.map((gain) => gain.value)),
    followers: now.followers.get(channel.id) ?? null,
    clicks: now.clicks.byChannel.get(channel.id) ?? 0,
    posts: now.postsByChannel.get(channel.id) ?? 0,
  }
}
