import type { Author } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PeopleTables } from './tables.ts'

/** An account that spoke to us, as it last showed itself; null when it is not known, or was forgotten. */
export async function authorOf(
  db: Executor,
  companyId: string,
  connectorId: string,
  remoteId: string,
): Promise<Author | null> {
  const row = await tablesOf<PeopleTables>(db)
    .selectFrom('identities')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where('remoteId', '=', remoteId)
    .executeTakeFirst()
  if (!row) return null
  const { handle, name, avatarUrl, profileUrl, followers } = row
  return {
    remoteId,
    handle,
    name,
    ...(avatarUrl ? { avatarUrl } : {}),
    ...(profileUrl ? { profileUrl } : {}),
    ...(followers === null ? {} : { followers }),
  }
}
