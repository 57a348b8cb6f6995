import { stat } from 'node:fs/promises'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { asJson } from '#platform/db/storable.ts'
import type { Media, PublishingTables } from '../../tables.ts'
import { type Arrival, plainName } from '../keep-picture.ts'
import { lockBytes } from '../store.ts'
import { cleanVideo } from './clean-video.ts'

/**
 * Takes a video in from a file on disk, which stays where it is. The same video sent twice is one video.
 * @throws Problem when it cannot be used, with the reason
 */
export async function keepVideo(
  desk: Desk,
  { path, ...arrival }: Omit<Arrival, 'bytes'> & { path: string },
): Promise<Media> {
  const fileName = plainName(arrival.fileName)
  const draft = await desk.files.draftPath()
  try {
    const { facts, ...video } = await cleanVideo(path, draft, fileName)
    const { size } = await stat(draft)
    const { id, companyId, by: createdBy, alt = '' } = arrival
    const createdAt = desk.clock.now()
    const row = { id, companyId, ...video, bytes: size, animated: false, alt, fileName, createdBy }
    const sha256 = await desk.files.hash(draft)
    return await tablesOf<PublishingTables>(desk.db)
      .transaction()
      .execute(async (trx) => {
        await lockBytes(trx, sha256)
        await desk.files.adopt(draft, sha256)
        return trx
          .insertInto('media')
          .values({ ...row, sha256, createdAt, video: asJson(facts) })
          .onConflict((c) => c.columns(['companyId', 'sha256']).doUpdateSet({ deletedAt: null }))
          .returningAll()
          .executeTakeFirstOrThrow()
      })
  } finally {
    await desk.files.discard(draft)
  }
}
