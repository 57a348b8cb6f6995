import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Source } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { forgetAssignments } from './assign/assign-mention.ts'
import { forgetFolds } from './folds/forget-folds.ts'
import type { Normalised } from './normalise.ts'
import { tellForgotten } from './tell-forgotten.ts'

type Origin = Pick<Source, 'companyId' | 'connectorId'>

/** Forgets the mentions whose authors deleted them, or deleted themselves. Runs in the caller's transaction. */
export async function forgetDeleted(
  trx: Executor,
  { companyId, connectorId }: Origin,
  gone: { posts: readonly string[]; authors: readonly string[] },
): Promise<number> {
  if (gone.posts.length + gone.authors.length === 0) return 0
  const forgotten = await tablesOf<ListeningTables>(trx)
    .deleteFrom('mentions')
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where((eb) =>
      eb.or([
        eb('remoteId', '=', sql<string>`any(${gone.posts})`),
        eb(sql<string>`author->>'remoteId'`, '=', sql<string>`any(${gone.authors})`),
      ]),
    )
    .returning(['id', 'author'])
    .execute()
  const ids = forgotten.map(({ id }) => id)
  await forgetFolds(trx, ids)
  await forgetAssignments(trx, ids)
  if (forgotten.length > 0) await emit(trx, companyId, 'mention.changed', {})
  await tellForgotten(trx, { companyId, connectorId }, forgotten, gone.authors)
  return forgotten.length
}

/** Gives mentions the words that their authors gave them since. Runs in the caller's transaction. */
export async function keepEdits(
  trx: Executor,
  { companyId, connectorId }: Origin,
  edited: readonly Normalised[],
): Promise<void> {
  for (const { remoteId, title, text, language } of edited) {
    const row = await tablesOf<ListeningTables>(trx)
      .updateTable('mentions')
      .set({ title, text, language, terms: null })
      .where('companyId', '=', companyId)
      .where('connectorId', '=', connectorId)
      .where('remoteId', '=', remoteId)
      .returning('id')
      .executeTakeFirst()
    if (row) await emit(trx, companyId, 'mention.changed', { mentionId: row.id })
  }
}
