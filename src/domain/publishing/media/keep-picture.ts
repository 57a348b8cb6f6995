import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { createHash } from 'node:crypto'
import type { Media, PublishingTables } from '../tables.ts'
import { type Picture, readPicture, readPictureFile } from './read-picture.ts'
import { lockBytes } from './store.ts'

export interface Arrival {
  id: string
  companyId: string
  by: string
  bytes: Uint8Array
  fileName: string
  alt?: string
}

/**
 * Takes a picture in. The same picture sent twice is one picture: the first keeps its name and its description.
 * @throws Problem when it cannot be used, with the reason
 */
export async function keepPicture(desk: Desk, arrival: Arrival): Promise<Media> {
  const fileName = plainName(arrival.fileName)
  return keep(desk, { ...arrival, fileName }, await readPicture(arrival.bytes, fileName))
}

/** The same for a file on disk, which stays where it is. */
export async function keepPictureFile(
  desk: Desk,
  { path, ...arrival }: Omit<Arrival, 'bytes'> & { path: string },
): Promise<Media> {
  const fileName = plainName(arrival.fileName)
  return keep(desk, { ...arrival, fileName }, await readPictureFile(path, fileName))
}

async function keep(
  desk: Desk,
  arrival: Omit<Arrival, 'bytes'>,
  { bytes, ...picture }: Picture,
): Promise<Media> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { id, companyId, fileName, by: createdBy, alt = '' } = arrival
  const row = {
    id,
    companyId,
    sha256,
    ...picture,
    bytes: bytes.length,
    alt,
    fileName,
    createdBy,
    createdAt: desk.clock.now(),
  }
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await lockBytes(trx, sha256)
      await desk.files.put(bytes)
      await trx
        .insertInto('media')
        .values(row)
        // Sent again after it was deleted: it is back.
        .onConflict((c) => c.columns(['companyId', 'sha256']).doUpdateSet({ deletedAt: null }))
        .execute()
      return trx
        .selectFrom('media')
        .selectAll()
        .where('companyId', '=', companyId)
        .where('sha256', '=', sha256)
        .executeTakeFirstOrThrow()
    })
}

/** A name to show: no folders, no control characters, not endless. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replaceAll(/\p{C}/gu, '').trim().slice(0, 120) || 'picture'
}
