import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wholePost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'
import type { ApprovalView } from './api.ts'
import { presentApproval, type Viewer } from './present-approval.ts'

/** What a post waits for, or last waited for; null when it never did. @throws Problem when there is no such post */
export async function readApproval(
  db: Executor,
  companyId: string,
  postId: string,
  viewer: Viewer,
): Promise<ApprovalView | null> {
  const whole = await wholePost(db, companyId, postId)
  const latest = await tablesOf<PublishingTables>(db)
    .selectFrom('approvals')
    .selectAll()
    .where('postId', '=', postId)
    .orderBy('requestedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!latest) return null
  return presentApproval(db, whole, latest, viewer)
}
