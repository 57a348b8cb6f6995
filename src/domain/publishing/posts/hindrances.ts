import { findChannel } from '#domain/channels/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { Problem, type ProblemKind } from '#platform/http/problem.ts'
import { alreadyLeft, leavingNow, mayHaveLeft, takenOff } from '../errors.ts'
import type { DeliveryState } from '../model.ts'
import type { Delivery } from '../tables.ts'
import type { WholePost } from './store.ts'

/** It is not in anybody's hands, and nobody wonders whether it left. */
export const atRest = ({ state, mustConfirm }: Delivery) => !mustConfirm && AT_REST.has(state)

/** What was handed to a person is not put up yet: it may still be edited, moved or taken off. */
const AT_REST = new Set<DeliveryState>(['planned', 'handed', 'failed', 'cancelled'])

/** @throws Problem when the post was deleted */
export function refuseCancelled({ post }: WholePost): void {
  if (post.state === 'cancelled') throw new Problem(takenOff)
}

/** @throws Problem when one of the deliveries is leaving at this moment */
export async function refuseLeaving(db: Executor, { deliveries }: WholePost): Promise<void> {
  await refuse(
    db,
    leavingNow,
    deliveries.find(({ state }) => state === 'sending'),
  )
}

/** @throws Problem when anything of it has left, is leaving, or may have left */
export async function refuseLeft(db: Executor, whole: WholePost): Promise<void> {
  await refuseLeaving(db, whole)
  await refuse(
    db,
    alreadyLeft,
    whole.deliveries.find(({ state }) => state === 'published'),
  )
  await refuse(
    db,
    mayHaveLeft,
    whole.deliveries.find((delivery) => !atRest(delivery)),
  )
}

/** Says no, naming the account, when there is a delivery in the way. */
export async function refuse(
  db: Executor,
  kind: ProblemKind,
  delivery: Delivery | undefined,
): Promise<void> {
  if (!delivery) return
  const channel = await findChannel(db, delivery.companyId, delivery.channelId)
  throw new Problem(kind, { account: channel?.handle ?? '?' })
}
