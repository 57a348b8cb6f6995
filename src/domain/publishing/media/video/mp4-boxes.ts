import type { FileHandle } from 'node:fs/promises'

/** A movie header is a few megabytes for hours of film. */
export const MOST_HEADER_BYTES = 64_000_000

/** A box of an MP4 (ISO 14496-12, 4.2): where it lies in the file, its own head included. */
export interface Box {
  kind: string
  at: number
  length: number
}

/** The boxes of an MP4, in order, as far as their lengths make sense. */
export async function topBoxes(file: FileHandle): Promise<Box[]> {
  const { size } = await file.stat()
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= size;) {
    const head = Buffer.alloc(16)
    await file.read(head, 0, 16, at)
    const short = head.readUInt32BE(0)
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short || size - at
    if (length < 8) break
    boxes.push({ kind: head.toString('latin1', 4, 8), at, length })
    at += length
  }
  return boxes
}
