import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Author } from '../posts/draft-post.ts'
import type { WholePost } from '../posts/store.ts'
import { asJson } from '../storable.ts'
import type { PublishingTables } from '../tables.ts'
import type { Hashes } from './model.ts'
import { mayPublishAlone, type Need, neededFor } from './needed.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { hashesNow, requestOf } from './store.ts'
import type { Approval } from './tables.ts'

/** Why the question is asked. */
export type Occasion =
  /** It gets a time, or leaves now. */
  | { what: 'schedule'; now: boolean; moving: boolean }
  /** Its words change. @param before what each account said until now */
  | { what: 'edit'; before: Hashes }

/**
 * Holds back what needs approval, in the transaction that schedules or changes the post and after its deliveries
 * are planned: nothing is ever planned without its hold. The caller holds the post.
 */
export async function holdForApproval(
  trx: Executor,
  desk: Desk,
  author: Author,
  whole: WholePost,
  occasion: Occasion,
): Promise<void> {
  const { post } = whole
  const found = await requestOf(trx, post.id)
  const request = found
    ? await again(trx, found, occasion)
    : await ask(trx, desk, author, whole, occasion)
  if (request) await bringUpToDate(trx, desk, whole, request)
}

/** Asks for approval when it is needed and was not asked for yet. */
async function ask(
  trx: Executor,
  desk: Desk,
  author: Author,
  whole: WholePost,
  occasion: Occasion,
): Promise<Approval | null> {
  // Another hour for what may leave already needs nobody; leaving at once is not another hour.
  if (occasion.what === 'schedule' && occasion.moving && !occasion.now) return null
  const { post, variants } = whole
  const hashes = await hashesNow(trx, whole)
  const before = occasion.what === 'edit' ? occasion.before : {}
  if (occasion.what === 'edit' && sameHashes(before, hashes)) return null
  const channelIds = variants.map(({ channelId }) => channelId)
  const need = await neededFor(trx, author, {
    postId: post.id,
    channelIds,
    campaignId: post.campaignId,
  })
  return need && insertRequest(trx, desk, author, whole, need, occasion)
}

/** Writes the request down. */
export async function insertRequest(
  trx: Executor,
  desk: Desk,
  author: Author,
  { post }: WholePost,
  need: Need,
  occasion: Occasion,
): Promise<Approval> {
  const { companyId } = author
  const at = desk.clock.now()
  const request = await tablesOf<PublishingTables>(trx)
    .insertInto('approvals')
    .values({
      id: uuid({ msecs: at.getTime() }),
      companyId,
      postId: post.id,
      steps: asJson(need.steps),
      cleared: asJson(occasion.what === 'edit' ? occasion.before : {}),
      asap: occasion.what === 'schedule' && occasion.now,
      byRight: mayPublishAlone(author),
      requestedBy: author.id,
      requestedName: author.name,
      requestedAt: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = `post:${post.id}`
  const detail = { approval: request.id, steps: need.steps.length }
  await audit(trx, {
    companyId,
    at,
    actor: author.id,
    action: 'approval.requested',
    subject,
    detail,
  })
  await emit(trx, companyId, 'approval.requested', { postId: post.id, approvalId: request.id })
  return request
}

/** The same request, for a post that was moved or changed. */
async function again(trx: Executor, request: Approval, occasion: Occasion): Promise<Approval> {
  if (occasion.what !== 'schedule' || occasion.now === request.asap) return request
  return tablesOf<PublishingTables>(trx)
    .updateTable('approvals')
    .set({ asap: occasion.now })
    .where('id', '=', request.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whether no account says anything new. An account that goes says nothing. */
const sameHashes = (before: Hashes, after: Hashes) =>
  Object.entries(after).every(([account, hash]) => before[account] === hash)
