import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Reading } from './collect-lease.ts'
import type { ChannelsTables } from './tables.ts'

const column = { check: 'nextCheckAt', inbox: 'nextInboxAt', metrics: 'nextMetricsAt' } as const

/** Brings readings of an account forward to an instant; never puts them off. */
export async function readSoon(
  db: Executor,
  channelId: string,
  readings: readonly Reading[],
  at: Date,
): Promise<void> {
  for (const reading of readings) {
    await tablesOf<ChannelsTables>(db)
      .updateTable('channels')
      .set((eb) => ({ [column[reading]]: eb.fn('least', [column[reading], eb.val(at)]) }))
      .where('id', '=', channelId)
      .execute()
    await wake(db, reading)
  }
}
