import type { z } from 'zod'
import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { postChanges, variantInput } from './api.ts'
import { holdForApproval } from '../approvals/hold-for-approval.ts'
import { noteAuthor } from '../approvals/note-author.ts'
import { hashesNow } from '../approvals/store.ts'
import { alreadyLeft, mayHaveLeft } from '../errors.ts'
import { asJson } from '#platform/db/storable.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { makeReady } from './check-post.ts'
import { type Author, namedIn, putVariants, refuseStrangers } from './draft-post.ts'
import { atRest, refuse, refuseCancelled, refuseLeaving } from './hindrances.ts'
import { takeOffSurplus, wasNotWanted } from './edited-chain.ts'
import { planDeliveries } from './plan-deliveries.ts'
import { lockPost, refuseStale, variantsOf, type WholePost, wholePost } from './store.ts'

type Changes = z.output<typeof postChanges>

/**
 * Changes a post. When it is scheduled, it must stay ready to leave, and what has not left yet is planned anew
 * with the new words in the same transaction; what has left stays as it left.
 * @throws Problem when somebody else changed it meanwhile, it is leaving right now, or it has left by every account
 */
export async function editPost(
  desk: Desk,
  author: Author,
  id: string,
  { version, ...changes }: Changes,
): Promise<void> {
  const { companyId } = author
  const { timeZone } = await companyOf(desk.db, companyId)
  const seen = await wholePost(desk.db, companyId, id)
  refuseCancelled(seen)
  refuseStale(seen.post, version, timeZone)
  await refuseStrangers(desk.db, companyId, changes)
  await refuseOtherAccounts(desk.db, author, namedIn(changes.variants ?? []))
  if (seen.post.state === 'scheduled') {
    await makeReady(desk, companyId, { ...seen.post, variants: seen.variants, ...changes })
  }
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const whole = await lockPost(trx, companyId, id)
      // The words are common to all its accounts.
      await refuseOtherAccounts(trx, author, namedIn(whole.variants))
      refuseCancelled(whole)
      refuseStale(whole.post, version, timeZone)
      if (whole.post.state === 'scheduled') await refuseTooLate(trx, whole, changes.variants)
      const before = await hashesNow(trx, whole)
      const changed = await write(trx, desk, author, whole, changes)
      await noteAuthor(trx, author, whole, changed)
      if (changed.post.state === 'scheduled') {
        await replan(trx, desk, author, changed, whole)
        const campaignBefore = whole.post.campaignId
        const occasion = { what: 'edit' as const, before, campaignBefore }
        await holdForApproval(trx, desk, author, changed, occasion)
      }
      await emit(trx, companyId, 'post.changed', { postId: id })
    })
}

async function write(
  trx: Executor,
  desk: Desk,
  author: Author,
  whole: WholePost,
  { variants, thread, poll, ...changes }: Omit<Changes, 'version'>,
): Promise<WholePost> {
  const { id, companyId } = whole.post
  const now = desk.clock.now()
  const post = await tablesOf<PublishingTables>(trx)
    .updateTable('posts')
    .set((eb) => ({
      ...changes,
      ...(thread ? { thread: asJson(thread) } : {}),
      ...(poll === undefined ? {} : { poll: poll && asJson(poll) }),
      version: eb('version', '+', 1),
      updatedBy: author.name,
      updatedAt: now,
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (!variants) return { ...whole, post }
  await putVariants(trx, companyId, id, variants)
  return { ...whole, post, variants: await variantsOf(trx, [id]) }
}

/** Content of what is at rest, new accounts and parts, and those taken off. */
async function replan(
  trx: Executor,
  desk: Desk,
  author: Author,
  whole: WholePost,
  before: WholePost,
): Promise<void> {
  const { post, variants } = whole
  const now = desk.clock.now()
  await planDeliveries(trx, desk, whole, {
    at: post.scheduledAt ?? now,
    by: author.name,
    revive: (d) => atRest(d) && d.state === 'cancelled' && wasNotWanted(before, d),
    rewrite: atRest,
  })
  await takeOffSurplus(trx, whole, now)
  const detail = { accounts: variants.length }
  await audit(trx, {
    companyId: post.companyId,
    at: now,
    actor: author.id,
    action: 'post.replanned',
    subject: `post:${post.id}`,
    detail,
  })
}

/** @throws Problem when the edit comes too late for one of the accounts it touches */
async function refuseTooLate(
  trx: Executor,
  whole: WholePost,
  variants: z.output<typeof variantInput>[] | undefined,
): Promise<void> {
  const { deliveries } = whole
  await refuseLeaving(trx, whole)
  const left = deliveries.filter(({ state }) => state === 'published')
  const stays = ({ channelId }: Delivery) =>
    !variants || variants.some((v) => v.channelId === channelId)
  await refuse(
    trx,
    alreadyLeft,
    left.find((delivery) => !stays(delivery)),
  )
  await refuse(
    trx,
    mayHaveLeft,
    deliveries.find((d) => !atRest(d) && d.state !== 'published' && !stays(d)),
  )
  // Once something has left, no account joins: it would leave at the moment of saving.
  const joins = variants?.some(
    (v) => !whole.variants.some((before) => before.channelId === v.channelId),
  )
  if (joins || !deliveries.some(atRest)) await refuse(trx, alreadyLeft, left[0])
}
