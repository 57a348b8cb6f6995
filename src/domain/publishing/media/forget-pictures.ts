import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import { dropBytes } from './drop-bytes.ts'

/** Hashes of all the bytes a company keeps: its pictures, and what was made of them. */
export async function bytesOfCompany(db: Executor, companyId: string): Promise<string[]> {
  const tables = tablesOf<PublishingTables>(db)
  const pictures = await tables
    .selectFrom('media')
    .select(['sha256', 'posterSha256'])
    .where('companyId', '=', companyId)
    .execute()
  const made = await tables
    .selectFrom('renditions')
    .select('sha256')
    .where('companyId', '=', companyId)
    .execute()
  const posters = pictures.flatMap(({ posterSha256 }) => posterSha256 ?? [])
  return [...new Set([...pictures, ...made].map(({ sha256 }) => sha256).concat(posters))]
}

/** Removes from disk what a company that is gone kept; bytes that another company keeps stay. */
export async function forgetBytes(desk: Desk, hashes: readonly string[]): Promise<void> {
  for (const sha256 of hashes) await dropBytes(desk, sha256)
}
