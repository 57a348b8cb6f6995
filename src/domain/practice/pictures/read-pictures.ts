import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { alts } from '../content/alts.ts'
import type { Picture } from '../model.ts'

/** The shop's pictures: JPEG, 1080 × 810, drawn by `drawing/draw.ts`. */
export async function readPictures(): Promise<Map<Picture, Buffer>> {
  const names = Object.keys(alts) as Picture[]
  const read = names.map(
    async (name) => [name, await readFile(path.join(import.meta.dirname, `${name}.jpg`))] as const,
  )
  return new Map(await Promise.all(read))
}
