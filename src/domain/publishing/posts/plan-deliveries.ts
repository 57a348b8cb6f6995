import type { Desk } from '#domain/desk.ts'
import type { Executor } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { holdWhatIsPlanned } from '../crisis/at-the-door.ts'
import { DELIVERIES_WORK } from '../deliveries/ledger.ts'
import { copiesOf } from './copies.ts'
import { type Plan, planChain } from './plan-chain.ts'
import type { WholePost } from './store.ts'

/**
 * Writes into the ledger what leaves by each account of a post, and when, its content frozen: the post, the parts
 * of its thread, its first comment. One row for each, whatever happens: planned again, it is the same row. The
 * caller holds the post.
 */
export async function planDeliveries(
  trx: Executor,
  desk: Desk,
  { post, variants, deliveries }: WholePost,
  plan: Plan,
): Promise<void> {
  for (const copy of await copiesOf(trx, desk, post.companyId, { ...post, variants })) {
    const rows = deliveries.filter(({ channelId }) => channelId === copy.channel.id)
    await planChain(trx, desk, { post, copy, rows, plan })
  }
  await holdWhatIsPlanned(trx, post, desk.clock.now())
  await wake(trx, DELIVERIES_WORK)
}
