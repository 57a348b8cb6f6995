import sharp from 'sharp'
import type { Image } from '../connector.ts'

/** A real PNG of one colour, with its description. */
export async function pictureOf(alt: string, width = 640, height = 480): Promise<Image> {
  const background = { r: 168, g: 124, b: 80 }
  const png = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  return { bytes: Uint8Array.from(png), type: 'image/png', width, height, alt }
}
