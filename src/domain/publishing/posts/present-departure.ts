import type { DepartureView } from '../media/api.ts'
import { cutUrl } from '../media/present-media.ts'
import type { AccountCopy, Fitted } from './copies.ts'

/** What becomes of a picture on its way to an account: as it is kept, and as it will leave. */
export function presentDeparture(
  { channel, limits }: Pick<AccountCopy, 'channel' | 'limits'>,
  { media, frame, made }: Fitted,
): DepartureView {
  const { type, bytes, width, height } = media
  return {
    mediaId: media.id,
    crop: frame.crop,
    shownAt: limits.imageRatio,
    before: { type, bytes, width, height },
    after: { type: made.type, bytes: made.bytes.length, width: made.width, height: made.height },
    url: cutUrl(media, channel.id, frame),
  }
}
