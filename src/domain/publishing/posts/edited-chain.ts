import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { atRest } from './hindrances.ts'
import type { WholePost } from './store.ts'

/** Whether the post, as it stands, has something to say in this row. */
function isWanted({ post, variants }: WholePost, { channelId, kind, part }: Delivery): boolean {
  const variant = variants.find((one) => one.channelId === channelId)
  if (!variant) return false
  if (kind === 'part') return part <= (variant.thread ?? post.thread).length
  if (kind === 'comment') return (variant.firstComment ?? post.firstComment).trim() !== ''
  return true
}

/** It was off the list because the post no longer had it, not because a person took it off. */
export const wasNotWanted = (before: WholePost, delivery: Delivery): boolean =>
  !isWanted(before, delivery)

/** Accounts, parts and comments that the post no longer has. What was tried keeps its story. */
export async function takeOffSurplus(trx: Executor, whole: WholePost, now: Date): Promise<void> {
  const surplus = whole.deliveries.filter((d) => atRest(d) && !isWanted(whole, d))
  // From the end: a row takes with it what follows.
  for (const { id } of surplus.toSorted((a, b) => b.part - a.part)) await drop(trx, id, now)
}

async function drop(trx: Executor, id: string, now: Date): Promise<void> {
  const tables = tablesOf<PublishingTables>(trx)
  const tried = await tables
    .selectFrom('attempts')
    .select('id')
    .where('deliveryId', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (!tried) await tables.deleteFrom('deliveries').where('id', '=', id).execute()
  else
    await tables
      .updateTable('deliveries')
      .set({ state: 'cancelled', updatedAt: now })
      .where('id', '=', id)
      .execute()
}
