import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Author } from '../posts/draft-post.ts'
import type { WholePost } from '../posts/store.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import type { Hashes } from './model.ts'
import { type About, mayPublishAlone, type Need, neededFor, newlyConcerned } from './needed.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { hashesNow, requestOf } from './store.ts'
import type { Approval } from './tables.ts'

/** Why the question is asked. */
export type Occasion =
  /** It gets a time, or leaves now. */
  | { what: 'schedule'; now: boolean; moving: boolean }
  /** Its words, accounts or campaign change. @param before what each account said until now */
  | { what: 'edit'; before: Hashes; campaignBefore: string | null }

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
    ? await again(trx, author, whole, found, occasion)
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
  const { post } = whole
  const hashes = await hashesNow(trx, whole)
  const about = aboutOf(whole)
  const joins = occasion.what === 'edit' && (await joinsCampaign(trx, author, about, occasion))
  if (occasion.what === 'edit' && !joins && sameHashes(occasion.before, hashes)) return null
  const need = await neededFor(trx, author, { ...about, postId: post.id })
  // What could leave under no campaign, or another, may not under this one: no account is cleared.
  const asked = joins ? { ...occasion, before: {} } : occasion
  return need && insertRequest(trx, desk, author, whole, need, asked)
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

const aboutOf = ({ post, variants }: WholePost): About => ({
  channelIds: variants.map(({ channelId }) => channelId),
  campaignId: post.campaignId,
})

/** Whether its new campaign puts it under a rule that did not concern it. */
async function joinsCampaign(
  db: Executor,
  author: Author,
  about: About,
  { campaignBefore }: { campaignBefore: string | null },
): Promise<boolean> {
  if (about.campaignId === null || about.campaignId === campaignBefore) return false
  const was = { ...about, campaignId: campaignBefore }
  return (await newlyConcerned(db, author, was, about)).length > 0
}

/** The same request, for a post that was moved or changed: by whom it must be agreed to as well, when it joins a rule. */
async function again(
  trx: Executor,
  author: Author,
  whole: WholePost,
  request: Approval,
  occasion: Occasion,
): Promise<Approval> {
  if (occasion.what === 'edit') return alsoAsk(trx, author, whole, request, occasion)
  if (occasion.now === request.asap) return request
  return tablesOf<PublishingTables>(trx)
    .updateTable('approvals')
    .set({ asap: occasion.now })
    .where('id', '=', request.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Adds the steps of rules that concern it only now, after those there are. */
async function alsoAsk(
  trx: Executor,
  author: Author,
  whole: WholePost,
  request: Approval,
  { before, campaignBefore }: Extract<Occasion, { what: 'edit' }>,
): Promise<Approval> {
  const about = aboutOf(whole)
  const was = { channelIds: Object.keys(before), campaignId: campaignBefore }
  const rules = await newlyConcerned(trx, author, was, about)
  if (rules.length === 0) return request
  const joins = await joinsCampaign(trx, author, about, { campaignBefore })
  return tablesOf<PublishingTables>(trx)
    .updateTable('approvals')
    .set({
      steps: asJson([...request.steps, ...rules.flatMap(({ steps }) => steps)]),
      ...(joins ? { cleared: asJson({}) } : {}),
    })
    .where('id', '=', request.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whether no account says anything new. An account that goes says nothing. */
const sameHashes = (before: Hashes, after: Hashes) =>
  Object.entries(after).every(([account, hash]) => before[account] === hash)
