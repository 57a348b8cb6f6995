import { v7 as uuid } from 'uuid'
import type { Author } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
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
  const all = [...unknown.values()].map((author) => ({ author, contactId: uuid() }))
  if (all.length === 0) return known
  await tables
    .insertInto('contacts')
    .values(
      all.map(({ author, contactId: id }) => ({
        id,
        companyId,
        name: nameOf(author),
        createdAt: now,
      })),
    )
    .execute()
  await tables
    .insertInto('identities')
    .values(
      all.map(({ author, contactId }) => ({
        companyId,
        connectorId,
        remoteId: author.remoteId,
        contactId,
        handle: author.handle,
        name: nameOf(author),
        avatarUrl: author.avatarUrl ?? null,
        profileUrl: author.profileUrl ?? null,
        followers: author.followers ?? null,
      })),
    )
    .execute()
  for (const { author, contactId } of all) known.set(author.remoteId, contactId)
  return known
}

const nameOf = ({ name, handle }: Author) => name || handle
