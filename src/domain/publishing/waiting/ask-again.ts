import { type SqlBool, sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Actor } from '#platform/http/route.ts'
import type { Hold } from '../model.ts'
import type { PublishingTables } from '../tables.ts'
import type { DecidedView } from './api.ts'

/**
 * Takes a decision back: what has not been tried since waits again, with its thread. What has left, or is leaving,
 * stays as it is; so does what belongs to a post that was deleted or made a draft meanwhile.
 */
export async function askAgain(
  desk: Desk,
  actor: Actor,
  ids: readonly string[],
): Promise<DecidedView> {
  const { companyId } = actor
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const now = desk.clock.now()
      const rows = await trx
        .updateTable('deliveries')
        .set({
          state: 'planned',
          holds: sql<Hold[]>`array_append(array_remove(holds, 'ask'), 'ask')`,
          updatedAt: now,
        })
        .where('companyId', '=', companyId)
        .where('state', 'in', ['planned', 'cancelled'])
        .where('mustConfirm', '=', false)
        .where('tries', '=', 0)
        .where(sameThread(ids))
        .where(sql<SqlBool>`(post_id is null
          or exists (select from posts where posts.id = post_id and posts.state = 'scheduled'))`)
        .returning(['id', 'postId', 'channelId'])
        .execute()
      for (const { id, postId, channelId } of rows) {
        const subject = `delivery:${id}`
        await audit(trx, { companyId, at: now, actor: actor.id, action: 'delivery.ask', subject })
        await emit(trx, companyId, 'delivery.changed', { deliveryId: id, postId, channelId })
      }
      return { decided: rows.map(({ id }) => ({ id, at: null })), closed: [] }
    })
}

const sameThread = (ids: readonly string[]) => sql<SqlBool>`exists (
  select from deliveries named where named.id = any (${[...ids]}::uuid[]) and (named.id = deliveries.id
    or (named.post_id = deliveries.post_id and named.channel_id = deliveries.channel_id
      and named.part < deliveries.part)))`
