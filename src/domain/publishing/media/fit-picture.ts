import type { Sharp } from 'sharp'
import { type Frame, type Region, regionOf, UNCUT } from './crop.ts'
import type { Picture } from './read-picture.ts'
import { atTheBench, openPicture } from './workbench.ts'

/** What a network accepts of one picture; null: no limit that we know of. */
export interface PictureLimits {
  types: readonly string[]
  maxBytes: number | null
  maxPixels: number | null
}

/** What an account's limits say of one picture. */
export const pictureLimits = (limits: {
  imageTypes: string[]
  imageMaxBytes: number | null
  imageMaxPixels: number | null
}): PictureLimits => ({
  types: limits.imageTypes,
  maxBytes: limits.imageMaxBytes,
  maxPixels: limits.imageMaxPixels,
})

/** Above this, eyes see no difference; below the last, they do, and pixels are given up instead. */
const QUALITIES = [90, 82, 74, 66]
const SHRINK_BY = 0.8
const SMALLEST_SIDE = 64

/**
 * A picture made to fit a network: as it is when it fits already, else cut as asked, in a type the network takes,
 * then lighter, then smaller, in that order.
 * @returns null when nothing of it can be made to fit (an animation that is too heavy; no type in common)
 */
export async function fitPicture(
  picture: Picture,
  limits: PictureLimits,
  frame: Frame = UNCUT,
): Promise<Picture | null> {
  const region = regionOf(picture, frame)
  if (!region && fits(picture, limits)) return picture
  const type = typeFor(picture, limits.types)
  if (!type) return null
  return atTheBench(() => lighten({ ...picture, ...region, region }, type, limits))
}

/** A picture with the part of it that is wanted; its measures are those of that part. */
type Cut = Picture & { region: Region | null }

/** Whether the network takes it as it is. */
export function fits({ bytes, type, width, height }: Picture, limits: PictureLimits): boolean {
  return (
    limits.types.includes(type) &&
    bytes.length <= (limits.maxBytes ?? Infinity) &&
    width * height <= (limits.maxPixels ?? Infinity)
  )
}

/** Names a way of fitting, so that what it made can be kept and found again. */
export function recipeOf({ types, maxBytes, maxPixels }: PictureLimits, frame: Frame): string {
  const { x, y } = frame.focal ?? { x: 0.5, y: 0.5 }
  const cut = frame.crop ? ` crop ${frame.crop} ${x.toFixed(3)} ${y.toFixed(3)}` : ''
  return `fit ${[...types].sort().join(' ')} ${maxBytes ?? '-'} ${maxPixels ?? '-'}${cut}`
}

function typeFor(picture: Picture, accepted: readonly string[]): string | undefined {
  if (picture.animated) return accepted.includes(picture.type) ? picture.type : undefined
  const wanted =
    picture.type === 'image/jpeg'
      ? ['image/jpeg', 'image/webp', 'image/png']
      : ['image/png', 'image/webp', 'image/jpeg']
  return accepted.includes(picture.type)
    ? picture.type
    : wanted.find((type) => accepted.includes(type))
}

async function lighten(picture: Cut, type: string, limits: PictureLimits): Promise<Picture | null> {
  const area = picture.width * picture.height
  let scale = Math.min(1, Math.sqrt((limits.maxPixels ?? area) / area))
  // A drawing keeps its sharp edges as PNG; too heavy, it becomes a photograph where the network takes one.
  const kinds =
    type === 'image/png' && limits.types.includes('image/jpeg') ? [type, 'image/jpeg'] : [type]
  while (
    Math.min(picture.width, picture.height) * scale >=
    Math.min(SMALLEST_SIDE, picture.width, picture.height)
  ) {
    let lightest = Infinity
    for (const kind of kinds) {
      const made = await bestAt(picture, kind, scale, limits)
      if (fits(made, limits)) return made
      lightest = Math.min(lightest, made.bytes.length)
    }
    scale *= Math.min(SHRINK_BY, Math.sqrt((limits.maxBytes ?? lightest) / lightest))
  }
  return null
}

/** The finest that fits at this size; when nothing does, the lightest. */
async function bestAt(
  picture: Cut,
  type: string,
  scale: number,
  limits: PictureLimits,
): Promise<Picture> {
  const [lowest = 100, ...better] =
    type === 'image/png' || type === 'image/gif' ? [] : QUALITIES.toReversed()
  let best = await write(picture, type, lowest, scale)
  for (const quality of better) {
    if (!fits(best, limits)) return best
    const finer = await write(picture, type, quality, scale)
    if (!fits(finer, limits)) return best
    best = finer
  }
  return best
}

async function write(picture: Cut, type: string, quality: number, scale: number): Promise<Picture> {
  const width = Math.max(1, Math.floor(picture.width * scale))
  const height = Math.max(1, Math.floor(picture.height * scale))
  const whole = openPicture(picture.bytes, picture.animated)
  const wanted = picture.region ? whole.extract(picture.region) : whole
  const sized = wanted.resize({ width, height, fit: 'fill' })
  const { data, info } = await encode(sized, type, quality).toBuffer({ resolveWithObject: true })
  return {
    bytes: new Uint8Array(data),
    type,
    width: info.width,
    height: info.pageHeight ?? info.height,
    animated: picture.animated,
  }
}

function encode(picture: Sharp, type: string, quality: number): Sharp {
  if (type === 'image/jpeg') return picture.flatten({ background: '#ffffff' }).jpeg({ quality })
  if (type === 'image/webp') return picture.webp({ quality })
  if (type === 'image/gif') return picture.gif()
  return picture.png({ compressionLevel: 9 })
}
