import { type Executor, tablesOf } from '#platform/db/database.ts'
import { AtHand, type Said } from './at-hand.ts'
import { readBytes } from './pack.ts'
import type { TopicHoursTables } from './tables.ts'

const found = new AtHand(300_000)

/**
 * What mentions said since the beginning of an hour, the hours in order.
 * @param wordsSince the words of what was said since then come with it
 */
export function hoursSince(
  db: Executor,
  companyId: string,
  since: Date,
  wordsSince: Date,
): Promise<Said> {
  const tables = tablesOf<TopicHoursTables>(db)
  const from = startOf(since)
  return found.since(companyId, from, startOf(wordsSince), {
    versions: () =>
      tables
        .selectFrom('topicHours')
        .select(['hour as start', 'version'])
        .where('companyId', '=', companyId)
        .where('hour', '>=', from)
        .orderBy('hour')
        .execute(),
    async read(asked, spoken) {
      const rows = await tables
        .selectFrom('topicHours')
        .select(['hour as start', 'version', 'packed'])
        .$if(spoken, (q) => q.select('words'))
        .where('companyId', '=', companyId)
        .where(
          'hour',
          'in',
          asked.map(({ start }) => start),
        )
        .execute()
      return rows.map(({ packed, words, ...row }) => ({
        ...row,
        packed: readBytes(packed),
        words: words === undefined ? null : words.split('\n'),
      }))
    },
  })
}

const HOUR = 3_600_000
const startOf = (at: Date) => new Date(Math.floor(at.getTime() / HOUR) * HOUR)
