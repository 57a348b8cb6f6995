import { tablesOf, type Executor } from '#platform/db/database.ts'
import type { Text } from '#platform/text.ts'
import type { DeliveryState } from '../model.ts'
import type { Delivery, PublishingTables } from '../tables.ts'

/** What each delivery waits for that will not leave by itself, in words; those that wait for nothing are left out. */
export async function whyTheyWait(
  db: Executor,
  deliveries: readonly Delivery[],
): Promise<Map<string, Text>> {
  const waiting = deliveries.filter(({ state, afterId }) => state === 'planned' && afterId)
  if (waiting.length === 0) return new Map()
  const before = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .select(['id', 'afterId', 'state'])
    .where('postId', 'in', [...new Set(waiting.flatMap(({ postId }) => postId ?? []))])
    .execute()
  const byId = new Map(before.map((row) => [row.id, row]))
  return new Map(
    waiting.flatMap(({ id, afterId }) => {
      let ahead = byId.get(afterId ?? '')
      while (ahead?.state === 'planned') ahead = byId.get(ahead.afterId ?? '')
      const reason = ahead && reasons[ahead.state]
      return reason ? [[id, reason]] : []
    }),
  )
}

const reasons: Partial<Record<DeliveryState, Text>> = {
  failed: {
    en: 'It waits for what comes before it, which did not leave. Retry that one first: this one follows by itself.',
    fr: 'Elle attend ce qui la précède, qui n’est pas parti. Réessayez d’abord cet envoi : celle-ci suivra d’elle-même.',
  },
  unknown: {
    en: 'It waits for what comes before it: nobody knows yet whether that left. Settle that one first.',
    fr: 'Elle attend ce qui la précède : on ne sait pas encore si cet envoi est parti. Tranchez-le d’abord.',
  },
  cancelled: {
    en: 'What comes before it was taken off: it will not leave. Cancel it.',
    fr: 'Ce qui la précède a été retiré : elle ne partira pas. Annulez-la.',
  },
}
