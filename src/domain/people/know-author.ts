import { v7 as uuid } from 'uuid'
import type { Author } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { cardOf } from './card-of.ts'
import type { PeopleTables } from './tables.ts'

/**
 * The contact behind an account that spoke to us: found by the account, or made. Its card is brought up to date.
 * @returns the contact's id
 */
export async function knowAuthor(
  db: Executor,
  {
    companyId,
    connectorId,
    author,
    now,
  }: { companyId: string; connectorId: string; author: Author; now: Date },
): Promise<string> {
  const tables = tablesOf<PeopleTables>(db)
  const card = cardOf(author)
  const known = await tables
    .updateTable('identities')
    .set(card)
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where('remoteId', '=', author.remoteId)
    .returning('contactId')
    .executeTakeFirst()
  if (known) return known.contactId

  const contactId = uuid()
  await tables
    .insertInto('contacts')
    .values({ id: contactId, companyId, name: card.name, createdAt: now })
    .execute()
  const { contactId: kept } = await tables
    .insertInto('identities')
    .values({ companyId, connectorId, remoteId: author.remoteId, contactId, ...card })
    .onConflict((c) => c.columns(['companyId', 'connectorId', 'remoteId']).doUpdateSet(card))
    .returning('contactId')
    .executeTakeFirstOrThrow()
  if (kept !== contactId) await tables.deleteFrom('contacts').where('id', '=', contactId).execute()
  return kept
}
