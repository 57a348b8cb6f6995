import type { Call } from '#platform/http/route.ts'

/**
 * Sends a picture: only ever shown as the picture it is, never run, and kept by the browser for good, since the
 * bytes behind an address never change.
 */
export async function servePicture(
  { request, reply }: Call,
  picture: {
    type: string
    fileName: string
    etag: string
    read: () => Promise<Uint8Array>
    /** What stands behind the address may change: the browser asks each time. */
    changes?: boolean
  },
): Promise<void> {
  const etag = `"${picture.etag}"`
  reply.headers(keptForGood(etag, picture.fileName))
  if (picture.changes) reply.header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match'] === etag) return void (await reply.code(304).send())
  await reply.type(picture.type).send(Buffer.from(await picture.read()))
}

/** Headers of bytes that never change and must never run. */
export const keptForGood = (etag: string, fileName: string) => ({
  etag,
  'cache-control': 'private, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  'cross-origin-resource-policy': 'same-origin',
  vary: 'Cookie, Authorization',
})
