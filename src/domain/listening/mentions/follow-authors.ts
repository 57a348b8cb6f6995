import { sql } from 'kysely'
import type { Gone } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Source } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { forgetAssignments } from './assign/assign-mention.ts'
import { forgetFolds } from './folds/forget-folds.ts'
import { forgetHeard } from './forget-heard.ts'
import { forgetParked } from './forget-parked.ts'
import { cleanAuthorId, cleanId, type Normalised } from './normalise.ts'
import { tellForgotten } from './tell-forgotten.ts'

type Origin = Pick<Source, 'companyId' | 'connectorId'>

/** Forgets the mentions whose authors deleted them, or deleted themselves. Runs in the caller's transaction. */
export async function forgetDeleted(
  trx: Executor,
  { companyId, connectorId }: Origin,
  told: Gone,
): Promise<number> {
  const gone = asKept(told)
  const { claimed } = gone
  if (gone.posts.length + gone.authors.length + claimed.length === 0) return 0
  const forgotten = await tablesOf<ListeningTables>(trx)
    .deleteFrom('mentions')
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where((eb) =>
      eb.or([
        eb('remoteId', '=', sql<string>`any(${gone.posts})`),
        eb(sql<string>`author->>'remoteId'`, '=', sql<string>`any(${gone.authors})`),
        sql<boolean>`(remote_id, author->>'remoteId') in (
          select * from unnest(
            ${claimed.map(({ post }) => post)}::text[], ${claimed.map(({ author }) => author)}::text[]
          )
        )`,
      ]),
    )
    .returning(['id', 'author', 'canonicalUrl'])
    .execute()
  const ids = forgotten.map(({ id }) => id)
  await forgetFolds(trx, ids)
  await forgetAssignments(trx, ids)
  if (forgotten.length > 0) await emit(trx, companyId, 'mention.changed', {})
  await tellForgotten(trx, { companyId, connectorId }, forgotten, gone.authors)
  const addresses = forgotten.map(({ canonicalUrl }) => canonicalUrl)
  await forgetHeard(trx, { companyId, connectorId }, gone, addresses)
  await forgetParked(trx, { companyId, connectorId }, gone)
  return forgotten.length
}

/** By the ids under which they are kept: those that hold what no database takes must not hold up the others. */
const asKept = ({ posts, authors, claimed = [] }: Gone): Required<Gone> => ({
  posts: posts.map(cleanId),
  authors: authors.map(cleanAuthorId),
  claimed: claimed.map(({ post, author }) => ({
    post: cleanId(post),
    author: cleanAuthorId(author),
  })),
})

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
