import type { Desk } from '#domain/desk.ts'
import type { Executor } from '#platform/db/database.ts'
import { thumbnailOf } from './renditions.ts'
import { findMedia } from './store.ts'

/** Those of the ids that are pictures of this company. */
export async function picturesOf(
  db: Executor,
  companyId: string,
  ids: readonly string[],
): Promise<string[]> {
  return (await findMedia(db, companyId, ids)).map(({ id }) => id)
}

/** A small still of a picture, for a page outside the desk; null when it is not there any more. */
export async function pictureToShow(
  desk: Desk,
  companyId: string,
  mediaId: string,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  const [media] = await findMedia(desk.db, companyId, [mediaId])
  return media ? thumbnailOf(desk, media) : null
}
