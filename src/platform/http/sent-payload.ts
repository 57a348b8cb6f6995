import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { hashOf } from './idempotency.ts'

/** What is asked of a file before anything is done with it: whether its request's key knows it. */
type Ask = (hash: string) => Promise<void>

const asks = new WeakMap<FastifyRequest, Ask>()

/** Has the file of a request asked about, once it has all arrived. */
export const askOfFile = (request: FastifyRequest, ask: Ask) => void asks.set(request, ask)

/**
 * Says what file came with a request, before anything is done with it. Whoever reads a form's file says it.
 * @throws Problem when its Idempotency-Key came with another file
 */
export async function fileCame(request: FastifyRequest, file: SentFileTraits): Promise<void> {
  await asks.get(request)?.(hashOfFile(file))
}

export interface SentFileTraits {
  fileName: string
  /** Of its bytes, hexadecimal. */
  sha256: string
}

/**
 * The hash of the file of a form, read to its end and kept nowhere. Not of the form itself: who sends it again writes
 * another boundary between its parts.
 */
export async function hashOfSent(request: FastifyRequest): Promise<string | null> {
  if (!request.isMultipart()) return null
  const part = await request.file({
    limits: { fileSize: Infinity, files: 1 },
    throwFileSizeLimit: false,
  })
  if (!part) return null
  const hash = createHash('sha256')
  for await (const chunk of part.file) hash.update(chunk as Uint8Array)
  return hashOfFile({ fileName: part.filename, sha256: hash.digest('hex') })
}

const hashOfFile = ({ fileName, sha256 }: SentFileTraits) => hashOf([fileName, sha256])
