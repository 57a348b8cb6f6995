import { v7 as uuid } from 'uuid'
import type { Author } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { cardOf } from './card-of.ts'
import type { PeopleTables } from './tables.ts'

/**
 * The contacts behind many accounts of one network, found or made in a few statements. Cards that are known
 * are left as they are.
 * @returns contact ids by the account's remote id
 */
export async function knowAuthors(
  db: Executor,
  { companyId, connectorId, now }: { companyId: string; connectorId: string; now: Date },
  authors: readonly Author[],
): Promise<Map<string, string>> {
  if (authors.length === 0) return new Map()
  const tables = tablesOf<PeopleTables>(db)
  const rows = await tables
    .selectFrom('identities')
    .select(['remoteId', 'contactId'])
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where('remoteId', 'in', [...new Set(authors.map(({ remoteId }) => remoteId))])
    .execute()
  const known = new Map(rows.map(({ remoteId, contactId }) => [remoteId, contactId]))
  const unknown = new Map(
    authors.flatMap((author) => (known.has(author.remoteId) ? [] : [[author.remoteId, author]])),
  )
  const all = [...unknown.values()].map((author) => ({
    remoteId: author.remoteId,
    card: cardOf(author),
    contactId: uuid(),
  }))
  if (all.length === 0) return known
  await tables
    .insertInto('contacts')
    .values(
      all.map(({ card: { name }, contactId: id }) => ({
        id,
        companyId,
        name,
        createdAt: now,
      })),
    )
    .execute()
  await tables
    .insertInto('identities')
    .values(
      all.map(({ remoteId, card, contactId }) => ({
        companyId,
        connectorId,
        remoteId,
        contactId,
        ...card,
      })),
    )
    .execute()
  for (const { remoteId, contactId } of all) known.set(remoteId, contactId)
  return known
}
