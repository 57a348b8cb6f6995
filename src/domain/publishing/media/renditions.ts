import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Media, PublishingTables } from '../tables.ts'
import { type Frame, UNCUT } from './crop.ts'
import { fitPicture, type PictureLimits, recipeOf } from './fit-picture.ts'
import type { Picture } from './read-picture.ts'
import { lockBytes } from './store.ts'
import { atTheBench, openPicture } from './workbench.ts'

const THUMBNAIL_SIDE = 480

type Source = {
  companyId: string
  sha256: string
  type: string
  width: number
  height: number
  animated: boolean
}

/** The picture as a network takes it, cut as asked, made once; null when it cannot be made to fit. */
export async function pictureFor(
  desk: Desk,
  source: Source,
  limits: PictureLimits,
  frame: Frame = UNCUT,
): Promise<Picture | null> {
  const recipe = recipeOf(limits, frame)
  const found = await kept(desk, source, recipe)
  if (found) return found
  const picture = { ...source, bytes: new Uint8Array(await desk.files.read(source.sha256)) }
  return keep(desk, source, recipe, await fitPicture(picture, limits, frame))
}

/** What stands for something of the library where it is not seen in full: itself, or the poster of a video. */
export function stillOf(media: Media): Source | null {
  if (!media.video) return media
  return media.posterSha256 ? { ...media, sha256: media.posterSha256, type: 'image/jpeg' } : null
}

/** A small still, for screens; a blank one for a video without a poster. */
export async function thumbnailOf(desk: Desk, source: Source | null): Promise<Picture> {
  if (!source) return blank()
  const recipe = `thumbnail ${THUMBNAIL_SIDE}`
  const found = await kept(desk, source, recipe)
  if (found) return found
  const bytes = await desk.files.read(source.sha256)
  const made = await atTheBench(async () => {
    const small = openPicture(bytes, false).resize({
      width: THUMBNAIL_SIDE,
      height: THUMBNAIL_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    })
    const { data, info } = await small.webp({ quality: 78 }).toBuffer({ resolveWithObject: true })
    return {
      bytes: new Uint8Array(data),
      type: 'image/webp',
      width: info.width,
      height: info.height,
      animated: false,
    }
  })
  await keep(desk, source, recipe, made)
  return made
}

async function blank(): Promise<Picture> {
  const [width, height] = [THUMBNAIL_SIDE, (THUMBNAIL_SIDE * 9) / 16]
  const grey = { width, height, channels: 3 as const, background: '#8a877f' }
  const bytes = await sharp({ create: grey }).webp().toBuffer()
  return { bytes: new Uint8Array(bytes), type: 'image/webp', width, height, animated: false }
}

async function kept(
  desk: Desk,
  { companyId, sha256, animated }: Source,
  recipe: string,
): Promise<Picture | null> {
  const row = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('renditions')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('sourceSha256', '=', sha256)
    .where('recipe', '=', recipe)
    .executeTakeFirst()
  if (!row) return null
  try {
    const bytes = new Uint8Array(await desk.files.read(row.sha256))
    return { bytes, type: row.type, width: row.width, height: row.height, animated }
  } catch {
    // The file was lost (a backup without renditions): it is made again.
    return null
  }
}

async function keep(
  desk: Desk,
  source: Source,
  recipe: string,
  made: Picture | null,
): Promise<Picture | null> {
  if (!made) return null
  const { type, width, height, bytes } = made
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { companyId } = source
  const row = {
    companyId,
    sourceSha256: source.sha256,
    recipe,
    sha256,
    type,
    width,
    height,
    createdAt: desk.clock.now(),
  }
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await lockBytes(trx, sha256)
      await desk.files.put(bytes)
      await trx
        .insertInto('renditions')
        .values(row)
        .onConflict((c) =>
          c
            .columns(['companyId', 'sourceSha256', 'recipe'])
            .doUpdateSet({ sha256, type, width, height }),
        )
        .execute()
    })
  return made
}
