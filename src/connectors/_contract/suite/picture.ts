import sharp from 'sharp'
import type { Image } from '../connector.ts'

/** A real picture of one colour, with its description: PNG, or JPEG where a network takes no PNG. */
export async function pictureOf(
  alt: string,
  width = 640,
  height = 480,
  taken: readonly string[] = ['image/png'],
): Promise<Image> {
  const background = { r: 168, g: 124, b: 80 }
  const format = taken.includes('image/png') ? 'png' : 'jpeg'
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer()
  return { bytes: Uint8Array.from(bytes), type: `image/${format}`, width, height, alt }
}
