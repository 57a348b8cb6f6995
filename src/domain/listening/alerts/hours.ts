import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ListeningTables } from '../tables.ts'
import { SLOT_MINUTES, SLOTS } from './detector/scales.ts'
import type { HourOfSeries } from './detector/stretches.ts'

const HOUR = 3_600_000
const SLOT = HOUR / SLOTS

/** An hour that really was, with its place on the company's clock. */
export interface Hour extends HourOfSeries {
  at: Date
  slots: number[]
}

/**
 * Mentions of a query by hour of the company's clock and by its five minutes, dismissed ones left out, every hour from
 * `since` to now.
 * @param sourceIds only what these brought
 */
export async function hoursOf(
  db: Executor,
  queryId: string,
  { since, now, timeZone, sourceIds }: Wanted,
): Promise<Hour[]> {
  const hours = emptyHours(since, now, timeZone)
  if (sourceIds.length === 0) return hours
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('mentionHits')
    .innerJoin('mentions', 'mentions.id', 'mentionHits.mentionId')
    .select((eb) => [
      sql<Date>`date_bin(make_interval(mins => ${SLOT_MINUTES}), mentions.at, 'epoch')`.as('slot'),
      eb.fn.countAll<number>().as('count'),
      sql<number>`count(*) filter (where ${isWorrying})`.as('worrying'),
    ])
    .where('mentionHits.queryId', '=', queryId)
    .where('mentions.dismissed', '=', false)
    .where('mentions.sourceId', 'in', [...sourceIds])
    .where('mentions.at', '>=', startOf(since))
    .groupBy('slot')
    .execute()
  const known = new Map(hours.map((hour) => [hour.at.getTime(), hour]))
  for (const { slot, count, worrying } of rows) {
    const hour = known.get(startOf(slot).getTime())
    if (!hour) continue
    hour.count += count
    hour.worrying += worrying
    hour.slots[(slot.getTime() % HOUR) / SLOT] = count
  }
  return hours
}

/**
 * Its opinion is negative, as a person says or else as the desk read it, or it carries a risk (`signals/names.ts`). Where it
 * was read anew since, what was read as it came counts: nobody is alerted of a reading.
 */
const isWorrying = sql`
  coalesce(mentions.sentiment_by_person, mentions.as_heard->>'sentiment', mentions.sentiment) = 'negative'
  or case when mentions.as_heard is null or mentions.wants_by_person then mentions.risks <> '{}'
    else mentions.as_heard->'risks' <> '[]' end
`

export interface Wanted {
  since: Date
  now: Date
  timeZone: string
  sourceIds: readonly string[]
}

const startOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR) * HOUR)

function emptyHours(since: Date, now: Date, timeZone: string): Hour[] {
  const placeOf = clockIn(timeZone)
  const first = Math.ceil(since.getTime() / HOUR) * HOUR
  const size = Math.max(0, Math.floor((now.getTime() - first) / HOUR) + 1)
  return Array.from({ length: size }, (_, i) => {
    const at = new Date(first + i * HOUR)
    const slots = Array.from({ length: SLOTS }, () => 0)
    return { at, count: 0, worrying: 0, slots, ...placeOf(at) }
  })
}

/** Zones whose hours do not begin with those of UTC are half an hour off at most: their rhythm stays the same. */
function clockIn(timeZone: string): (at: Date) => Pick<Hour, 'hour' | 'weekday' | 'day'> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, value]),
    )
    const day = `${parts['year']}-${parts['month']}-${parts['day']}`
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
    return { day, weekday, hour: Number(parts['hour']) }
  }
}
