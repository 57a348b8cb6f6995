import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { Media, PublishingTables } from '../tables.ts'
import { pictureInUse } from './errors.ts'
import { SWEEP } from './sweep-media.ts'
import { mediaOf } from './store.ts'
import { namesOf, usesOf } from './uses.ts'

/**
 * Takes a picture or a video off the library. It can be brought back for a day; then its bytes go.
 * @throws Problem that names the posts which show it, or when there is no such picture
 */
export async function deleteMedia(desk: Desk, actor: Actor, id: string): Promise<void> {
  const { companyId } = actor
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const { fileName } = await mediaOf(trx, companyId, id)
      const uses = await usesOf(trx, companyId, id)
      if (uses.count > 0)
        throw new Problem(pictureInUse, { count: uses.count, name: fileName, posts: namesOf(uses) })
      await mark(trx, id, desk.clock.now())
      await tell(trx, desk, actor, id, 'media.deleted')
      await wake(trx, SWEEP)
    })
}

/** Brings it back. @throws Problem when it is gone for good */
export async function restoreMedia(desk: Desk, actor: Actor, id: string): Promise<Media> {
  const { companyId } = actor
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const found = await trx
        .selectFrom('media')
        .selectAll()
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!found) throw new Problem(notFound)
      if (!found.deletedAt) return found
      await mark(trx, id, null)
      await tell(trx, desk, actor, id, 'media.restored')
      return { ...found, deletedAt: null }
    })
}

const mark = (trx: Executor, id: string, deletedAt: Date | null) =>
  tablesOf<PublishingTables>(trx)
    .updateTable('media')
    .set({ deletedAt })
    .where('id', '=', id)
    .execute()

const tell = (trx: Executor, desk: Desk, actor: Actor, id: string, action: AuditAction) =>
  audit(trx, {
    companyId: actor.companyId,
    at: desk.clock.now(),
    actor: actor.id,
    action,
    subject: `media:${id}`,
  })
