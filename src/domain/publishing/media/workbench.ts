import sharp, { type Sharp } from 'sharp'

/** A picture opened on the bench may take some 250 MB: two at a time, whatever the load. */
const PLACES = 2
const LONGEST_SECONDS = 30

/** What a picture may hold, all its frames together. */
export const MOST_PIXELS = 64_000_000

// Only these readers ever meet foreign bytes: no SVG, no PDF, no TIFF, no ImageMagick.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((reader) => `VipsForeignLoad${reader}`),
})
sharp.cache(false)

let free = PLACES
const waiting: (() => void)[] = []

/** Works on pictures when a place is free. */
export async function atTheBench<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}

/**
 * Opens a picture: damaged files are refused, the turn that a camera noted is applied, and nothing but pixels
 * leaves (no location, no camera, no thumbnail of the uncropped shot).
 */
export function openPicture(bytes: Uint8Array, animated: boolean): Sharp {
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, animated })
  return picture.autoOrient().timeout({ seconds: LONGEST_SECONDS })
}
