import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { SavedQuery } from '../model.ts'
import type { Scale } from './detector/budget.ts'
import { CALM_HOURS } from './detector/rehearse.ts'
import { factsOf } from './facts/facts.ts'
import { planLetters } from './letters/plan-letters.ts'
import { planPushes } from './push/plan-pushes.ts'
import type { AlertsTables } from './tables.ts'

/** An hour, or a day, whose count rings. */
export interface Ring {
  scale: Scale
  beganAt: Date
  count: number
  expected: number
  alarm: number
}

const HOUR = 3_600_000
/** An alert is told again when the count that people know has doubled; this often at most. */
const GROWS = 2
const MOST_LEVELS = 6

/**
 * Opens an episode when something rings, and follows the one that is open: it grows, and people are told again, or it is
 * kept up to date in silence.
 * @returns whether one is open
 */
export async function followEpisode(
  desk: Desk,
  trx: Executor,
  query: SavedQuery,
  rings: readonly Ring[],
  now: Date,
): Promise<boolean> {
  const open = await openEpisode(trx, query.id)
  const worst = worstOf(rings)
  if (!worst) {
    if (open) await refresh(trx, query, open, now, {})
    return open !== undefined
  }
  if (!open) await begin(desk, trx, query, worst, now)
  else await goOn(desk, trx, query, open, worst, now)
  return true
}

/** An hour that rings says more than its day: it says when. */
function worstOf(rings: readonly Ring[]): Ring | undefined {
  const hours = rings.filter(({ scale }) => scale === 'hour')
  const [worst] = (hours.length > 0 ? hours : rings).toSorted(
    (a, b) => b.count / b.alarm - a.count / a.alarm,
  )
  return worst
}

/** Ends the episode of a query that has not rung for six hours. @returns whether it ended */
export async function endCalmed(trx: Executor, query: SavedQuery, now: Date): Promise<boolean> {
  const ended = await tablesOf<AlertsTables>(trx)
    .updateTable('alerts')
    .set({ endedAt: now })
    .where('queryId', '=', query.id)
    .where('endedAt', 'is', null)
    .where('lastRingAt', '<', new Date(now.getTime() - CALM_HOURS * HOUR))
    .returning('id')
    .executeTakeFirst()
  if (ended) await emit(trx, query.companyId, 'alert.changed', { alertId: ended.id })
  return ended !== undefined
}

type Open = Awaited<ReturnType<typeof openEpisode>> & object

function openEpisode(trx: Executor, queryId: string) {
  return tablesOf<AlertsTables>(trx)
    .selectFrom('alerts')
    .select(['id', 'beganAt', 'count', 'scale', 'toldCount', 'level', 'snoozedUntil', 'lastRingAt'])
    .where('queryId', '=', queryId)
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
  const { scale, count, expected, alarm, beganAt } = worst
  const facts = await factsOf(trx, { companyId, queryId }, beganAt, now)
  const id = uuid({ msecs: now.getTime() })
  const row = { id, companyId, queryId, queryName, beganAt, scale, count, expected, alarm }
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
  await tell(desk, trx, 'alert.raised', { ...row, level: 1 }, now)
}

/** The count rings still; it is the same stretch that grows, or another of the same length. */
async function goOn(
  desk: Desk,
  trx: Executor,
  query: SavedQuery,
  open: Open,
  worst: Ring,
  now: Date,
): Promise<void> {
  const { count, expected, alarm, scale } = worst
  const hasGrown =
    scale === open.scale && count >= GROWS * open.toldCount && open.level < MOST_LEVELS
  const isSnoozed = open.snoozedUntil !== null && open.snoozedUntil > now
  const isTold = hasGrown && !isSnoozed
  const level = isTold ? open.level + 1 : open.level
  const isHigher = scale === open.scale && count > open.count
  await refresh(trx, query, open, now, {
    lastRingAt: now,
    level,
    ...(isHigher ? { count, expected, alarm } : {}),
    ...(isTold ? { toldCount: count } : {}),
  })
  const { id, queryName } = { id: open.id, queryName: query.name }
  const told = {
    id,
    companyId: query.companyId,
    queryId: query.id,
    queryName,
    scale,
    count,
    expected,
  }
  if (isTold) await tell(desk, trx, 'alert.grew', { ...told, level }, now)
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

interface ToTell {
  id: string
  companyId: string
  queryId: string | null
  queryName: string
  scale: Scale
  count: number
  expected: number
  level: number
}

async function tell(
  desk: Desk,
  trx: Executor,
  name: 'alert.raised' | 'alert.grew',
  { id, companyId, ...what }: ToTell,
  now: Date,
): Promise<void> {
  const { queryId, queryName, scale, count, expected, level } = what
  await emit(trx, companyId, name, {
    alertId: id,
    queryId,
    queryName,
    scale,
    count,
    expected: Math.round(expected * 10) / 10,
    level,
  })
  await planLetters(desk, trx, { id, companyId, level }, now)
  await planPushes(trx, { id, companyId, level }, now)
}
