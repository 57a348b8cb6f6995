import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { alreadyLeft } from '../errors.ts'
import { type Author, namedIn } from '../posts/draft-post.ts'
import { atRest, refuse, refuseLeaving } from '../posts/hindrances.ts'
import { lockPost, type WholePost } from '../posts/store.ts'
import { backToDraft } from '../posts/unschedule-post.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { closeApproval } from './close-approval.ts'
import { sealOf } from './content.ts'
import {
  changedSinceSeen,
  nothingToDecide,
  notThisStep,
  notYours,
  ownPost,
  sayWhat,
} from './errors.ts'
import { type Decider, type Decision, type Hashes, isTheirOwn, type Standing } from './model.ts'
import { decidersOf, neededFor } from './needed.ts'
import { insertNotices } from './plan-notices.ts'
import { decisionsOf, hashesNow, requestOf, standingOf } from './store.ts'
import type { Approval } from './tables.ts'

/** Who decides: a member with what they may do, or somebody outside. */
export type By =
  | { kind: 'member'; id: string; name: string; author: Author }
  | { kind: 'guest'; id: string; name: string }

export interface Said {
  decision: Decision
  comment: string
  /** The step decided on, as it was shown. */
  step: number
  /** What was read: `content` of the approval. */
  content: string
}

/** An opinion of somebody outside whom no step names: it frees nothing, but asks for changes as anybody does. */
const OPINION = -1

/**
 * Writes a decision down and does what follows from it, in one transaction: the last approval frees the post, a
 * refusal makes it a draft again. Said twice, it is said once.
 * @throws Problem when what was read has changed, the step is not open or not theirs, or they wrote it themselves
 */
export async function decide(
  desk: Desk,
  companyId: string,
  by: By,
  postId: string,
  said: Said,
): Promise<void> {
  if (said.decision === 'changes' && said.comment.trim() === '') {
    throw new Problem(sayWhat, {}, { fields: [{ pointer: '/comment', detail: sayWhat.detail }] })
  }
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const whole = await lockPost(trx, companyId, postId)
      if (by.kind === 'member') {
        await refuseOtherAccounts(trx, by.author, namedIn(whole.variants))
      }
      const request = await requestOf(trx, postId)
      if (!request) throw new Problem(nothingToDecide)
      const hashes = await hashesNow(trx, whole)
      if (sealOf(hashes) !== said.content) throw new Problem(changedSinceSeen)
      await refuseTooLate(trx, whole, said.decision)
      const matter = { whole, request, by, said, hashes }
      const step = await stepOf(trx, matter)
      if (step === null) return
      const at = desk.clock.now()
      await keep(trx, matter, step, at)
      if (said.decision === 'refuse') await giveBack(trx, desk, whole, by)
      else await bringUpToDate(trx, desk, whole, request)
      await tell(trx, matter, at)
    })
}

/** What is decided on, by whom and how. */
interface Matter {
  whole: WholePost
  request: Approval
  by: By
  said: Said
  hashes: Hashes
}

/** @throws Problem when it is leaving, or has left, and is not to */
async function refuseTooLate(trx: Executor, whole: WholePost, decision: Decision): Promise<void> {
  if (decision === 'approve') return
  await refuseLeaving(trx, whole)
  const left = whole.deliveries.find(({ state }) => state === 'published')
  if (decision === 'refuse' || !whole.deliveries.some(atRest)) await refuse(trx, alreadyLeft, left)
}

