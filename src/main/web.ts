import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const folder = path.resolve(import.meta.dirname, '../../dist/web')

/** Serves the built screens: hashed files for a year, and the page itself for every address that is a screen. */
export async function serveWeb(server: FastifyInstance, root = folder): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) return
  await server.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    setHeaders(reply, file) {
      const hashed = file.includes(`${path.sep}assets${path.sep}`)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.get('/*', { schema: { hide: true } }, (request, reply) => {
    const isPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/')
    return isPage
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : reply.callNotFound()
  })
}
