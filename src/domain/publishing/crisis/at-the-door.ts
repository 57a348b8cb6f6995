import type { Channel } from '#domain/channels/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { putHold } from '../deliveries/holds.ts'
import type { CrisisSwitch, Delivery, Post, PublishingTables } from '../tables.ts'
import { passBarrier, passBarrierIfOpen } from './barrier.ts'
import { covers, type Leaving, switchesOn } from './covers.ts'
import { repliesHeld } from './errors.ts'
import { ledgerRows } from './ledger-rows.ts'

/**
 * The last question before a request may leave, in the transaction that would say so, on a delivery held by it.
 * What may have left already is only read back, and passes.
 * @returns whether it was held instead
 */
export async function holdInsteadOfSending(
  trx: Executor,
  channel: Channel,
  delivery: Delivery,
  now: Date,
): Promise<boolean> {
  if (delivery.mustConfirm) return false
  const { companyId, id } = delivery
  await passBarrier(trx, companyId)
  const on = await switchesOn(trx, companyId)
  if (on.length === 0) return false
  const leaving = {
    ...delivery,
    ...channelOf(channel),
    campaignId: await campaignOf(trx, delivery),
  }
  if (!on.some((one) => covers(one, leaving))) return false
  await putHold(trx, { companyId, deliveryIds: [id] }, 'crisis', now)
  return true
}

/**
 * What is planned while a switch is on shows as held at once. While a switch is just being pressed or lifted it is
 * left as it is: the door above holds it when its hour comes.
 */
export async function holdWhatIsPlanned(
  trx: Executor,
  { id: postId, companyId }: Pick<Post, 'id' | 'companyId'>,
  now: Date,
): Promise<void> {
  if (!(await passBarrierIfOpen(trx, companyId))) return
  const on = await switchesOn(trx, companyId)
  if (on.length === 0) return
  const rows = (await ledgerRows(trx, companyId, { postId })).filter((row) =>
    on.some((one) => covers(one, row)),
  )
  if (rows.length === 0) return
  await putHold(trx, { companyId, deliveryIds: rows.map(({ id }) => id) }, 'crisis', now)
}

/** @throws Problem when replies by this account are held: better told at once than left lying for days */
export async function refuseHeldReply(
  db: Executor,
  companyId: string,
  channel: Channel,
): Promise<void> {
  const leaving: Leaving = { postId: null, ...channelOf(channel), campaignId: null }
  const by = (await switchesOn(db, companyId)).find((one) => covers(one, leaving))
  if (by) throw new Problem(repliesHeld, { name: by.onBy, reason: reasonOf(by) })
}

const reasonOf = ({ reason }: CrisisSwitch) => (reason ? ` (${reason})` : '')

const channelOf = ({ id: channelId, connectorId }: Channel) => ({ channelId, connectorId })

async function campaignOf(trx: Executor, { postId }: Delivery): Promise<string | null> {
  if (postId === null) return null
  const post = await tablesOf<PublishingTables>(trx)
    .selectFrom('posts')
    .select('campaignId')
    .where('id', '=', postId)
    .executeTakeFirst()
  return post?.campaignId ?? null
}
