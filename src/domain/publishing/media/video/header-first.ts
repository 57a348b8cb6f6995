import { createWriteStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { MOST_HEADER_BYTES, topBoxes } from './mp4-boxes.ts'

const FOLDERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])
const WIDTHS: Record<string, number> = { stco: 4, co64: 8 }

/**
 * Puts the header of an MP4 before its images (ISO 14496-12, 6.2.3), as Instagram and Threads demand
 * (developers.facebook.com/docs/instagram-platform/content-publishing, read 2026-11-25) and players like: it is written
 * last, so that a film is never held in memory, and moved afterwards.
 */
export async function headerFirst(file: string): Promise<void> {
  const from = await open(file, 'r')
  const moved = `${file}.front`
  try {
    const boxes = await topBoxes(from)
    // One that is not understood to its end stays as it is.
    const last = boxes.at(-1)
    if (!last || last.at + last.length !== (await from.stat()).size) return
    const header = boxes.find(({ kind }) => kind === 'moov')
    const images = boxes.find(({ kind }) => kind === 'mdat')
    if (!header || !images || header.at < images.at || header.length > MOST_HEADER_BYTES) return
    const bytes = Buffer.alloc(header.length)
    await from.read(bytes, 0, header.length, header.at)
    if (!shift(bytes, header.length)) return
    await pipeline(async function* () {
      for (const box of boxes) {
        if (box === header) continue
        if (box === images) yield bytes
        yield* from.createReadStream({
          start: box.at,
          end: box.at + box.length - 1,
          autoClose: false,
        })
      }
    }, createWriteStream(moved))
  } finally {
    await from.close()
  }
  await rename(moved, file)
}

/** Moves where the header says that images and sound lie (8.7.5). @returns false when a place no longer fits its field */
function shift(boxes: Buffer, by: number): boolean {
  for (let at = 0; at + 8 <= boxes.length;) {
    const length = boxes.readUInt32BE(at)
    if (length < 8 || at + length > boxes.length) return false
    const kind = boxes.toString('latin1', at + 4, at + 8)
    const width = WIDTHS[kind]
    if (FOLDERS.has(kind) && !shift(boxes.subarray(at + 8, at + length), by)) return false
    if (width && !shiftPlaces(boxes.subarray(at + 16, at + length), width, by)) return false
    at += length
  }
  return true
}

function shiftPlaces(places: Buffer, width: number, by: number): boolean {
  for (let at = 0; at + width <= places.length; at += width) {
    if (width === 8) places.writeBigUInt64BE(places.readBigUInt64BE(at) + BigInt(by), at)
    else {
      const place = places.readUInt32BE(at) + by
      if (place > 0xff_ff_ff_ff) return false
      places.writeUInt32BE(place, at)
    }
  }
  return true
}
