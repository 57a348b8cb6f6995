import type { Failure } from '#connectors/_contract/failure.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { storable } from '#platform/db/storable.ts'
import { emit } from '#platform/events/outbox.ts'
import type { ChannelsTables } from './tables.ts'

/**
 * Keeps what a failure says of the account. Revoked access breaks the channel until a person connects it again;
 * a request to wait is honoured; anything else is a passing trouble.
 * @param usedSecrets what the network refused, sealed: a refusal of what has been renewed since says nothing
 */
export async function reportFailure(
  db: Executor,
  channelId: string,
  failure: Failure,
  now: Date,
  usedSecrets?: string,
): Promise<void> {
  const channels = tablesOf<ChannelsTables>(db)
  if (failure.kind === 'rate') {
    await channels
      .updateTable('channels')
      .set({ notBefore: failure.until })
      .where('id', '=', channelId)
      .execute()
    return
  }
  if (failure.kind !== 'auth') return
  const broken = await channels
    .updateTable('channels')
    .set({ state: 'broken', trouble: storable(failure.detail), troubleSince: now })
    .where('id', '=', channelId)
    .where('state', '=', 'connected')
    .$if(usedSecrets !== undefined, (q) => q.where('sealedSecrets', '=', usedSecrets ?? ''))
    .returning('companyId')
    .executeTakeFirst()
  if (broken) await emit(db, broken.companyId, 'channel.broken', { channelId })
}

/** The network answered: passing troubles are over. */
export async function heardFrom(db: Executor, channelId: string, now: Date): Promise<void> {
  await tablesOf<ChannelsTables>(db)
    .updateTable('channels')
    .set({ lastHeardAt: now })
    .where('id', '=', channelId)
    .execute()
}
