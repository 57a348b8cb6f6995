import { z } from 'zod'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import { type DeskEvent, emit } from '#platform/events/outbox.ts'
import type { AssignmentTables } from './tables.ts'

/** What somebody looked after is nobody's once they are no member any more. */
export function subscriptions(): Subscription[] {
  return [{ event: 'member.removed', handle: handBack }]
}

const removed = z.object({ userId: z.string() })

async function handBack(trx: Executor, { companyId, payload }: DeskEvent): Promise<void> {
  const handed = await tablesOf<AssignmentTables>(trx)
    .deleteFrom('mentionAssignments')
    .where('companyId', '=', companyId)
    .where('userId', '=', removed.parse(payload).userId)
    .returning('mentionId')
    .execute()
  if (handed.length > 0) await emit(trx, companyId, 'mention.changed', { mentions: handed.length })
}
