import type { Failure } from '#connectors/_contract/failure.ts'
import { type Channel, reportFailure } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Text } from '#platform/text.ts'
import type { Source } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { lockUnderLease } from './claim-source.ts'
import { afterFailure } from './next-poll.ts'
import { troubleColumn } from './trouble.ts'

/** Keeps what is wrong with a source, since when, and when it will be tried again. */
export async function keepTrouble(
  desk: Desk,
  source: Source,
  failure: Failure,
  sentence: Text,
  channel?: Channel,
): Promise<void> {
  const now = desk.clock.now()
  const failures = source.failures + 1
  const since = source.trouble?.since ?? now.toISOString()
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      if (!(await lockUnderLease(trx, source))) return
      await trx
        .updateTable('sources')
        .set({
          leaseUntil: null,
          lastPollAt: now,
          failures,
          trouble: troubleColumn(sentence, since),
          nextPollAt: afterFailure(failure, failures, now),
        })
        .where('id', '=', source.id)
        .execute()
      if (channel) await reportFailure(trx, channel.id, failure, now)
      if (!source.trouble) {
        await emit(trx, source.companyId, 'query.source_changed', { sourceId: source.id })
      }
    })
}
