import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { freeBytes, type Incoming, receive } from './incoming.ts'

/** Files by content: the same bytes are kept once, under their SHA-256. */
export interface Files {
  /** Keeps the bytes for good (flushed to disk before it answers). */
  put(bytes: Uint8Array): Promise<string>
  /** @throws when nothing is kept under that hash */
  read(sha256: string): Promise<Buffer<ArrayBuffer>>
  remove(sha256: string): Promise<void>
  pathOf(sha256: string): string
  /**
   * Takes in a stream without holding it. Whoever asked keeps it by `adopt` or throws it away by `discard`.
   * @param mostBytes how much may come, told by the first bytes
   * @throws TooMuch, NoRoom
   */
  receive(
    stream: AsyncIterable<Uint8Array>,
    mostBytes: (head: Uint8Array) => number,
  ): Promise<Incoming>
  /** SHA-256 of a file, read as a stream. */
  hash(file: string): Promise<string>
  /** Keeps a file that is on disk already, moved to its place. @param sha256 its own, by `hash` */
  adopt(file: string, sha256: string): Promise<void>
  /** A place for a file in the making, to be adopted or discarded. */
  draftPath(): Promise<string>
  discard(file: string): Promise<void>
}

/**
 * @param folder absolute; made when missing
 * @param free bytes free on its disk
 */
export function openFiles(
  folder: string,
  free: (folder: string) => Promise<number> = freeBytes,
): Files {
  const incoming = path.join(folder, 'incoming')
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
    receive: (stream, mostBytes) => receive(stream, incoming, mostBytes, free),
    hash: hashOfFile,
    async adopt(file, sha256) {
      const target = pathOf(sha256)
      await mkdir(path.dirname(target), { recursive: true })
      await flush(file)
      await rename(file, target)
    },
    async draftPath() {
      await mkdir(incoming, { recursive: true })
      return path.join(incoming, randomUUID())
    },
    async discard(file) {
      await rm(file, { force: true })
    },
    async read(sha256) {
      return readFile(pathOf(sha256))
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true })
    },
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
