import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { SavedQuery } from '../model.ts'
import { CALM_HOURS, GROWS, MOST_LEVELS, worstOf } from './detector/rehearse.ts'
import type { Rung } from './detector/rings.ts'
import { factsOf } from './facts/facts.ts'
import type { AlertsTables } from './tables.ts'
import { tell } from './tell.ts'

/** A stretch whose count rings, and when it was. */
export interface Ring extends Rung {
  beganAt: Date
  endsAt: Date
}

const HOUR = 3_600_000

/**
 * Opens an episode when something rings, and follows the one that is open: it grows, and people are told again, or it is
 * kept up to date in silence.
 */
export async function followEpisode(
  desk: Desk,
  trx: Executor,
  query: SavedQuery,
  rings: readonly Ring[],
  now: Date,
): Promise<void> {
  const open = await openEpisode(trx, query.id)
  const worst = worstOf(rings)
  if (open && worst) await goOn(desk, trx, query, open, rings, now)
  else if (open) await refresh(trx, query, open, now, {})
  else if (worst) await begin(desk, trx, query, worst, now)
}

/** Ends what a query has open and has not rung for twelve hours, single posts of a risk too. */
export async function endCalmed(trx: Executor, query: SavedQuery, now: Date): Promise<void> {
  const ended = await tablesOf<AlertsTables>(trx)
    .updateTable('alerts')
    .set({ endedAt: now })
    .where('queryId', '=', query.id)
    .where('endedAt', 'is', null)
    .where('lastRingAt', '<', new Date(now.getTime() - CALM_HOURS * HOUR))
    .returning('id')
    .execute()
  for (const { id } of ended) await emit(trx, query.companyId, 'alert.changed', { alertId: id })
}

/** Whether something of a query goes on that has to be ended one day. */
export async function isAnyOpen(trx: Executor, query: SavedQuery): Promise<boolean> {
  const open = await tablesOf<AlertsTables>(trx)
    .selectFrom('alerts')
    .select('id')
    .where('queryId', '=', query.id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return open !== undefined
}

type Open = Awaited<ReturnType<typeof openEpisode>> & object

function openEpisode(trx: Executor, queryId: string) {
  return tablesOf<AlertsTables>(trx)
    .selectFrom('alerts')
    .select(['id', 'beganAt', 'subject', 'scale', 'count', 'expected', 'alarm'])
    .select(['toldCount', 'level', 'snoozedUntil', 'lastRingAt'])
    .where('queryId', '=', queryId)
    .where('risk', 'is', null)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

async function begin(
  desk: Desk,
  trx: Executor,
  query: SavedQuery,
  worst: Ring,
  now: Date,
): Promise<void> {
  const { companyId, id: queryId, name: queryName } = query
  const { of: subject, scale, count, expected, alarm, beganAt } = worst
  const facts = await factsOf(trx, { companyId, queryId }, beganAt, now)
  const id = uuid({ msecs: now.getTime() })
  const row = { id, companyId, queryId, queryName, beganAt, subject, scale, count, expected, alarm }
  await tablesOf<AlertsTables>(trx)
    .insertInto('alerts')
    .values({
      ...row,
      openedAt: now,
      toldCount: count,
      lastRingAt: now,
      facts: JSON.stringify(facts),
    })
    .execute()
  await tell(desk, trx, { ...row, risk: null, level: 1 }, now)
}

/**
 * Something rings still: the same stretch that grows, or another one of its kind. A day rings until it is over, and does not
 * keep an episode open by itself.
 */
async function goOn(
  desk: Desk,
  trx: Executor,
  query: SavedQuery,
  open: Open,
  rings: readonly Ring[],
  now: Date,
): Promise<void> {
  const { subject, scale } = open
  const alike = rings.filter((ring) => ring.of === subject && ring.scale === scale)
  const most = alike.toSorted((a, b) => b.count - a.count)[0]
  const { count, expected, alarm } = most ?? open
  const hasGrown = count >= GROWS * open.toldCount && open.level < MOST_LEVELS
  const isSnoozed = open.snoozedUntil !== null && open.snoozedUntil > now
  const isTold = hasGrown && !isSnoozed
  const level = isTold ? open.level + 1 : open.level
  const isHigher = count > open.count
  const lastRing = Math.max(
    open.lastRingAt.getTime(),
    isTold ? now.getTime() : 0,
    ...rings.filter((ring) => ring.scale !== 'day').map(({ endsAt }) => endsAt.getTime()),
  )
  await refresh(trx, query, open, now, {
    lastRingAt: new Date(Math.min(now.getTime(), lastRing)),
    level,
    ...(isHigher ? { count, expected, alarm } : {}),
    ...(isTold ? { toldCount: count } : {}),
  })
  if (!isTold) return
  const { companyId, id: queryId, name: queryName } = query
  const told = { id: open.id, companyId, queryId, queryName, subject, scale, risk: null }
  await tell(desk, trx, { ...told, count, expected, level }, now)
}

type Change = Partial<Record<'count' | 'expected' | 'alarm' | 'level' | 'toldCount', number>> & {
  lastRingAt?: Date
}

async function refresh(
  trx: Executor,
  { companyId, id: queryId }: SavedQuery,
  { id, beganAt }: Open,
  now: Date,
  change: Change,
): Promise<void> {
  const facts = await factsOf(trx, { companyId, queryId }, beganAt, now)
  await tablesOf<AlertsTables>(trx)
    .updateTable('alerts')
    .set({ ...change, facts: JSON.stringify(facts) })
    .where('id', '=', id)
    .execute()
  await emit(trx, companyId, 'alert.changed', { alertId: id })
}
