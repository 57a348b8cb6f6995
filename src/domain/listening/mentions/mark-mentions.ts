import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { learnSoon } from '../learning/learn-soon.ts'
import type { mentionChanges, MentionView, seenInput } from './api.ts'
import type { ListeningTables } from '../tables.ts'
import { correctMentions } from './correct-mention.ts'
import { withAlike } from './folds/with-alike.ts'
import { presentMentions } from './present-mention.ts'

/**
 * Marks a mention as seen or not, dismissed or not, and keeps what a person says of its opinion, intents and risks.
 * @throws Problem when the company has no such mention
 */
export async function markMention(
  desk: Desk,
  companyId: string,
  id: string,
  { sentiment, wants, alike, ...changes }: z.output<typeof mentionChanges>,
): Promise<MentionView> {
  const mention = await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const ids = alike ? await withAlike(trx, companyId, [id]) : [id]
      if (Object.keys(changes).length > 0)
        await trx
          .updateTable('mentions')
          .set(changes)
          .where('companyId', '=', companyId)
          .where('id', 'in', ids)
          .execute()
      await correctMentions(trx, companyId, ids, { sentiment, wants })
      if (sentiment !== undefined || wants !== undefined)
        await learnSoon(trx, companyId, desk.clock.now())
      const row = await trx
        .selectFrom('mentions')
        .selectAll()
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (row) await emit(trx, companyId, 'mention.changed', { mentionId: id })
      return row
    })
  const [view] = mention ? await presentMentions(desk, companyId, [mention]) : []
  if (!view) throw new Problem(notFound)
  return view
}

/** Marks as seen what was shown to the person. Ids that are not the company's are passed over. */
export async function markSeen(
  desk: Desk,
  companyId: string,
  { ids, alike }: z.output<typeof seenInput>,
): Promise<void> {
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const marked = await trx
        .updateTable('mentions')
        .set({ seen: true })
        .where('companyId', '=', companyId)
        .where('id', 'in', alike ? await withAlike(trx, companyId, ids) : ids)
        .where('seen', '=', false)
        .returning('id')
        .execute()
      if (marked.length > 0)
        await emit(trx, companyId, 'mention.changed', { mentions: marked.length })
    })
}
