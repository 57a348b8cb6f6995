import { z } from 'zod'
import type { Database } from '#platform/db/database.ts'
import type { Listener } from '#platform/db/listener.ts'
import { streamEvents } from '#platform/http/live.ts'
import { type Route, route } from '#platform/http/route.ts'
import { id } from '#platform/http/shapes.ts'
import type { Identity } from '#platform/http/tools.ts'

interface Tools {
  db: Database
  listener: Listener
  identity: Identity
}

/** `GET /live`: what happens in a company, as it happens. An event source sends no header, hence `?company=`. */
export function liveRoute({ identity, ...tools }: Tools): Route {
  return route({
    method: 'GET',
    path: '/live',
    access: 'company:read',
    tag: 'live',
    summary: 'Stream what happens in the company (server-sent events)',
    query: z.object({ company: id.optional() }),
    handler: async ({ request, reply, actor }) =>
      streamEvents(request, reply, actor.companyId, {
        ...tools,
        ends: ({ name, payload }) => name === 'member.removed' && payload['userId'] === actor.id,
        stillHere: async () => (await identity.actor(request)) !== null,
      }),
  })
}
