import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { mediaChanges } from './api.ts'
import type { Media, PublishingTables } from '../tables.ts'
import { dropBytes } from './drop-bytes.ts'
import { focalOf } from './present-media.ts'
import { mediaOf } from './store.ts'

/**
 * Describes a picture or says what must stay in sight. What is scheduled already keeps what it was planned with.
 * @throws Problem when this company has no such picture
 */
export async function changeMedia(
  desk: Desk,
  companyId: string,
  id: string,
  { alt, focal }: z.output<typeof mediaChanges>,
): Promise<Media> {
  const found = await mediaOf(desk.db, companyId, id)
  const changes = {
    ...(alt === undefined ? {} : { alt }),
    ...(focal === undefined ? {} : { focalX: focal?.x ?? null, focalY: focal?.y ?? null }),
  }
  if (Object.keys(changes).length === 0) return found
  const moved = focal !== undefined && JSON.stringify(focal) !== JSON.stringify(focalOf(found))
  const changed = await tablesOf<PublishingTables>(desk.db)
    .updateTable('media')
    .set(changes)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (moved) await dropCuts(desk, found)
  return changed
}

/** Cuts around the former point: they are made again where a scheduled post still wants one. */
async function dropCuts(desk: Desk, { companyId, sha256 }: Media): Promise<void> {
  const cuts = await tablesOf<PublishingTables>(desk.db)
    .deleteFrom('renditions')
    .where('companyId', '=', companyId)
    .where('sourceSha256', '=', sha256)
    .where('recipe', 'like', '% crop %')
    .returning('sha256')
    .execute()
  for (const cut of cuts) await dropBytes(desk, cut.sha256)
}
