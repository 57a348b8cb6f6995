import { accessEnds, findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import type { DeskEvent } from '#platform/events/outbox.ts'
import { planLetter } from '../letters/plan-letter.ts'
import type { PublishingTables } from '../tables.ts'

/** A week: a holiday passes, and whoever holds the password can be found. */
const AHEAD = 7 * 86_400_000

/**
 * A post that is planned for after the end of its account's access, or an account whose access ends before its posts:
 * told by one letter, a week before the end, or at once when that is nearer.
 */
export function subscriptions(desk: Desk): Subscription[] {
  const ofPost = (trx: Executor, { companyId, payload }: DeskEvent) =>
    foresee(desk, trx, companyId, { postId: String(payload['postId']) })
  return [
    { event: 'post.scheduled', handle: ofPost },
    { event: 'post.changed', handle: ofPost },
    {
      event: 'channel.connected',
      handle: (trx, { companyId, payload }) =>
        foresee(desk, trx, companyId, { channelId: String(payload['channelId']) }),
    },
  ]
}

async function foresee(
  desk: Desk,
  trx: Executor,
  companyId: string,
  of: { postId?: string; channelId?: string },
): Promise<void> {
  let query = tablesOf<PublishingTables>(trx)
    .selectFrom('deliveries')
    .select((eb) => ['channelId', eb.fn.max('dueAt').as('last')])
    .where('companyId', '=', companyId)
    .where('state', '=', 'planned')
    .groupBy('channelId')
  if (of.postId) query = query.where('postId', '=', of.postId)
  if (of.channelId) query = query.where('channelId', '=', of.channelId)
  const now = desk.clock.now()
  for (const { channelId, last } of await query.execute()) {
    const channel = await findChannel(trx, companyId, channelId)
    const ends = channel ? accessEnds(desk, channel) : null
    if (!ends || (last as Date) <= ends) continue
    const at = new Date(Math.max(now.getTime(), ends.getTime() - AHEAD))
    const about = `${channelId} ${ends.toISOString()}`
    await planLetter(trx, { companyId, kind: 'access', about, at, once: true })
  }
}
