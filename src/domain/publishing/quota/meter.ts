import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { Connector } from '#connectors/_contract/connector.ts'
import type { Quota } from '#connectors/_contract/manifest.ts'
import { type Channel, connectorOf, findChannel, listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import type { Language } from '#platform/text.ts'
import { instantOf } from '../posts/wall-time.ts'
import type { CostView, meterInput, MeterView, QuotaView } from './api.ts'
import { partsOf } from './draft-parts.ts'
import { type Counted, plannedBy, sentBy } from './uses.ts'
import { costOf, type Sent, weigh } from './weigh.ts'
import { nextRelief, stretchAt, usedAt } from './window.ts'
import { costSentence, money, overSentence, quotaSentence } from './words.ts'

/** What a reading of a meter needs to know. */
interface Reading {
  network: string
  connector: Connector
  now: Date
  /** When the post leaves. */
  at: Date
  zone: string
  language: Language
  practice: boolean
  sent: Counted[]
  planned: Counted[]
  /** What the post would send. */
  adds: Sent[]
}

/** How much each account of the company has used and what it cost, now. */
export async function metersOf(
  desk: Desk,
  companyId: string,
  language: Language,
): Promise<MeterView[]> {
  const now = desk.clock.now()
  const channels = (await listChannels(desk.db, companyId)).filter(
    (channel) => connectorOf(desk, channel).publish,
  )
  return Promise.all(
    channels.map((channel) => read(desk, channel, { at: now, adds: [], language })),
  )
}

/** The same with a post that is being written, at the hour it would leave. */
export async function meterPost(
  desk: Desk,
  companyId: string,
  input: z.output<typeof meterInput>,
  language: Language,
): Promise<MeterView[]> {
  const { timeZone } = await companyOf(desk.db, companyId)
  const meant = input.wallTime && instantOf(input.wallTime, input.timeZone ?? timeZone)
  const at = meant ? meant.instant : desk.clock.now()
  const meters = input.variants.map(async (variant) => {
    const channel = await findChannel(desk.db, companyId, variant.channelId)
    if (!channel || !desk.connectors.get(channel.connectorId)?.publish) return null
    const { postId } = input
    const adds = partsOf(input, variant)
    return read(desk, channel, { at, adds, language, ...(postId ? { postId } : {}) })
  })
  return (await Promise.all(meters)).filter((meter) => meter !== null)
}

async function read(
  desk: Desk,
  channel: Channel,
  { at, adds, language, postId }: Pick<Reading, 'at' | 'adds' | 'language'> & { postId?: string },
): Promise<MeterView> {
  const connector = connectorOf(desk, channel)
  const { manifest } = connector
  if (manifest.quotas.length === 0 && manifest.prices.length === 0)
    return { channelId: channel.id, quotas: [], costs: [] }
  const { companyId, id: channelId } = channel
  const { timeZone: zone, practice } = await companyOf(desk.db, companyId)
  const stretches = [
    ...manifest.quotas.map(({ window }) => stretchAt(window, at, zone)),
    ...(manifest.prices.length > 0 ? [monthOf(at, zone)] : []),
  ]
  const from = new Date(Math.min(...stretches.map((stretch) => stretch.from.getTime())))
  const to = new Date(Math.max(...stretches.map((stretch) => stretch.to.getTime())))
  const account = { companyId, channelId }
  const planned = await plannedBy(desk.db, account, from, to)
  const reading: Reading = {
    network: manifest.name,
    connector,
    now: desk.clock.now(),
    at,
    zone,
    language,
    practice,
    sent: await sentBy(desk.db, account, from),
    planned: planned.filter((one) => !postId || one.postId !== postId),
    adds,
  }
  return {
    channelId,
    quotas: manifest.quotas.map((quota) => readQuota(quota, reading)),
    costs: costsOf(reading),
  }
}

function readQuota(quota: Quota, reading: Reading): QuotaView {
  const { at, zone, language, network, adds } = reading
  const uses = (what: readonly Counted[]) =>
    what.map((one) => ({ at: one.at, weight: weigh(quota.counts, one) }))
  const sent = uses(reading.sent)
  const used = usedAt(quota, sent, at, zone)
  const planned = usedAt(quota, uses(reading.planned), at, zone)
  const more = adds.reduce((sum, one) => sum + weigh(quota.counts, one), 0)
  const count = used + planned + more
  const told = { network, count, day: dayOf(quota, reading) }
  const { id, max, quiet, source, date } = quota
  return {
    id,
    what: quota.what[language],
    used,
    planned,
    adds: more,
    max,
    freesAt: nextRelief(quota, sent, at, zone)?.toISOString() ?? null,
    sentence: quotaSentence(quota, told, language),
    warning: count > max ? overSentence(quota, told, language) : null,
    quiet,
    source,
    date,
  }
}

/** The day it leaves on, in words, where that is not today. */
function dayOf({ window }: Quota, { now, at, zone, language }: Reading): string | null {
  if (window.kind === 'rolling') return null
  const timeZone = window.timeZone ?? zone
  const words = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone,
  })
  return stretchAt(window, now, zone).to.getTime() === stretchAt(window, at, zone).to.getTime()
    ? null
    : words.format(at)
}

function costsOf(reading: Reading): CostView[] {
  const { connector, at, zone, language, network, practice, sent, planned, adds } = reading
  const { prices } = connector.manifest
  const month = monthOf(at, zone)
  const inMonth = [...sent, ...planned].filter((one) => one.at > month.from && one.at <= month.to)
  return [...new Set(prices.map(({ currency }) => currency))].flatMap((currency) => {
    const first = prices.find((price) => price.currency === currency)
    if (!first) return []
    const sum = (what: readonly Sent[]) =>
      what.reduce((total, one) => total + costOf(prices, currency, one, connector.text), 0)
    const amount = sum(adds)
    const all = amount + sum(inMonth)
    const told = {
      network,
      amount: money(amount, currency, language),
      month: money(all, currency, language),
      practice,
      isPost: adds.length > 0,
    }
    const { source, date } = first
    const sentence = costSentence(told, language)
    return [{ amount, month: all, currency, practice, sentence, source, date }]
  })
}

/** The calendar month of an instant in a zone; after `from`, up to `to`. */
function monthOf(at: Date, zone: string) {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const first = day.with({ day: 1 }).startOfDay()
  const next = first.add({ months: 1 }).startOfDay()
  return {
    from: new Date(first.epochMilliseconds - 1),
    to: new Date(next.epochMilliseconds - 1),
  }
}
