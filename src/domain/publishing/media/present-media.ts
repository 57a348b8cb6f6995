import type { MediaView } from './api.ts'
import type { Focal } from '../model.ts'
import type { Frame } from './crop.ts'
import type { Media } from '../tables.ts'

/**
 * A picture as screens and programs see it. Its addresses name the company: an `img` element cannot send the
 * header that does so elsewhere.
 */
export function presentMedia(media: Media): MediaView {
  const { id, type, bytes, width, height, alt, fileName, createdAt } = media
  return {
    id,
    url: `/api/v1/media/${id}/file?company=${media.companyId}`,
    thumbnailUrl: thumbnailUrl(media),
    kind: media.video ? 'video' : 'image',
    video: media.video,
    hasPoster: media.posterSha256 !== null,
    type,
    bytes,
    width,
    height,
    alt,
    focal: focalOf(media),
    fileName,
    createdAt: createdAt.toISOString(),
  }
}

/** The point to keep in sight; null when nobody chose one. */
export const focalOf = ({ focalX: x, focalY: y }: Pick<Media, 'focalX' | 'focalY'>): Focal | null =>
  x === null || y === null ? null : { x, y }

/**
 * Where a picture is seen as it leaves by an account. The focal point is in it so that the address changes with what
 * it shows, which browsers may then keep for good.
 */
export function cutUrl(
  { id, companyId }: Pick<Media, 'id' | 'companyId'>,
  channelId: string,
  { crop, focal }: Frame,
): string {
  const asked = new URLSearchParams({ company: companyId, channelId })
  if (crop) asked.set('crop', crop)
  if (crop && focal) asked.set('focal', `${focal.x.toFixed(3)},${focal.y.toFixed(3)}`)
  return `/api/v1/media/${id}/departure?${asked}`
}

/** Another still has another address, for browsers keep what they saw. */
export const thumbnailUrl = ({
  id,
  companyId,
  posterSha256,
}: Pick<Media, 'id' | 'companyId' | 'posterSha256'>) =>
  `/api/v1/media/${id}/thumbnail?company=${companyId}${posterSha256 ? `&still=${posterSha256.slice(0, 8)}` : ''}`
