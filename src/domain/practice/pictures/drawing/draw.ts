import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Picture } from '../../model.ts'
import { fabrics, front, grain, shelf } from './others.ts'
import { armchair, bench, chair, sofa } from './seats.ts'
import { desk, lamp, sideboard, table } from './tables.ts'

/**
 * Draws the shop's pictures anew: `node src/domain/practice/pictures/drawing/draw.ts`. They are drawn, so that
 * nobody takes them for photographs; and kept as files, for the desk refuses to read vector images as it runs.
 */
const drawings: Record<Picture, () => string> = {
  table,
  chair,
  sofa,
  shelf,
  lamp,
  armchair,
  desk,
  bench,
  sideboard,
  grain,
  fabrics,
  front,
}

for (const [name, drawing] of Object.entries(drawings)) {
  const jpeg = await sharp(Buffer.from(drawing())).jpeg({ quality: 80, mozjpeg: true }).toBuffer()
  await writeFile(path.join(import.meta.dirname, '..', `${name}.jpg`), jpeg)
}
