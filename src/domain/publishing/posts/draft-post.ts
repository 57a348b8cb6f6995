import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { findChannel, type Limited, refuseOtherAccounts } from '#domain/channels/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { type FieldProblem, Problem } from '#platform/http/problem.ts'
import { invalidInput } from '#platform/http/problems.ts'
import type { Scope } from '#platform/http/route.ts'
import { postInput, type variantInput } from './api.ts'
import { findCampaign } from '../campaigns/store.ts'
import { findMedia } from '../media/store.ts'
import type { Origin, Part } from '../model.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'

export interface Author {
  companyId: string
  id: string
  name: string
  /** Accounts they may write for; all when absent. */
  channels?: Limited['channels']
  /**
   * What they may do. Without it the desk itself acts, for somebody who set it up and may publish alone; an empty set
   * makes what they schedule wait for approval.
   */
  scopes?: ReadonlySet<Scope>
  role?: string
}

export type Draft = z.output<typeof postInput>

/**
 * Keeps a post as a draft. Nothing in it needs to be ready; its accounts and pictures must exist.
 * @param given what is absent has its default
 * @param origin what made it, when no person did
 */
export async function draftPost(
  desk: Desk,
  author: Author,
  id: string,
  given: z.input<typeof postInput>,
  origin: Origin | null = null,
): Promise<void> {
  const { companyId } = author
  const draft = postInput.parse(given)
  const { variants, thread, poll, ...post } = draft
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await refuseStrangers(trx, companyId, draft)
      await refuseOtherAccounts(trx, author, namedIn(variants))
      const now = desk.clock.now()
      const inserted = await trx
        .insertInto('posts')
        .values({
          ...post,
          thread: asJson(thread),
          poll: poll && asJson(poll),
          origin: origin && asJson(origin),
          id,
          companyId,
          authorIds: [author.id],
          createdBy: author.name,
          updatedBy: author.name,
          createdAt: now,
          updatedAt: now,
        })
        // The same request again, under its Idempotency-Key.
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!inserted) return
      await putVariants(trx, companyId, id, variants)
      await emit(trx, companyId, 'post.changed', { postId: id })
    })
}

/** Replaces the variants of a post. */
export async function putVariants(
  trx: Executor,
  companyId: string,
  postId: string,
  variants: z.output<typeof variantInput>[],
): Promise<void> {
  const tables = tablesOf<PublishingTables>(trx)
  await tables.deleteFrom('variants').where('postId', '=', postId).execute()
  if (variants.length === 0) return
  const rows = variants.map(({ thread, options, crops, ...variant }, position) => ({
    ...variant,
    postId,
    companyId,
    position,
    options: asJson(options),
    crops: asJson(crops),
    thread: thread && asJson(thread),
  }))
  await tables.insertInto('variants').values(rows).execute()
}

/** @throws Problem that points at accounts, pictures and campaigns which this company does not have, or names twice */
export async function refuseStrangers(
  db: Executor,
  companyId: string,
  draft: Partial<Draft>,
): Promise<void> {
  const { mediaIds = [], variants = [], thread = [], campaignId } = draft
  const fields: FieldProblem[] = [
    ...(await unknownMedia(db, companyId, mediaIds, '/mediaIds')),
    ...(await unknownInThread(db, companyId, thread, '/thread')),
  ]
  if (campaignId && !(await findCampaign(db, companyId, campaignId)))
    fields.push({ pointer: '/campaignId', detail: unknownCampaign })
  for (const [i, variant] of variants.entries()) {
    const channel = await findChannel(db, companyId, variant.channelId)
    if (!channel) fields.push({ pointer: `/variants/${i}/channelId`, detail: unknownAccount })
    const first = variants.findIndex(({ channelId }) => channelId === variant.channelId)
    if (first < i) fields.push({ pointer: `/variants/${i}/channelId`, detail: accountTwice })
    fields.push(
      ...(await unknownMedia(db, companyId, variant.mediaIds ?? [], `/variants/${i}/mediaIds`)),
      ...(await unknownInThread(db, companyId, variant.thread ?? [], `/variants/${i}/thread`)),
    )
  }
  if (fields.length > 0) throw new Problem(invalidInput, {}, { fields })
}

async function unknownInThread(
  db: Executor,
  companyId: string,
  thread: readonly Part[],
  pointer: string,
): Promise<FieldProblem[]> {
  const found = thread.map(({ mediaIds }, i) =>
    unknownMedia(db, companyId, mediaIds, `${pointer}/${i}/mediaIds`),
  )
  return (await Promise.all(found)).flat()
}

async function unknownMedia(
  db: Executor,
  companyId: string,
  ids: string[],
  pointer: string,
): Promise<FieldProblem[]> {
  const known = await findMedia(db, companyId, ids)
  const missing = ids.findIndex((id) => !known.some((media) => media.id === id))
  return missing < 0 ? [] : [{ pointer: `${pointer}/${missing}`, detail: unknownPicture }]
}

const unknownAccount = {
  en: 'There is no such account in this company.',
  fr: 'Ce compte n’existe pas dans cette entreprise.',
}

const accountTwice = {
  en: 'This account is chosen twice.',
  fr: 'Ce compte est choisi deux fois.',
}

const unknownCampaign = {
  en: 'There is no such campaign in this company.',
  fr: 'Cette campagne n’existe pas dans cette entreprise.',
}

const unknownPicture = {
  en: 'This picture is not in the library.',
  fr: 'Cette image n’est pas dans la bibliothèque.',
}

/** The accounts of a post, each with where a request names it. */
export const namedIn = (variants: readonly { channelId: string }[]) =>
  variants.map(({ channelId }, at) => ({ channelId, pointer: `/variants/${at}/channelId` }))
