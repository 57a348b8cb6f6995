import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import { keepPicture } from '#domain/publishing/index.ts'
import { type AccountRow, keepMedia, type PostImage } from '#sandbox/index.ts'
import { alts } from './content/alts.ts'
import { shop } from './content/company.ts'
import type { Picture } from './model.ts'
import { readPictures } from './pictures/read-pictures.ts'

/** A picture in the desk's library, and as the network keeps it for each account. */
export interface KeptPicture {
  mediaId: string
  onNetwork: Map<string, PostImage>
}

/** Keeps the shop's pictures in its library and on its accounts. */
export async function keepPictures(
  desk: Desk,
  company: Company,
  accounts: readonly AccountRow[],
): Promise<Map<Picture, KeptPicture>> {
  const kept = new Map<Picture, KeptPicture>()
  for (const [name, bytes] of await readPictures()) {
    const alt = alts[name][company.language]
    const media = await keepPicture(desk, {
      id: uuid(),
      companyId: company.id,
      by: shop.colleagues[0] ?? shop.name,
      bytes,
      fileName: `${name}.jpg`,
      alt,
    })
    const onNetwork = new Map<string, PostImage>()
    const { width, height } = media
    for (const account of accounts) {
      const id = uuid()
      await keepMedia(desk, account, { id, type: 'image/jpeg', width, height, bytes })
      onNetwork.set(account.id, { id, alt, width, height })
    }
    kept.set(name, { mediaId: media.id, onNetwork })
  }
  return kept
}
