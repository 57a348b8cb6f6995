import { createHash } from 'node:crypto'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Media, PublishingTables } from '../../tables.ts'
import { dropBytes } from '../drop-bytes.ts'
import { type Picture, readPictureFile } from '../read-picture.ts'
import { lockBytes, mediaOf } from '../store.ts'
import { atTheBench, openPicture } from '../workbench.ts'
import { noVideo } from './errors.ts'

/**
 * Keeps the still that stands for a video before it plays. It is made where the video is seen, by the browser: the
 * desk has nothing that decodes films.
 * @param picture a file on disk, checked and cleaned as any picture
 * @throws Problem when there is no such video, or the picture cannot be used
 */
export async function keepPoster(
  desk: Desk,
  companyId: string,
  id: string,
  picture: { path: string; fileName: string },
): Promise<Media> {
  const video = await mediaOf(desk.db, companyId, id)
  if (!video.video) throw new Problem(noVideo)
  const { bytes } = await sized(video, await readPictureFile(picture.path, picture.fileName))
  const posterSha256 = createHash('sha256').update(bytes).digest('hex')
  const changed = await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await lockBytes(trx, posterSha256)
      await desk.files.put(bytes)
      return trx
        .updateTable('media')
        .set({ posterSha256 })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
    })
  if (video.posterSha256 && video.posterSha256 !== posterSha256)
    await dropBytes(desk, video.posterSha256)
  return changed
}

/** As large as the video, in JPEG: every network that takes a still takes that. */
function sized({ width, height }: Media, { bytes }: Picture): Promise<{ bytes: Uint8Array }> {
  return atTheBench(async () => {
    const still = openPicture(bytes, false).resize({ width, height, fit: 'cover' })
    return {
      bytes: await still.flatten({ background: '#000000' }).jpeg({ quality: 85 }).toBuffer(),
    }
  })
}
