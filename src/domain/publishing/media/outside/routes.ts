import { stat } from 'node:fs/promises'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { serveFile } from '../serve-file.ts'
import { readAddress } from './address.ts'

/** Where a network fetches by itself the picture or the video of a delivery; everything else is not found. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      // The router takes 100 characters at most for a named part.
      path: '/m/*',
      outside: true,
      access: 'public',
      tag: 'media',
      summary: 'What a network fetches for a post, at a signed address good for a day',
      async handler(call) {
        const { '*': address } = call.params as { '*': string }
        const shown = readAddress(address, desk.addressSecret, desk.clock.now())
        const file = shown && desk.files.pathOf(shown.sha256)
        const isThere = file !== null && (await stat(file).catch(() => null))
        if (!shown || !file || !isThere) throw new Problem(notFound)
        await serveFile(call, { file, type: shown.type, etag: shown.sha256, headers })
      },
    }),
  ]
}

/** Never run, never listed, and kept by nobody longer than its day. */
const headers = {
  'cache-control': 'private, max-age=3600',
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline',
  'x-robots-tag': 'noindex, nofollow',
}
