import type { z } from 'zod'
import type { Handed } from '#connectors/_contract/connector.ts'
import {
  type Channel,
  connectorOf,
  findChannel,
  type Limited,
  refuseOtherAccounts,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { deliveriesOf, type DeliveryFacts } from '#domain/publishing/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Language } from '#platform/text.ts'
import { FOLLOWED_DAYS } from '../collect.ts'
import { addDays, dayOf, startOfDay } from '../days.ts'
import { recordFacts } from '../record-facts.ts'
import type { AnalyticsTables } from '../tables.ts'
import type { figuresInput, HandFigures } from './api.ts'
import { notCounted, notThere, readByNetwork, wrongDay } from './errors.ts'
import { sourceOf } from './source.ts'

export interface Counter extends Limited {
  id: string
  name: string
}

type Entry = z.output<typeof figuresInput>

/** A post that is put up and counted by a person, and on which days. */
export interface Countable {
  delivery: DeliveryFacts
  channel: Channel
  handed: Handed
  timeZone: string
  from: string
  to: string
}

/** @throws Problem when it is read from a network, or not put up */
async function countable(desk: Desk, companyId: string, deliveryId: string): Promise<Countable> {
  const [delivery] = await deliveriesOf(desk.db, companyId, [deliveryId])
  const channel = delivery && (await findChannel(desk.db, companyId, delivery.channelId))
  if (!delivery || !channel) throw new Problem(notFound)
  const handed = connectorOf(desk, channel).handed?.(channel)
  if (!handed) throw new Problem(readByNetwork)
  if (delivery.state !== 'published' || !delivery.publishedAt) throw new Problem(notThere)
  const { timeZone } = await companyOf(desk.db, companyId)
  const from = dayOf(delivery.publishedAt, timeZone)
  const today = dayOf(desk.clock.now(), timeZone)
  const last = addDays(from, FOLLOWED_DAYS)
  return { delivery, channel, handed, timeZone, from, to: today < last ? today : last }
}

/**
 * Keeps what a person counted of a post as cumulative facts, marked with their name. Entered again for the same day,
 * the later entry stands; null takes one back.
 * @throws Problem when that day, or that figure, is not counted there
 */
export async function enterFigures(
  desk: Desk,
  counter: Counter,
  deliveryId: string,
  { day, counts }: Entry,
): Promise<void> {
  const { companyId } = counter
  const known = await countable(desk, companyId, deliveryId)
  const { channel, handed, timeZone, from, to } = known
  await refuseOtherAccounts(desk.db, counter, [{ channelId: channel.id, pointer: '/id' }])
  if (day < from || day > to) throw new Problem(wrongDay, { days: FOLLOWED_DAYS, from, to })
  const entries = Object.entries(counts)
  const foreign = entries.find(([metric]) => !handed.counts.some((one) => one === metric))
  if (foreign) throw new Problem(notCounted, { account: channel.handle, metric: foreign[0] })
  const now = desk.clock.now()
  await desk.db.transaction().execute(async (trx) => {
    await forget(trx, deliveryId, day, timeZone, Object.keys(counts))
    await recordFacts(
      trx,
      entries.flatMap(([metric, value]) =>
        value === null
          ? []
          : {
              companyId,
              subject: 'delivery',
              subjectId: deliveryId,
              channelId: channel.id,
              metric,
              value,
              readAt: endOf(day, now, timeZone),
              entered: { by: counter.name, at: now },
              timeZone,
            },
      ),
    )
    await audit(trx, {
      companyId,
      at: now,
      actor: counter.id,
      action: 'figures.entered',
      subject: `delivery:${deliveryId}`,
      detail: { day, counts },
    })
    await emit(trx, companyId, 'metrics.read', { channelId: channel.id })
  })
}

/** What was entered of a post, day by day, and by whom. */
export async function readFigures(
  desk: Desk,
  companyId: string,
  deliveryId: string,
  language: Language,
): Promise<HandFigures> {
  const { handed, timeZone, from, to } = await countable(desk, companyId, deliveryId)
  const rows = await tablesOf<AnalyticsTables>(desk.db)
    .selectFrom('metricFacts')
    .select(['metric', 'value', 'at', 'enteredBy', 'enteredAt'])
    .where('companyId', '=', companyId)
    .where('subject', '=', 'delivery')
    .where('subjectId', '=', deliveryId)
    .where('grain', '=', 'day')
    .where('enteredBy', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('enteredAt')
    .execute()
  const days = new Map<string, HandFigures['days'][number]>()
  for (const { metric, value, at, enteredBy, enteredAt } of rows) {
    const day = dayOf(at, timeZone)
    const entered = { by: enteredBy ?? '', at: enteredAt ?? at }
    days.set(day, {
      day,
      counts: { ...days.get(day)?.counts, [metric]: Number(value) },
      enteredBy: entered.by,
      enteredAt: entered.at.toISOString(),
      source: sourceOf(entered, language, timeZone),
    })
  }
  return { counts: handed.counts, from, to, days: [...days.values()] }
}

/** Counted today, it stands as of now; of a day that is over, as of its end. */
function endOf(day: string, now: Date, timeZone: string): Date {
  const end = new Date(startOfDay(addDays(day, 1), timeZone).getTime() - 1)
  return end < now ? end : now
}

/** What was entered before for that day gives way, whichever its hour. */
async function forget(
  trx: Executor,
  deliveryId: string,
  day: string,
  timeZone: string,
  metrics: string[],
): Promise<void> {
  if (metrics.length === 0) return
  await tablesOf<AnalyticsTables>(trx)
    .deleteFrom('metricFacts')
    .where('subject', '=', 'delivery')
    .where('subjectId', '=', deliveryId)
    .where('metric', 'in', metrics)
    .where('at', '>=', startOfDay(day, timeZone))
    .where('at', '<', startOfDay(addDays(day, 1), timeZone))
    .where('enteredBy', 'is not', null)
    .execute()
}
