import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Desk } from '#domain/desk.ts'
import type { PublishingTables } from '../tables.ts'
import { lockBytes } from './store.ts'

/** Removes bytes that nothing shows any more: another company may keep the same picture. */
export async function dropBytes(desk: Desk, sha256: string): Promise<void> {
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await lockBytes(trx, sha256)
      if (!(await isKept(trx, sha256))) await desk.files.remove(sha256)
    })
}

async function isKept(trx: Executor, sha256: string): Promise<boolean> {
  const tables = tablesOf<PublishingTables>(trx)
  const media = await tables
    .selectFrom('media')
    .select('id')
    .where((eb) => eb.or([eb('sha256', '=', sha256), eb('posterSha256', '=', sha256)]))
    .limit(1)
    .execute()
  const made = await tables
    .selectFrom('renditions')
    .select('recipe')
    .where('sha256', '=', sha256)
    .limit(1)
    .execute()
  return media.length + made.length > 0
}
