import { shortenForDelivery } from '#domain/links/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { cardToSend } from '../cards/cards-to-send.ts'
import type { Content, FrozenImage } from '../model.ts'
import type { Media, Post } from '../tables.ts'
import { type AccountCopy, frameOf } from './copies.ts'
import type { Piece } from './pieces.ts'

interface Frozen {
  post: Post
  copy: AccountCopy
  piece: Piece
  deliveryId: string
}

/** What leaves, exactly: links replaced, pictures named by their content. Written into the delivery's row. */
export async function freeze(
  trx: Executor,
  desk: Desk,
  { post, copy, piece, deliveryId }: Frozen,
): Promise<Content> {
  const { channel, connector, limits, options, tags } = copy
  const { written, images } = piece
  const [video] = piece.videos
  const fits = (text: string) =>
    limits.textMax === null || connector.text.count(text) <= limits.textMax
  const { companyId, poll } = post
  const { id: channelId, connectorId, handle: account } = channel
  const ids = { ...tags, companyId, deliveryId, channelId, connectorId, account }
  const text = post.trackLinks
    ? await shortenForDelivery(trx, desk, { ...ids, text: written, fits })
    : written
  const card = await cardToSend(trx, companyId, { ...copy, ...piece }, text)
  const language = post.language ?? (await companyOf(trx, companyId)).language
  return {
    text,
    language,
    images: images.map((media) => freezeImage(copy, media)),
    ...(video ? { video: freezeImage(copy, video) } : {}),
    options,
    ...(poll && limits.poll && piece.kind === 'post' ? { poll } : {}),
    ...(card ? { card } : {}),
  }
}

function freezeImage(copy: AccountCopy, media: Media): FrozenImage {
  const { crop, focal } = frameOf(copy, media)
  const { id: mediaId, sha256, alt } = media
  return { mediaId, sha256, alt, ...(focal ? { focal } : {}), ...(crop ? { crop } : {}) }
}
