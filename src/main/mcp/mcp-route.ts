import type { FastifyInstance } from 'fastify'
import { type Route, route } from '#platform/http/route.ts'
import { toolsOf } from './tools.ts'

/**
 * The desk for assistants: Model Context Protocol over streamable HTTP (revision 2025-11-25), without sessions. Each tool is
 * a route; an assistant may do what its API key may do, and sees no other tool.
 * @param server asked for when a call comes: it is made after its routes
 */
export function mcpRoute(routes: readonly Route[], server: () => FastifyInstance): Route {
  const tools = toolsOf(routes)
  return route({
    method: 'POST',
    path: '/mcp',
    outside: true,
    access: 'in-company',
    tag: 'mcp',
    summary: 'Model Context Protocol for assistants',
    async handler(call) {
      // Loaded when first needed: most desks never speak to one.
      const { answerAssistant } = await import('./assistant-server.ts')
      await answerAssistant(call, tools, server())
    },
  })
}
