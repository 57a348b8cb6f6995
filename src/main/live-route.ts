import { z } from 'zod'
import type { Database } from '#platform/db/database.ts'
import type { Listener } from '#platform/db/listener.ts'
import { streamEvents } from '#platform/http/live.ts'
import { type Route, route } from '#platform/http/route.ts'
import { id } from '#platform/http/shapes.ts'

/** `GET /live`: what happens in a company, as it happens. An event source sends no header, hence `?company=`. */
export function liveRoute(tools: { db: Database; listener: Listener }): Route {
  return route({
    method: 'GET',
    path: '/live',
    access: 'company:read',
    tag: 'live',
    summary: 'Stream what happens in the company (server-sent events)',
    query: z.object({ company: id.optional() }),
    handler: async ({ request, reply, actor }) =>
      streamEvents(request, reply, actor.companyId, tools),
  })
}
