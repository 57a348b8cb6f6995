import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import type { PublishingTables } from '../tables.ts'
import { pictureInUse } from './errors.ts'
import { lockBytes, mediaOf, postsShowing } from './store.ts'

/**
 * Deletes a picture that no post shows, with everything that was made of it.
 * @throws Problem when a post shows it, or there is no such picture
 */
export async function deleteMedia(desk: Desk, actor: Actor, id: string): Promise<void> {
  const { companyId } = actor
  const dropped = await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const { sha256, fileName } = await mediaOf(trx, companyId, id)
      const count = await postsShowing(trx, companyId, id)
      if (count > 0) throw new Problem(pictureInUse, { count, name: fileName })
      await trx.deleteFrom('media').where('id', '=', id).execute()
      const made = await trx
        .deleteFrom('renditions')
        .where('companyId', '=', companyId)
        .where('sourceSha256', '=', sha256)
        .returning('sha256')
        .execute()
      const at = desk.clock.now()
      await audit(trx, {
        companyId,
        at,
        actor: actor.id,
        action: 'media.deleted',
        subject: `media:${id}`,
      })
      return [sha256, ...made.map((rendition) => rendition.sha256)]
    })
  for (const sha256 of dropped) await dropBytes(desk, sha256)
}

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
  const picture = await tables
    .selectFrom('media')
    .select('id')
    .where('sha256', '=', sha256)
    .limit(1)
    .execute()
  const made = await tables
    .selectFrom('renditions')
    .select('recipe')
    .where('sha256', '=', sha256)
    .limit(1)
    .execute()
  return picture.length + made.length > 0
}
