import type { z } from 'zod'
import {
  type Channel,
  connectorOf,
  findChannel,
  refuseOtherAccounts,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Language } from '#platform/text.ts'
import { dayOf } from '../days.ts'
import type { AnalyticsTables } from '../tables.ts'
import type { visitsInput, VisitsView } from './api.ts'
import { dayAhead, noVisits } from './errors.ts'
import type { Counter } from './figures.ts'
import { sourceOf } from './source.ts'

/**
 * Keeps how many people checked in, and out, on a day. A day is counted whole: entered again, the later count stands.
 * @throws Problem when people are not counted there, or the day is to come
 */
export async function enterVisits(
  desk: Desk,
  counter: Counter,
  channelId: string,
  { day, arrivals, departures }: z.output<typeof visitsInput>,
): Promise<void> {
  const { companyId } = counter
  await placeOf(desk, companyId, channelId)
  await refuseOtherAccounts(desk.db, counter, [{ channelId, pointer: '/id' }])
  const { timeZone } = await companyOf(desk.db, companyId)
  const now = desk.clock.now()
  if (day > dayOf(now, timeZone)) throw new Problem(dayAhead)
  const entry = { arrivals, departures, enteredBy: counter.name, enteredAt: now }
  await desk.db.transaction().execute(async (trx) => {
    await tablesOf<AnalyticsTables>(trx)
      .insertInto('dayVisits')
      .values({ companyId, channelId, day, ...entry })
      .onConflict((c) => c.columns(['channelId', 'day']).doUpdateSet(entry))
      .execute()
    await audit(trx, {
      companyId,
      at: now,
      actor: counter.id,
      action: 'visits.entered',
      subject: `channel:${channelId}`,
      detail: { day, arrivals, departures },
    })
    await emit(trx, companyId, 'metrics.read', { channelId })
  })
}

/** Who came and went, day by day. */
export async function readVisits(
  desk: Desk,
  companyId: string,
  channelId: string,
  { from, to }: { from: string; to: string },
  language: Language,
): Promise<VisitsView> {
  await placeOf(desk, companyId, channelId)
  const { timeZone } = await companyOf(desk.db, companyId)
  const rows = await visits(desk.db, companyId, from, to)
    .where('channelId', '=', channelId)
    .orderBy('day', 'desc')
    .execute()
  const left = rows.flatMap(({ departures }) => departures ?? [])
  return {
    today: dayOf(desk.clock.now(), timeZone),
    arrivals: sum(rows.map(({ arrivals }) => arrivals)),
    departures: left.length > 0 ? sum(left) : null,
    days: rows.map(({ day, arrivals, departures, enteredBy, enteredAt }) => ({
      day,
      arrivals,
      departures,
      enteredBy,
      enteredAt: enteredAt.toISOString(),
      source: sourceOf({ by: enteredBy, at: enteredAt }, language, timeZone),
    })),
  }
}

/** Check-ins of a period, and the days that somebody counted; null when nobody did. */
export async function checkInsWithin(
  db: Executor,
  scope: { companyId: string; channelId: string | undefined; from: string; to: string },
): Promise<{ total: number; days: number } | null> {
  const { companyId, channelId, from, to } = scope
  let query = visits(db, companyId, from, to)
  if (channelId) query = query.where('channelId', '=', channelId)
  const rows = await query.execute()
  if (rows.length === 0) return null
  return {
    total: sum(rows.map(({ arrivals }) => arrivals)),
    days: new Set(rows.map(({ day }) => day)).size,
  }
}

const visits = (db: Executor, companyId: string, from: string, to: string) =>
  tablesOf<AnalyticsTables>(db)
    .selectFrom('dayVisits')
    .select((eb) => [
      eb.cast<string>('day', 'text').as('day'),
      'arrivals',
      'departures',
      'enteredBy',
      'enteredAt',
    ])
    .where('companyId', '=', companyId)
    .where('day', '>=', from)
    .where('day', '<=', to)

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** @throws Problem when there is no such account, or nobody comes there */
async function placeOf(desk: Desk, companyId: string, channelId: string): Promise<Channel> {
  const channel = await findChannel(desk.db, companyId, channelId)
  if (!channel) throw new Problem(notFound)
  if (!connectorOf(desk, channel).handed?.(channel).visits)
    throw new Problem(noVisits, { account: channel.handle })
  return channel
}
