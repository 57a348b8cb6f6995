import type { FastifyInstance } from 'fastify'
import { apiErrors, apiRoutes } from './server/routes.ts'
import { admitNeighbour } from './server/neighbours.ts'
import { publicPages } from './server/pages.ts'
import { VIDEO_MAX_BYTES } from './server/flavours.ts'
import type { SandboxTools } from './server/tools.ts'

/**
 * The practice network as a Fastify plugin, to be mounted under `/_sandbox`: its API and its public pages.
 * It is a network like another: the desk reaches it by HTTP only, through the connector.
 */
export function sandboxPlugin(tools: SandboxTools) {
  return async (server: FastifyInstance): Promise<void> => {
    server.addContentTypeParser(
      /^(image|video)\//,
      { parseAs: 'buffer', bodyLimit: VIDEO_MAX_BYTES },
      (_, body, done) => done(null, body),
    )
    const outer = server.errorHandler
    server.setErrorHandler(
      (error, request, reply) => apiErrors(error, reply) ?? outer(error, request, reply),
    )
    server.addHook('onRequest', async (_, reply) => {
      reply.header('x-robots-tag', 'noindex')
    })
    publicPages(server, tools)
    await server.register(async (api) => {
      api.addHook('onRequest', async (request) => admitNeighbour(request))
      apiRoutes(api, tools)
    })
  }
}
