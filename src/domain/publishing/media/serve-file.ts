import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Call } from '#platform/http/route.ts'

interface Served {
  file: string
  type: string
  /** SHA-256 of the bytes. */
  etag: string
  headers: Record<string, string>
}

/** Sends a file as a stream, whole or the part asked for (RFC 9110, 14): players jump, phones resume. */
export async function serveFile(
  { request, reply }: Call,
  { file, type, etag: hash, headers }: Served,
): Promise<void> {
  const { size } = await stat(file)
  const etag = `"${hash}"`
  reply.headers({ ...headers, etag, 'accept-ranges': 'bytes' }).type(type)
  if (request.headers['if-none-match'] === etag) return void (await reply.code(304).send())
  const ifRange = request.headers['if-range']
  const asked = ifRange && ifRange !== etag ? undefined : request.headers.range
  const part = partOf(asked, size)
  if (part === 'none')
    return void (await reply.code(416).header('content-range', `bytes */${size}`).send())
  const { start, end } = part ?? { start: 0, end: size - 1 }
  if (part) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`)
  reply.header('content-length', end - start + 1)
  await reply.send(createReadStream(file, { start, end }))
}

/** One range; several are answered with the whole, as the RFC allows. */
function partOf(range: string | undefined, size: number) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to))
  return start > end || start >= size ? 'none' : { start, end }
}
