import { createHash } from 'node:crypto'
import type { Desk } from '#domain/desk.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { Problem } from '#platform/http/problem.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type Picture, readPicture } from '../media/read-picture.ts'
import { lockBytes } from '../media/store.ts'
import { atTheBench, openPicture } from '../media/workbench.ts'
import type { PublishingTables } from '../tables.ts'
import type { CardPicture, PictureTrouble } from './card.ts'

const PICTURE = { timeoutMs: 8_000, maxBytes: 8_000_000 }
const LONGEST_SIDE = 1200
/** Bluesky takes 1,000,000 bytes (lexicon app.bsky.embed.external, 2026-08-20); no network is known to take less. */
const MOST_BYTES = 900_000

/** Kept among what is made of pictures, under this name: nobody sees it in the library. */
export const CARD_RECIPE = 'card'

/** The picture a page names: fetched, cleaned like any picture from outside, and made small enough for a card. */
export async function pictureOfCard(
  desk: Desk,
  companyId: string,
  url: string,
): Promise<CardPicture | PictureTrouble> {
  try {
    const response = await desk.fetch(url, { ...PICTURE, allowHttp: true })
    if (!response.ok) return 'unreachable'
    const bytes = new Uint8Array(await response.arrayBuffer())
    return await keep(desk, companyId, await small(await readPicture(bytes, 'card')))
  } catch (error) {
    if (error instanceof FetchFailure)
      return error.kind === 'too-large' ? 'unusable' : 'unreachable'
    if (error instanceof Problem) return 'unusable'
    throw error
  }
}

/** A still JPEG. */
async function small(picture: Picture): Promise<Picture> {
  return atTheBench(async () => {
    for (let side = LONGEST_SIDE; ; side *= 0.7) {
      const { data, info } = await openPicture(picture.bytes, false)
        .resize({
          width: Math.round(side),
          height: Math.round(side),
          fit: 'inside',
          withoutEnlargement: true,
        })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 80 })
        .toBuffer({ resolveWithObject: true })
      const bytes = new Uint8Array(data)
      const { width, height } = info
      if (bytes.length <= MOST_BYTES || side < 100)
        return { bytes, type: 'image/jpeg', width, height, animated: false }
    }
  })
}

async function keep(
  desk: Desk,
  companyId: string,
  { bytes, type, width, height }: Picture,
): Promise<CardPicture> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = { companyId, sourceSha256: sha256, recipe: CARD_RECIPE, sha256, type, width, height }
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await lockBytes(trx, sha256)
      await desk.files.put(bytes)
      await trx
        .insertInto('renditions')
        .values({ ...row, createdAt: desk.clock.now() })
        .onConflict((c) => c.columns(['companyId', 'sourceSha256', 'recipe']).doNothing())
        .execute()
    })
  return { sha256, type, width, height }
}
