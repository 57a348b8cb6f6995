import type { Insertable } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { dayOf, startOfDay, startOfHour } from './days.ts'
import type { AnalyticsTables } from './tables.ts'

/** A cumulative count as a network told it. */
export interface Reading {
  companyId: string
  subject: 'delivery' | 'channel'
  subjectId: string
  channelId: string
  metric: string
  value: number
  readAt: Date
  /** Set when a person entered it by hand. */
  entered?: { by: string; at: Date }
  /** The company's zone: its days are the ones kept. */
  timeZone: string
}

const BATCH = 1000

/**
 * Keeps readings as hourly and daily facts: the last value told within each hour and each of the company's days.
 * An older reading never replaces a newer one.
 */
export async function recordFacts(db: Executor, readings: readonly Reading[]): Promise<void> {
  const rows = lastOfEach(readings.flatMap(factsOf))
  for (let i = 0; i < rows.length; i += BATCH) {
    await tablesOf<AnalyticsTables>(db)
      .insertInto('metricFacts')
      .values(rows.slice(i, i + BATCH))
      .onConflict((c) =>
        c
          .columns(['companyId', 'subject', 'subjectId', 'metric', 'grain', 'at'])
          .doUpdateSet((eb) => ({
            value: eb.ref('excluded.value'),
            readAt: eb.ref('excluded.readAt'),
            enteredBy: eb.ref('excluded.enteredBy'),
            enteredAt: eb.ref('excluded.enteredAt'),
          }))
          .whereRef('excluded.readAt', '>=', 'metricFacts.readAt'),
      )
      .execute()
  }
}

type Fact = Insertable<AnalyticsTables['metricFacts']> & { at: Date; readAt: Date }

function factsOf({ timeZone, entered, ...told }: Reading): Fact[] {
  const { readAt } = told
  const reading = { ...told, enteredBy: entered?.by ?? null, enteredAt: entered?.at ?? null }
  return [
    { ...reading, grain: 'hour', at: startOfHour(readAt, timeZone) },
    { ...reading, grain: 'day', at: startOfDay(dayOf(readAt, timeZone), timeZone) },
  ]
}

/** One statement may not touch a row twice. */
function lastOfEach(facts: Fact[]): Fact[] {
  const latest = new Map<string, Fact>()
  for (const fact of facts) {
    const key = `${fact.subject} ${fact.subjectId} ${fact.metric} ${fact.grain} ${fact.at.getTime()}`
    const known = latest.get(key)
    if (!known || known.readAt <= fact.readAt) latest.set(key, fact)
  }
  return [...latest.values()]
}
