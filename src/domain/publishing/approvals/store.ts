import { type Executor, tablesOf } from '#platform/db/database.ts'
import { findMedia } from '../media/store.ts'
import type { WholePost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'
import { hashesOf, picturesIn, type Said } from './content.ts'
import { type Hashes, type Standing, standing } from './model.ts'
import { decidersOf } from './needed.ts'
import type { Approval, DecisionRow } from './tables.ts'

/** The request that a post has now, if it has one. */
export async function requestOf(db: Executor, postId: string): Promise<Approval | undefined> {
  return tablesOf<PublishingTables>(db)
    .selectFrom('approvals')
    .selectAll()
    .where('postId', '=', postId)
    .where('state', 'in', ['open', 'changes', 'approved'])
    .executeTakeFirst()
}

export async function decisionsOf(db: Executor, approvalId: string): Promise<DecisionRow[]> {
  return tablesOf<PublishingTables>(db)
    .selectFrom('approvalDecisions')
    .selectAll()
    .where('approvalId', '=', approvalId)
    .orderBy('id')
    .execute()
}

/** What each account of a post says now. */
export async function hashesNow(
  db: Executor,
  { post, variants }: Pick<WholePost, 'post' | 'variants'>,
): Promise<Hashes> {
  return hashesOfDraft(db, post.companyId, { ...post, variants })
}

/** The same of a draft that is not kept. */
export async function hashesOfDraft(db: Executor, companyId: string, said: Said): Promise<Hashes> {
  return hashesOf(said, await findMedia(db, companyId, picturesIn(said)))
}

/** Where a request stands with what the post says. */
export async function standingOf(
  db: Executor,
  request: Approval,
  decisions: readonly DecisionRow[],
  hashes: Hashes,
): Promise<Standing> {
  return standing({
    ...request,
    decisions,
    hashes,
    deciders: await decidersOf(db, request.companyId, request.steps),
    since: request.resubmittedAfter,
  })
}
