import { open } from 'node:fs/promises'
import { MOST_HEADER_BYTES, topBoxes } from './mp4-boxes.ts'

const FOLDERS = new Set(['moov', 'trak', 'mdia'])
const DATED = new Set(['mvhd', 'tkhd', 'mdhd'])

/**
 * Empties the dates of creation and change in an MP4 (ISO 14496-12, 8.2.2, 8.3.2 and 8.4.2), so that the same video
 * cleaned twice is the same to the byte.
 */
export async function forgetDates(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    for (const { kind, at, length } of await topBoxes(handle)) {
      if (kind !== 'moov' || length > MOST_HEADER_BYTES) continue
      const header = Buffer.alloc(length)
      await handle.read(header, 0, length, at)
      blank(header)
      await handle.write(header, 0, length, at)
    }
  } finally {
    await handle.close()
  }
}

function blank(boxes: Buffer): void {
  for (let at = 0; at + 8 <= boxes.length;) {
    const length = boxes.readUInt32BE(at)
    if (length < 8 || at + length > boxes.length) return
    const kind = boxes.toString('latin1', at + 4, at + 8)
    if (FOLDERS.has(kind)) blank(boxes.subarray(at + 8, at + length))
    // Version 1 has dates of eight bytes each, version 0 of four.
    if (DATED.has(kind)) boxes.fill(0, at + 12, at + 12 + (boxes[at + 8] === 1 ? 16 : 8))
    at += length
  }
}
