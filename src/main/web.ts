import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const folder = path.resolve(import.meta.dirname, '../../dist/web')

/** Serves the built screens: hashed files for a year, and the page itself for every address that is a screen. */
export async function serveWeb(server: FastifyInstance, root = folder): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) return
  await server.register(fastifyStatic, {
    root: path.join(root, 'assets'),
    prefix: '/assets/',
    maxAge: '1y',
    immutable: true,
    decorateReply: false,
    preCompressed: true,
  })
  await server.register(fastifyStatic, {
    root,
    wildcard: false,
    globIgnore: ['assets/**'],
    maxAge: 0,
    preCompressed: true,
  })
  server.get('/*', { schema: { hide: true } }, (request, reply) => {
    // For people without an account: found by nobody, and its address told to nobody.
    if (request.url.startsWith('/review/'))
      void reply.headers({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' })
    const isPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/')
    return isPage ? reply.sendFile('index.html') : reply.callNotFound()
  })
}
