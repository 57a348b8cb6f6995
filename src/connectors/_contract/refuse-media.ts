import type { Image, Outgoing } from './connector.ts'
import { imageTooHeavy, rejected, tooManyImages, videoOrImages, videoTooHeavy } from './refusals.ts'

/** More images than a network takes in one post, or one that is too heavy; null when it takes them. */
export function refuseImages(
  network: string,
  { max, maxBytes }: { max: number; maxBytes: number },
  images: readonly Image[],
) {
  if (images.length > max) return rejected('images', tooManyImages(network, max))
  const isTooHeavy = images.some(({ bytes }) => bytes.length > maxBytes)
  return isTooHeavy ? rejected('images', imageTooHeavy(network, maxBytes)) : null
}

/** A video beside images, or one that is too heavy; null when a network takes it, or there is none. */
export function refuseVideo(
  network: string,
  maxBytes: number,
  { images, video }: Pick<Outgoing, 'images' | 'video'>,
) {
  if (!video) return null
  if (images.length > 0) return rejected('video', videoOrImages(network))
  return video.file.size > maxBytes ? rejected('video', videoTooHeavy(network, maxBytes)) : null
}