/** The step that a decision is for; null when the same was said already. @throws Problem when it is not theirs */
async function stepOf(trx: Executor, matter: Matter): Promise<number | null> {
  const { request, by, hashes } = matter
  const { decision, step } = matter.said
  const deciders = await decidersOf(trx, request.companyId, request.steps)
  const decisions = await decisionsOf(trx, request.id)
  const mine = (index: number) =>
    deciders[index]?.some(({ kind, id }) => kind === by.kind && id === by.id) ?? false
  const last = decisions.findLast((one) => one.step === step && one.byId === by.id)
  if (last?.decision === decision && sealOf(last.hashes) === sealOf(hashes)) {
    // Said again after it was submitted again, a wish for changes is a new one.
    if (decision === 'approve' || last.id > request.resubmittedAfter) return null
  }
  if (by.kind === 'guest' && !deciders.some((_, index) => mine(index))) return OPINION
  const stands = await standingOf(trx, request, decisions, hashes)
  if (decision !== 'approve')
    return anyStepOf(stands, mine) ?? refuseStranger(deciders, stands.active)
  // After a wish for changes, whoever had it may take it back by approving the step it was for.
  const isOpen = step === stands.active || (last?.decision === 'changes' && mine(step))
  if (!isOpen) throw new Problem(notThisStep)
  if (!mine(step)) refuseStranger(deciders, step)
  await refuseOwn(trx, matter, step, deciders)
  return step
}

/** The open step when it is theirs, else the latest of theirs. */
function anyStepOf({ active, steps }: Standing, mine: (index: number) => boolean): number | null {
  if (mine(active)) return active
  const index = steps.findLastIndex((_, at) => mine(at))
  return index < 0 ? null : index
}

function refuseStranger(deciders: Decider[][], step: number): never {
  const names = (deciders[step] ?? deciders.at(-1) ?? []).map(({ name }) => name).join(', ')
  throw new Problem(notYours, { names: names || '—' })
}

/** Nobody approves what they wrote, unless the rule lets them, or they could have published it alone. */
async function refuseOwn(
  trx: Executor,
  { whole: { post, variants }, request, by }: Matter,
  step: number,
  deciders: Decider[][],
): Promise<void> {
  if (by.kind === 'guest' || request.steps[step]?.ownPosts) return
  if (!isTheirOwn(by.id, post, request)) return
  const channelIds = variants.map(({ channelId }) => channelId)
  const { campaignId } = post
  if (!(await neededFor(trx, by.author, { channelIds, campaignId }))) return
  const others = (deciders[step] ?? []).filter(({ id }) => id !== by.id)
  throw new Problem(ownPost, { names: others.map(({ name }) => name).join(', ') || '—' })
}

async function keep(
  trx: Executor,
  { request, by, said: { decision, comment }, hashes }: Matter,
  step: number,
  at: Date,
): Promise<void> {
  const { id: approvalId, companyId, postId } = request
  await tablesOf<PublishingTables>(trx)
    .insertInto('approvalDecisions')
    .values({
      companyId,
      approvalId,
      step,
      byKind: by.kind,
      byId: by.id,
      byName: by.name,
      decision,
      comment,
      hashes: asJson(hashes),
      at,
    })
    .execute()
  await audit(trx, {
    companyId,
    at,
    actor: by.kind === 'member' ? by.id : `guest:${by.id}`,
    action: `approval.${decision}`,
    subject: `post:${postId}`,
    detail: { approval: approvalId, step, content: sealOf(hashes) },
  })
}

/** Refused: a draft again, which nothing keeps from being written anew. */
async function giveBack(trx: Executor, desk: Desk, whole: WholePost, by: By): Promise<void> {
  await backToDraft(trx, whole, by.name, desk.clock.now())
  await closeApproval(trx, desk, whole.post, 'refused')
}

/** Screens by an event, whoever asked by a letter when there is something to do or nothing left to do. */
async function tell(
  trx: Executor,
  { whole: { post }, request, by, said: { decision } }: Matter,
  dueAt: Date,
): Promise<void> {
  const { companyId } = post
  const { state } = await tablesOf<PublishingTables>(trx)
    .selectFrom('approvals')
    .select('state')
    .where('id', '=', request.id)
    .executeTakeFirstOrThrow()
  const payload = { postId: post.id, approvalId: request.id, decision, state }
  await emit(trx, companyId, 'approval.decided', payload)
  await emit(trx, companyId, 'post.changed', { postId: post.id })
  if (decision === 'approve' && state !== 'approved') return
  if (by.id === request.requestedBy) return
  const about = `${state} ${dueAt.toISOString()} ${by.name}`
  const recipient = request.requestedBy
  await insertNotices(trx, request, [{ kind: 'decided', step: 0, recipient, about, dueAt }])
}
