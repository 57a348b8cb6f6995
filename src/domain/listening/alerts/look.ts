import { createHash } from 'node:crypto'
import { companyOf } from '#domain/governance/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { SavedQuery } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { countedSources } from './counted-sources.ts'
import { type Portrait, portray } from './detector/judge.ts'
import { PAST_DAYS } from './detector/rehearse.ts'
import { ringsOf } from './detector/rings.ts'
import { endCalmed, followEpisode, isAnyOpen, type Ring } from './episodes.ts'
import { type Hour, hoursOf } from './hours.ts'
import { alertSettings } from './settings.ts'
import { takeDue } from './take-due.ts'
import type { AlertsTables } from './tables.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Looks at the query that is due first: learns what is usual of it once a day, then judges the last hours and the day.
 * One transaction: an alert, its letters and its event are there together or not at all.
 * @returns whether one was due
 */
export async function lookAtNext(desk: Desk): Promise<boolean> {
  return tablesOf<AlertsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const now = desk.clock.now()
      const due = await takeDue(trx, now)
      if (!due) return false
      const dueAt = await lookAt(desk, trx, due, now)
      await trx.updateTable('queryWatches').set({ dueAt }).where('queryId', '=', due.id).execute()
      return true
    })
}

/** @returns when to look again if nothing is found meanwhile */
async function lookAt(
  desk: Desk,
  trx: Executor,
  query: SavedQuery,
  now: Date,
): Promise<Date | null> {
  const seen = await seriesOf(trx, query, now)
  const rings = seen.portrait ? ringsAmong(seen.hours, seen.portrait, seen.silentUntil) : []
  await followEpisode(desk, trx, query, rings, now)
  await endCalmed(trx, query, now)
  return (await isAnyOpen(trx, query)) ? new Date(now.getTime() + HOUR) : null
}

export interface Series {
  hours: Hour[]
  portrait: Portrait | null
  /** Since when it is learnt from; null while there is no source. */
  learningSince: Date | null
  tooNew: number
  /** Hours that began before are those of an episode that is over. */
  silentUntil: Date
}

/** The hours of a query and what is usual of it, learnt again when a day has passed or something about it changed. */
async function seriesOf(trx: Executor, query: SavedQuery, now: Date): Promise<Series> {
  const { companyId, id: queryId } = query
  const [{ timeZone }, counted, settings, queries, episodes] = await Promise.all([
    companyOf(trx, companyId),
    countedSources(trx, companyId, now),
    alertSettings(trx, companyId),
    countQueries(trx, companyId),
    episodesOf(trx, queryId),
  ])
  const { sourceIds, since: listened, tooNew } = counted
  const silentUntil = new Date(
    Math.max(0, ...episodes.map(({ endedAt }) => endedAt?.getTime() ?? 0)),
  )
  if (!listened) return { hours: [], portrait: null, learningSince: null, tooNew, silentUntil }
  const learningSince = new Date(Math.max(listened.getTime(), query.updatedAt.getTime()))
  const since = new Date(Math.max(learningSince.getTime(), now.getTime() - PAST_DAYS * DAY))
  const wanted = { since, now, timeZone, sourceIds }
  const watch = await watchOf(trx, queryId)
  const today = dayOf(now, timeZone)
  const learntFrom = [
    today,
    settings.perMonth,
    queries,
    digestOf(sourceIds),
    since.getTime() > now.getTime() - PAST_DAYS * DAY ? since.toISOString() : '',
    episodes.map(({ verdict }) => verdict ?? '-').join(''),
  ].join('|')
  if (watch?.learntFrom === learntFrom) {
    const recent = new Date(Math.max(since.getTime(), now.getTime() - 2 * DAY))
    const hours = await hoursOf(trx, queryId, { ...wanted, since: recent })
    return { hours, portrait: watch.portrait, learningSince, tooNew, silentUntil }
  }
  const hours = await hoursOf(trx, queryId, wanted)
  const past = hours
    .filter(({ day }) => day !== today)
    .map((hour) => ({ ...hour, leftOut: episodes.some((episode) => covers(episode, hour.at)) }))
  const portrait = portray(past, { perMonth: settings.perMonth, queries })
  await tablesOf<AlertsTables>(trx)
    .updateTable('queryWatches')
    .set({ learntFrom, learningSince, portrait: portrait ? JSON.stringify(portrait) : null })
    .where('queryId', '=', queryId)
    .execute()
  return { hours, portrait, learningSince, tooNew, silentUntil }
}

/** Posts that come later than this are no news. */
const LATE_HOURS = 6

/** What rings among the latest hours: of the day under way its last hour alone speaks. */
function ringsAmong(hours: readonly Hour[], portrait: Portrait, silentUntil: Date): Ring[] {
  const from = hours.findIndex(({ at }) => at >= silentUntil)
  if (from === -1) return []
  const last = hours.length - 1
  return hours.slice(-LATE_HOURS).flatMap((_, i) => {
    const place = Math.max(0, hours.length - LATE_HOURS) + i
    return ringsOf(hours, place, from, portrait)
      .filter(({ scale }) => scale !== 'day' || place === last)
      .flatMap((rung): Ring[] => {
        const [began, ended] = [hours[rung.from], hours[rung.at]]
        if (!began || !ended) return []
        return [{ ...rung, beganAt: began.at, endsAt: new Date(ended.at.getTime() + HOUR) }]
      })
  })
}

interface Episode {
  beganAt: Date
  endedAt: Date | null
  verdict: 'real' | 'nothing' | null
}

/** What turned out to be nothing belongs to the usual; everything else does not. */
function covers({ beganAt, endedAt, verdict }: Episode, at: Date): boolean {
  return verdict !== 'nothing' && at >= beganAt && (endedAt === null || at <= endedAt)
}

function episodesOf(trx: Executor, queryId: string): Promise<Episode[]> {
  return tablesOf<AlertsTables>(trx)
    .selectFrom('alerts')
    .select(['beganAt', 'endedAt', 'verdict'])
    .where('queryId', '=', queryId)
    .where('risk', 'is', null)
    .orderBy('openedAt')
    .execute()
}

function watchOf(trx: Executor, queryId: string) {
  return tablesOf<AlertsTables>(trx)
    .selectFrom('queryWatches')
    .select(['portrait', 'learntFrom'])
    .where('queryId', '=', queryId)
    .executeTakeFirst()
}

async function countQueries(trx: Executor, companyId: string): Promise<number> {
  const { count } = await tablesOf<ListeningTables>(trx)
    .selectFrom('savedQueries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('companyId', '=', companyId)
    .executeTakeFirstOrThrow()
  return count
}

const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)

const digestOf = (ids: readonly string[]): string =>
  createHash('sha256').update(ids.join()).digest('base64url').slice(0, 16)
