import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { findChannel } from '#domain/channels/index.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { type FieldProblem, Problem } from '#platform/http/problem.ts'
import { invalidInput } from '#platform/http/problems.ts'
import type { Author } from '../posts/draft-post.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import { type campaignChanges, campaignInput } from './api.ts'
import { stampFor } from './stamp.ts'
import { campaignOf, listCampaigns } from './store.ts'

/**
 * Opens a campaign.
 * @param given what is absent has its default
 * @throws Problem when it would end before it starts, or names an account this company does not have
 */
export async function createCampaign(
  desk: Desk,
  author: Author,
  id: string,
  given: z.input<typeof campaignInput>,
): Promise<void> {
  const { companyId } = author
  const { utm, shape, letter, ...rest } = campaignInput.parse(given)
  const now = desk.clock.now()
  await desk.db.transaction().execute(async (trx: Executor) => {
    await refuseWrong(trx, companyId, rest)
    const underWay = (await listCampaigns(trx, companyId)).filter((one) => !one.archivedAt)
    const inserted = await tablesOf<PublishingTables>(trx)
      .insertInto('campaigns')
      .values({
        ...rest,
        ...stampFor(rest.name, { shape, letter }, underWay),
        id,
        companyId,
        createdBy: author.name,
        createdAt: now,
        updatedBy: author.name,
        updatedAt: now,
        utm: asJson(utm),
      })
      // The same request again, under its Idempotency-Key.
      .onConflict((c) => c.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted) await tell(trx, author, id, 'campaign.created', now)
  })
}

/** Changes what is given. Links planned already keep the tags they were planned with. @throws Problem */
export async function changeCampaign(
  desk: Desk,
  author: Author,
  id: string,
  { utm, ...changes }: z.output<typeof campaignChanges>,
): Promise<void> {
  await desk.db.transaction().execute(async (trx: Executor) => {
    const before = await campaignOf(trx, author.companyId, id)
    await refuseWrong(trx, author.companyId, { ...before, ...changes })
    await write(trx, desk, author, id, { ...changes, ...(utm ? { utm: asJson(utm) } : {}) })
    await tell(trx, author, id, 'campaign.changed', desk.clock.now())
  })
}

/** Puts a campaign away, or brings it back; its posts stay what they are. @throws Problem when there is none */
export async function archiveCampaign(
  desk: Desk,
  author: Author,
  id: string,
  archived: boolean,
): Promise<void> {
  const now = desk.clock.now()
  await desk.db.transaction().execute(async (trx: Executor) => {
    await campaignOf(trx, author.companyId, id)
    await write(trx, desk, author, id, { archivedAt: archived ? now : null })
    await tell(trx, author, id, archived ? 'campaign.archived' : 'campaign.restored', now)
  })
}

type Written = Omit<z.output<typeof campaignChanges>, 'utm'> & {
  utm?: string
  archivedAt?: Date | null
}

async function write(trx: Executor, desk: Desk, author: Author, id: string, set: Written) {
  await tablesOf<PublishingTables>(trx)
    .updateTable('campaigns')
    .set({ ...set, updatedBy: author.name, updatedAt: desk.clock.now() })
    .where('companyId', '=', author.companyId)
    .where('id', '=', id)
    .execute()
}

async function tell(trx: Executor, author: Author, id: string, action: AuditAction, at: Date) {
  const { companyId } = author
  await audit(trx, { companyId, at, actor: author.id, action, subject: `campaign:${id}` })
  await emit(trx, companyId, 'campaign.changed', { campaignId: id })
}

async function refuseWrong(
  trx: Executor,
  companyId: string,
  {
    startsOn,
    endsOn,
    channelIds,
  }: { startsOn: string | null; endsOn: string | null; channelIds: string[] },
): Promise<void> {
  const fields: FieldProblem[] = []
  if (startsOn && endsOn && endsOn < startsOn)
    fields.push({ pointer: '/endsOn', detail: endsBefore })
  for (const [i, channelId] of channelIds.entries()) {
    if (!(await findChannel(trx, companyId, channelId)))
      fields.push({ pointer: `/channelIds/${i}`, detail: unknownAccount })
  }
  if (fields.length > 0) throw new Problem(invalidInput, {}, { fields })
}

const endsBefore = {
  en: 'The last day comes before the first.',
  fr: 'Le dernier jour précède le premier.',
}

const unknownAccount = {
  en: 'There is no such account in this company.',
  fr: 'Ce compte n’existe pas dans cette entreprise.',
}
