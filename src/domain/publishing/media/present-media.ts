import type { MediaView } from '../api.ts'
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
    type,
    bytes,
    width,
    height,
    alt,
    fileName,
    createdAt: createdAt.toISOString(),
  }
}

export const thumbnailUrl = ({ id, companyId }: Pick<Media, 'id' | 'companyId'>) =>
  `/api/v1/media/${id}/thumbnail?company=${companyId}`
