import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { mentionChanges, MentionView } from '../api.ts'
import type { ListeningTables } from '../tables.ts'
import { presentMentions } from './present-mention.ts'

/** Marks a mention as seen or not, dismissed or not, and keeps what a person says of its opinion. @throws Problem when the company has no such mention */
export async function markMention(
  desk: Desk,
  companyId: string,
  id: string,
  { sentiment, ...changes }: z.output<typeof mentionChanges>,
): Promise<MentionView> {
  const mention = await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .updateTable('mentions')
        .set((eb) => ({
          id: eb.ref('id'),
          ...changes,
          ...(sentiment === undefined ? {} : { sentimentByPerson: sentiment }),
        }))
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .returningAll()
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
  ids: readonly string[],
): Promise<void> {
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const marked = await trx
        .updateTable('mentions')
        .set({ seen: true })
        .where('companyId', '=', companyId)
        .where('id', 'in', ids)
        .where('seen', '=', false)
        .returning('id')
        .execute()
      if (marked.length > 0)
        await emit(trx, companyId, 'mention.changed', { mentions: marked.length })
    })
}
