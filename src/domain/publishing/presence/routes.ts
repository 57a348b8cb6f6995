import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { sayPresence } from './presence.ts'

/** Who else has a post open. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/posts/:id/presence',
      access: 'posts:read',
      tag: 'posts',
      summary: 'Say that one has a post open, or has closed it; tells who else has it open',
      params: byId,
      body: z.object({ here: z.boolean().default(true) }),
      response: z.object({ others: z.array(z.string()) }),
      handler: async ({ actor, params: { id }, body: { here } }) => ({
        others: await sayPresence(desk, actor, id, here),
      }),
    }),
  ]
}
