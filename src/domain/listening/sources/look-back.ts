import { sql } from 'kysely'
import type { Connector } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { kindOf, type Source } from '../model.ts'
import type { ListeningTables } from '../tables.ts'

export const SOURCES_WORK = 'listening-sources'

/**
 * Asks every source of the company to be read soon, once from its beginning: a new query then finds what the source
 * still holds. Counted rather than flagged, so that a reading under way does not answer for a later wish.
 */
export async function askToLookBack(trx: Executor, companyId: string, now: Date): Promise<void> {
  await tablesOf<ListeningTables>(trx)
    .updateTable('sources')
    .set({
      lookBackWanted: sql`look_back_wanted + 1`,
      nextPollAt: sql`least(next_poll_at, ${now})`,
    })
    .where('companyId', '=', companyId)
    .where('streamed', '=', false)
    .execute()
  await wake(trx, SOURCES_WORK)
}

/**
 * A search needs it not: each term that it is given keeps its own place, and a new one begins at its beginning. A stream
 * is not heard twice.
 */
export function looksBack(source: Source, connector: Connector): boolean {
  return kindOf(source, connector) === 'feed' && source.lookBackWanted > source.lookBackDone
}
