import type { Returned } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { messageIdOf } from './message-id.ts'
import type { Subscriber, SubscribersTables } from './tables.ts'

/** So many letters in a row, over so long, came back for a while: nothing more is sent there. */
const IN_A_ROW = 3
const OVER_MS = 3 * 24 * 3_600_000
const SAID = 300

/** Takes notice of what came back to an account's mailbox; what was told before, or is of nobody's, changes nothing. */
export async function takeReturns(
  desk: Desk,
  channelId: string,
  returns: Returned[],
): Promise<void> {
  for (const returned of returns) {
    await desk.db.transaction().execute(async (trx) => {
      const subscriber = await tablesOf<SubscribersTables>(trx)
        .selectFrom('subscribers')
        .selectAll()
        .where('channelId', '=', channelId)
        .where('token', '=', returned.token)
        .forUpdate()
        .executeTakeFirst()
      if (!subscriber || !(await keep(trx, subscriber, returned))) return
      await follow(trx, subscriber, returned, desk.clock.now())
    })
  }
}

/** @returns whether it was new */
async function keep(trx: Executor, { id, channelId }: Subscriber, returned: Returned) {
  const { key, kind, messageId, said, at } = returned
  const kept = await tablesOf<SubscribersTables>(trx)
    .insertInto('returnedLetters')
    .values({ channelId, key, subscriberId: id, kind, messageId, said: said.slice(0, SAID), at })
    .onConflict((c) => c.columns(['channelId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return kept !== undefined
}

async function follow(trx: Executor, subscriber: Subscriber, { kind, said }: Returned, now: Date) {
  if (kind === 'leaves') return end(trx, subscriber, 'left', 'themselves', now)
  if (kind === 'complaint') return end(trx, subscriber, 'left', 'complaint', now)
  if (kind === 'gone') return end(trx, subscriber, 'suspended', said.slice(0, SAID), now)
  if (!(await alwaysComesBack(trx, subscriber))) return
  await end(trx, subscriber, 'suspended', `${IN_A_ROW} × ${said}`.slice(0, SAID), now)
}

async function end(
  trx: Executor,
  { id }: Subscriber,
  state: 'left' | 'suspended',
  endedBy: string,
  now: Date,
): Promise<void> {
  await tablesOf<SubscribersTables>(trx)
    .updateTable('subscribers')
    .set({ state, endedAt: now, endedBy })
    .where('id', '=', id)
    // Somebody out of reach may still ask to leave; whoever left stays so.
    .where('state', 'in', state === 'left' ? ['subscribed', 'suspended'] : ['subscribed'])
    .execute()
}

/** Whether each of the last letters came back for a while, the first of them long enough before the last. */
async function alwaysComesBack(trx: Executor, { id, address }: Subscriber): Promise<boolean> {
  const tables = tablesOf<SubscribersTables>(trx)
  const last = await tables
    .selectFrom('mailingLetters')
    .select(['mailingId', 'at'])
    .where('subscriberId', '=', id)
    .where('state', '=', 'sent')
    .orderBy('at', 'desc')
    .limit(IN_A_ROW)
    .execute()
  const times = last.map(({ at }) => at?.getTime() ?? 0)
  if (last.length < IN_A_ROW || Math.max(...times) - Math.min(...times) < OVER_MS) return false
  const cameBack = await tables
    .selectFrom('returnedLetters')
    .select('messageId')
    .distinct()
    .where('subscriberId', '=', id)
    .where('kind', '=', 'later')
    .where(
      'messageId',
      'in',
      last.map(({ mailingId }) => messageIdOf(mailingId, address)),
    )
    .execute()
  return cameBack.length === IN_A_ROW
}
