import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'

/** A file on its way in: on disk already, kept by nobody yet. */
export interface Incoming {
  path: string
  bytes: number
  /** Of its bytes, hexadecimal. */
  sha256: string
  /** Its first bytes, to tell what it is. */
  head: Uint8Array
}

/** It is over what was allowed; what had come of it is gone. */
export class TooMuch extends Error {
  readonly mostBytes: number

  constructor(mostBytes: number) {
    super(`over ${mostBytes} bytes`)
    this.name = 'TooMuch'
    this.mostBytes = mostBytes
  }
}

/** The disk has no room for it; what had come of it is gone. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

/** Left free on disk, whatever is sent: the database needs room to say that there is none. */
const RESERVE_BYTES = 256_000_000
const HEAD_BYTES = 4100
const LOOK_EVERY_BYTES = 16_000_000
const STALE_MS = 24 * 3_600_000

/** Bytes free on the disk that holds a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Writes a stream to disk as it comes, never held in memory.
 * @param mostBytes how much may come, told by the first bytes; what it throws ends the reading at once
 * @throws TooMuch at the first byte too many
 * @throws NoRoom when the disk would be filled
 */
export async function receive(
  stream: AsyncIterable<Uint8Array>,
  folder: string,
  mostBytes: (head: Uint8Array) => number,
  free: (folder: string) => Promise<number> = freeBytes,
): Promise<Incoming> {
  await mkdir(folder, { recursive: true })
  await sweep(folder)
  const target = path.join(folder, randomUUID())
  try {
    return { path: target, ...(await write(stream, target, mostBytes, () => free(folder))) }
  } catch (error) {
    await rm(target, { force: true })
    throw (error as { code?: string }).code === 'ENOSPC' ? new NoRoom() : error
  }
}

async function write(
  stream: AsyncIterable<Uint8Array>,
  target: string,
  mostBytes: (head: Uint8Array) => number,
  free: () => Promise<number>,
): Promise<Omit<Incoming, 'path'>> {
  const file = await open(target, 'wx')
  let head: Uint8Array = new Uint8Array()
  let most: number | undefined
  const hash = createHash('sha256')
  let bytes = 0
  let looked = -Infinity
  try {
    for await (const chunk of stream) {
      if (bytes - looked >= LOOK_EVERY_BYTES) {
        looked = bytes
        if ((await free()) < RESERVE_BYTES) throw new NoRoom()
      }
      bytes += chunk.length
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
      if (head.length >= HEAD_BYTES) most ??= mostBytes(head)
      if (most !== undefined && bytes > most) throw new TooMuch(most)
      hash.update(chunk)
      await file.write(chunk)
    }
    most ??= mostBytes(head)
    if (bytes > most) throw new TooMuch(most)
    await file.sync()
    return { bytes, head, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}

/** Takes away what processes that died left half-way. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const left = path.join(folder, name)
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > STALE_MS) await rm(left, { force: true })
  }
}
