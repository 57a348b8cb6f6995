import type { z } from 'zod'
import type { Executor } from '#platform/db/database.ts'
import type { WholePost } from '../posts/store.ts'
import type { ApprovalView, decisionView } from './api.ts'
import { sealOf } from './content.ts'
import { type Decider, type Hashes, howMany, isTheirOwn, standing } from './model.ts'
import { decidersOf, mayPublishAlone } from './needed.ts'
import { deadlineOf } from './plan-notices.ts'
import { decisionsOf, hashesNow } from './store.ts'
import type { Approval, DecisionRow } from './tables.ts'
import type { Author } from '../posts/draft-post.ts'

/** Who looks: it decides what they are shown that they may do. */
export type Viewer = { kind: 'member' | 'key'; author: Author } | { kind: 'guest'; id: string }

/** A request with where it stands, for one reader. */
export async function presentApproval(
  db: Executor,
  whole: Pick<WholePost, 'post' | 'variants'>,
  request: Approval,
  viewer: Viewer,
): Promise<ApprovalView> {
  const { post } = whole
  const hashes = await hashesNow(db, whole)
  const decisions = await decisionsOf(db, request.id)
  const deciders = await decidersOf(db, post.companyId, request.steps)
  const since = request.resubmittedAfter
  const stands = standing({ ...request, decisions, hashes, deciders, since })
  const isOver = request.state === 'refused' || request.state === 'withdrawn'
  const { active } = stands
  return {
    id: request.id,
    postId: post.id,
    state: isOver ? request.state : stands.state,
    requestedBy: { id: request.requestedBy, name: request.requestedName },
    requestedAt: request.requestedAt.toISOString(),
    asap: request.asap,
    content: sealOf(hashes),
    active,
    steps: request.steps.map((step, index) => ({
      state: stands.steps[index]?.done ? 'done' : index === active ? 'open' : 'later',
      deciders: deciders[index] ?? [],
      quorum: step.quorum,
      approvals: stands.steps[index]?.approvedBy.length ?? 0,
      needed: howMany(step, deciders[index] ?? []),
      deadline: deadlineOf(request, step, post.scheduledAt)?.toISOString() ?? null,
      stuck:
        ableOf(deciders[index] ?? [], step.ownPosts ? [] : post.authorIds) <
        howMany(step, deciders[index] ?? []),
    })),
    decisions: decisions.map((row) => presentDecision(row, hashes)),
    free: stands.free,
    mayDecide:
      !isOver &&
      active < request.steps.length &&
      mayDecide(viewer, deciders[active] ?? [], request, whole, active),
    mayWithdraw: !isOver && mayWithdraw(viewer, request),
  }
}

/** Who asked for it, or who may publish alone. */
export const mayWithdraw = (viewer: Viewer, { requestedBy }: Approval): boolean =>
  viewer.kind !== 'guest' &&
  (viewer.author.id === requestedBy ||
    (mayPublishAlone(viewer.author) && (viewer.author.scopes?.has('posts:write') ?? true)))

const ableOf = (deciders: readonly Decider[], authors: readonly string[]) =>
  deciders.filter(({ id }) => !authors.includes(id)).length

function mayDecide(
  viewer: Viewer,
  deciders: readonly Decider[],
  request: Approval,
  { post, variants }: Pick<WholePost, 'post' | 'variants'>,
  active: number,
): boolean {
  if (viewer.kind === 'key') return false
  const id = viewer.kind === 'guest' ? viewer.id : viewer.author.id
  const kind = viewer.kind === 'guest' ? 'guest' : 'member'
  if (!deciders.some((one) => one.kind === kind && one.id === id)) return false
  const channels = viewer.kind === 'guest' ? 'all' : (viewer.author.channels ?? 'all')
  if (channels !== 'all' && !variants.every((one) => channels.has(one.channelId))) return false
  const own = isTheirOwn(id, post, request)
  return !own || (request.steps[active]?.ownPosts ?? false) || usuallyAlone(viewer, request, post)
}

/**
 * They could have published it without asking: then their own words hold nothing up. What they asked somebody else to
 * read is not offered to them; what a feed of theirs asked by itself is.
 */
const usuallyAlone = (
  viewer: Viewer,
  { byRight, requestedBy }: Approval,
  { origin }: Pick<WholePost['post'], 'origin'>,
) =>
  viewer.kind === 'member' &&
  mayPublishAlone(viewer.author) &&
  !byRight &&
  (viewer.author.id !== requestedBy || origin !== null)

function presentDecision(row: DecisionRow, hashes: Hashes): z.input<typeof decisionView> {
  const { step, byKind: kind, byId: id, byName: name, decision, comment, at } = row
  return {
    step,
    by: { kind, id, name },
    decision,
    comment,
    at: at.toISOString(),
    voidedFor: Object.keys(hashes).filter((account) => row.hashes[account] !== hashes[account]),
  }
}
