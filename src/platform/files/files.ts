import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Files by content: the same bytes are kept once, under their SHA-256. */
export interface Files {
  /** Keeps the bytes for good (flushed to disk before it answers). */
  put(bytes: Uint8Array): Promise<string>
  /** @throws when nothing is kept under that hash */
  read(sha256: string): Promise<Buffer<ArrayBuffer>>
  remove(sha256: string): Promise<void>
  pathOf(sha256: string): string
}

/** @param folder absolute; made when missing */
export function openFiles(folder: string): Files {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256')
    return path.join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    pathOf,
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const target = pathOf(sha256)
      await mkdir(path.dirname(target), { recursive: true })
      const draft = `${target}.${randomUUID()}`
      const file = await open(draft, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
        await file.close()
        await rename(draft, target)
      } catch (error) {
        // A disk that is full must not be kept full by what did not fit.
        await file.close().catch(() => {})
        await rm(draft, { force: true })
        throw error
      }
      return sha256
    },
    async read(sha256) {
      return readFile(pathOf(sha256))
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true })
    },
  }
}
