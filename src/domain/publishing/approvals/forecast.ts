import type { z } from 'zod'
import { type Executor } from '#platform/db/database.ts'
import type { Author } from '../posts/draft-post.ts'
import { wholePost } from '../posts/store.ts'
import type { neededInput, NeededView } from './api.ts'
import { decidersOf, neededFor, newlyConcerned } from './needed.ts'
import { decisionsOf, hashesNow, hashesOfDraft, requestOf } from './store.ts'
import type { Rule } from './tables.ts'

/** What saving or scheduling a draft as it stands would wait for, and whose approval it would void. Keeps nothing. */
export async function forecastApproval(
  db: Executor,
  author: Author,
  draft: z.output<typeof neededInput>,
): Promise<NeededView> {
  const { companyId } = author
  const request = draft.postId ? await requestOf(db, draft.postId) : undefined
  const voids = request ? await voidedBy(db, request.id, companyId, draft) : []
  const joined = draft.postId ? await joinedBy(db, author, draft.postId, draft) : []
  if (request) {
    const steps = [...request.steps, ...joined.flatMap((rule) => rule.steps)]
    return {
      needed: true,
      steps: await present(db, companyId, steps),
      rules: joined.map(({ name }) => name),
      voids,
    }
  }
  if (
    draft.postId &&
    joined.length === 0 &&
    !(await changesWhatLeaves(db, companyId, draft.postId, draft))
  ) {
    return { needed: false, steps: [], rules: [], voids }
  }
  const need = await neededFor(db, author, {
    ...(draft.postId ? { postId: draft.postId } : {}),
    channelIds: draft.variants.map(({ channelId }) => channelId),
    campaignId: draft.campaignId,
  })
  return {
    needed: need !== null,
    steps: await present(db, companyId, need?.steps ?? []),
    rules: need?.rules ?? [],
    voids,
  }
}

/** Rules that concern a post on the calendar once it is saved as it stands, and do not now. */
async function joinedBy(
  db: Executor,
  author: Author,
  postId: string,
  { variants, campaignId }: z.output<typeof neededInput>,
): Promise<Rule[]> {
  const { post, variants: before } = await wholePost(db, author.companyId, postId)
  if (post.state !== 'scheduled') return []
  const ids = (list: readonly { channelId: string }[]) => list.map(({ channelId }) => channelId)
  const was = { channelIds: ids(before), campaignId: post.campaignId }
  return newlyConcerned(db, author, was, { channelIds: ids(variants), campaignId })
}

async function present(
  db: Executor,
  companyId: string,
  steps: NonNullable<Awaited<ReturnType<typeof neededFor>>>['steps'],
) {
  const deciders = await decidersOf(db, companyId, steps)
  return steps.map(({ quorum }, index) => ({ deciders: deciders[index] ?? [], quorum }))
}

/** A post on the calendar that needed nothing goes on needing nothing while it says the same. */
async function changesWhatLeaves(
  db: Executor,
  companyId: string,
  postId: string,
  draft: z.output<typeof neededInput>,
): Promise<boolean> {
  const whole = await wholePost(db, companyId, postId)
  if (whole.post.state !== 'scheduled') return true
  const [now, then] = [await hashesNow(db, whole), await hashesOfDraft(db, companyId, draft)]
  return Object.entries(then).some(([account, hash]) => now[account] !== hash)
}

/** Names of those whose approval holds now for an account that would say something else. */
async function voidedBy(
  db: Executor,
  approvalId: string,
  companyId: string,
  draft: z.output<typeof neededInput>,
): Promise<string[]> {
  if (!draft.postId) return []
  const now = await hashesNow(db, await wholePost(db, companyId, draft.postId))
  const then = await hashesOfDraft(db, companyId, draft)
  const touched = Object.keys(then).filter((account) => then[account] !== now[account])
  const decisions = await decisionsOf(db, approvalId)
  const held = decisions.filter(
    ({ decision, hashes }) =>
      decision === 'approve' &&
      touched.some((account) => hashes[account] === now[account] && now[account]),
  )
  return [...new Set(held.map(({ byName }) => byName))]
}
