import { readFile } from 'node:fs/promises'
import type { Metadata } from 'sharp'
import { Problem } from '#platform/http/problem.ts'
import {
  damagedPicture,
  emptyFile,
  notAPicture,
  phonePicture,
  tooHeavy,
  tooManyFrames,
  tooManyPixels,
  vectorPicture,
} from './errors.ts'
import { isVideo, sniff, type Sniffed } from './sniff.ts'
import { atTheBench, MOST_PIXELS, openPicture } from './workbench.ts'

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  width: number
  height: number
  animated: boolean
}

export const MOST_BYTES = 32_000_000

/** More is a bomb or a film: each frame costs, however small. */
const MOST_FRAMES = 1000

type PictureType = Exclude<Sniffed, 'heic' | 'svg' | `video/${string}`>

/**
 * Reads a picture that came from outside and gives it back clean: decoded to its last pixel, turned upright,
 * written anew without anything but its pixels. JPEG, PNG, WebP and GIF keep their kind; AVIF, which few networks
 * read, becomes JPEG, or PNG when it is transparent.
 * @param name as people know the file, for the sentences
 * @throws Problem when it is no picture, damaged, too heavy or too large
 */
export async function readPicture(bytes: Uint8Array, name: string): Promise<Picture> {
  if (bytes.length > MOST_BYTES) throw new Problem(tooHeavy, { name, limit: MOST_BYTES / 1e6 })
  const kind = pictureKind(bytes, name)
  return atTheBench(() => clean(bytes, kind, name))
}

/** The same for a file on disk, which is read only when there is a place at the bench. */
export async function readPictureFile(file: string, name: string): Promise<Picture> {
  return atTheBench(async () => {
    const bytes = await readFile(file)
    return clean(bytes, pictureKind(bytes, name), name)
  })
}

/** What the first bytes say. @throws Problem when they are those of no picture that we read */
export function pictureKind(head: Uint8Array, name: string): PictureType {
  const kind = sniff(head)
  if (head.length === 0) throw new Problem(emptyFile, { name })
  if (kind === 'svg') throw new Problem(vectorPicture, { name })
  if (kind === 'heic') throw new Problem(phonePicture, { name })
  if (!kind || isVideo(kind)) throw new Problem(notAPicture, { name })
  return kind
}

async function clean(bytes: Uint8Array, kind: PictureType, name: string): Promise<Picture> {
  const facts = await factsOf(bytes, name)
  try {
    return await rewrite(bytes, kind, facts)
  } catch {
    throw new Problem(damagedPicture, { name })
  }
}

async function factsOf(bytes: Uint8Array, name: string): Promise<Metadata> {
  let facts: Metadata
  try {
    facts = await openPicture(bytes, false).metadata()
  } catch (error) {
    if (!String(error).includes('pixel limit')) throw new Problem(damagedPicture, { name })
    const limit = MOST_PIXELS / 1e6
    throw new Problem(tooManyPixels, { name, pixels: `> ${limit}`, limit })
  }
  const frames = facts.pages ?? 1
  if (frames > MOST_FRAMES) throw new Problem(tooManyFrames, { name, frames, limit: MOST_FRAMES })
  const pixels = facts.width * facts.height * frames
  if (pixels > MOST_PIXELS) {
    throw new Problem(tooManyPixels, {
      name,
      pixels: Math.ceil(pixels / 1e6),
      limit: MOST_PIXELS / 1e6,
    })
  }
  return facts
}

async function rewrite(bytes: Uint8Array, kind: string, facts: Metadata): Promise<Picture> {
  const animated = (facts.pages ?? 1) > 1 && kind !== 'image/avif'
  const type = typeAfter(kind, animated, facts.hasAlpha)
  const picture = openPicture(bytes, animated).toColourspace('srgb')
  const written =
    type === 'image/jpeg'
      ? picture.jpeg({ quality: 92 })
      : type === 'image/webp'
        ? picture.webp({ quality: 92 })
        : type === 'image/gif'
          ? picture.gif()
          : picture.png()
  const { data, info } = await written.toBuffer({ resolveWithObject: true })
  return {
    bytes: new Uint8Array(data),
    type,
    width: info.width,
    height: info.pageHeight ?? info.height,
    animated,
  }
}

function typeAfter(kind: string, animated: boolean, transparent: boolean): string {
  if (kind === 'image/gif') return animated ? 'image/gif' : 'image/png'
  if (kind === 'image/avif') return transparent ? 'image/png' : 'image/jpeg'
  return kind
}
