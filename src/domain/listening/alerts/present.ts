import type { Selectable } from 'kysely'
import { companyOf } from '#domain/governance/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { ListeningTables } from '../tables.ts'
import type { AlertDetail, AlertHour, AlertsView, AlertView, WatchView } from './api.ts'
import { countedSources, silentSources } from './counted-sources.ts'
import { DAYS_TO_KNOW, hourBounds, type Portrait } from './detector/judge.ts'
import { hoursOf } from './hours.ts'
import type { AlertsTables } from './tables.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MOST = 100

/** Alerts of a company, open ones first, then the latest; and how each query is watched. */
export async function listAlerts(desk: Desk, companyId: string): Promise<AlertsView> {
  const now = desk.clock.now()
  const [rows, watched, silent, { tooNew }] = await Promise.all([
    tablesOf<AlertsTables>(desk.db)
      .selectFrom('alerts')
      .selectAll()
      .where('companyId', '=', companyId)
      .orderBy((eb) => eb('state', '=', 'closed'))
      .orderBy('openedAt', 'desc')
      .limit(MOST)
      .execute(),
    watchesOf(desk, companyId, now),
    silentSources(desk.db, companyId, now),
    countedSources(desk.db, companyId, now),
  ])
  return { alerts: rows.map(present), watched, silent, tooNew }
}

/** How many alerts nobody has closed. */
export async function countOpen(desk: Desk, companyId: string): Promise<{ open: number }> {
  const { open } = await tablesOf<AlertsTables>(desk.db)
    .selectFrom('alerts')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('companyId', '=', companyId)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow()
  return { open }
}

/** One alert with its hours. @throws Problem when there is none */
export async function alertOf(desk: Desk, companyId: string, id: string): Promise<AlertDetail> {
  const row = await tablesOf<AlertsTables>(desk.db)
    .selectFrom('alerts')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return { ...present(row), hours: await hoursAround(desk, row) }
}

type Row = Selectable<AlertsTables['alerts']>

function present(row: Row): AlertView {
  const { id, queryId, queryName, state, verdict, subject, scale, risk } = row
  const { count, expected, alarm, level } = row
  return {
    id,
    query: { id: queryId, name: queryName },
    state,
    verdict,
    subject,
    scale,
    risk,
    count,
    expected,
    alarm,
    level,
    openedAt: row.openedAt.toISOString(),
    beganAt: row.beganAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy,
    closedBy: row.closedBy,
    facts: row.facts,
  }
}

async function hoursAround(desk: Desk, { companyId, queryId, ...row }: Row): Promise<AlertHour[]> {
  if (queryId === null || row.subject === 'post') return []
  const now = desk.clock.now()
  const [{ timeZone }, { sourceIds, since }, watch] = await Promise.all([
    companyOf(desk.db, companyId),
    countedSources(desk.db, companyId, now),
    tablesOf<AlertsTables>(desk.db)
      .selectFrom('queryWatches')
      .select('portrait')
      .where('queryId', '=', queryId)
      .executeTakeFirst(),
  ])
  const from = Math.max(row.beganAt.getTime() - 2 * DAY, since?.getTime() ?? 0)
  const until = Math.min(now.getTime(), (row.endedAt?.getTime() ?? now.getTime()) + DAY)
  const wanted = { since: new Date(from), now: new Date(until), timeZone, sourceIds }
  const portrait = watch?.portrait ?? null
  return (await hoursOf(desk.db, queryId, wanted)).map(({ at, count, hour, weekday }) => {
    const { expected, alarm } = boundsIf(portrait, hour, weekday)
    return { at: at.toISOString(), count, expected, alarm }
  })
}

function boundsIf(portrait: Portrait | null, hour: number, weekday: number) {
  return portrait ? hourBounds(portrait, hour, weekday) : { expected: null, alarm: null }
}

async function watchesOf(desk: Desk, companyId: string, now: Date): Promise<WatchView[]> {
  const [{ timeZone }, { since }] = await Promise.all([
    companyOf(desk.db, companyId),
    countedSources(desk.db, companyId, now),
  ])
  const rows = await tablesOf<ListeningTables & AlertsTables>(desk.db)
    .selectFrom('savedQueries')
    .leftJoin('queryWatches', 'queryWatches.queryId', 'savedQueries.id')
    .select(['savedQueries.id', 'savedQueries.name', 'portrait'])
    .where('savedQueries.companyId', '=', companyId)
    .orderBy('savedQueries.createdAt')
    .execute()
  const here = await hoursOf(desk.db, companyId, {
    since: new Date(now.getTime() - HOUR),
    now,
    timeZone,
    sourceIds: [],
  })
  const { hour = 0, weekday = 0 } = here.at(-1) ?? {}
  return rows.map(({ id, name, portrait }) => ({
    query: { id, name },
    state: stateOf(portrait, since !== null),
    days: portrait?.days ?? 0,
    ...boundsIf(portrait, hour, weekday),
  }))
}

function stateOf(portrait: Portrait | null, isHeard: boolean): WatchView['state'] {
  if (!isHeard) return 'deaf'
  if (!portrait) return 'learning'
  return portrait.days < DAYS_TO_KNOW ? 'first-days' : 'watched'
}
