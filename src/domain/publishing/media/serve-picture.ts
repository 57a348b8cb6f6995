import type { Call } from '#platform/http/route.ts'

/**
 * Sends a picture: only ever shown as the picture it is, never run, and kept by the browser for good, since the
 * bytes behind an address never change.
 */
export async function servePicture(
  { request, reply }: Call,
  picture: { type: string; fileName: string; etag: string; read: () => Promise<Uint8Array> },
): Promise<void> {
  const etag = `"${picture.etag}"`
  reply.headers({
    etag,
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(picture.fileName)}`,
    'cross-origin-resource-policy': 'same-origin',
    vary: 'Cookie, Authorization',
  })
  if (request.headers['if-none-match'] === etag) return void (await reply.code(304).send())
  await reply.type(picture.type).send(Buffer.from(await picture.read()))
}
