import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { duelInput, duelView } from './api.ts'
import { closeNow } from './close-duel.ts'
import { openDuel } from './open-duel.ts'
import { listDuels, readDuel } from './read-duel.ts'
import { votingRoutes } from './voting-routes.ts'

const tag = 'duels'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/duels',
      access: 'posts:read',
      tag,
      tool: 'list_duels',
      summary: 'Product duels with what they say, the latest first',
      response: z.array(duelView),
      handler: ({ actor, language }) => listDuels(desk, actor.companyId, language),
    }),
    route({
      method: 'POST',
      path: '/duels',
      access: 'posts:write',
      tag,
      summary: 'Ask the public which of two it would rather have; drafts the post that asks',
      body: duelInput,
      response: duelView,
      status: 201,
      async handler({ actor, body, newId, language }) {
        const id = newId()
        await openDuel(desk, actor, id, body)
        return readDuel(desk, actor.companyId, id, language)
      },
    }),
    route({
      method: 'GET',
      path: '/duels/:id',
      access: 'posts:read',
      tag,
      tool: 'read_duel',
      summary: 'A duel: its votes, how sure they are, and what to order',
      params: byId,
      response: duelView,
      handler: ({ actor, params: { id }, language }) =>
        readDuel(desk, actor.companyId, id, language),
    }),
    route({
      method: 'POST',
      path: '/duels/:id/close',
      access: 'posts:write',
      tag,
      summary: 'Close a duel before its time',
      params: byId,
      response: duelView,
      async handler({ actor, params: { id }, language }) {
        await closeNow(desk, actor.companyId, id)
        return readDuel(desk, actor.companyId, id, language)
      },
    }),
    ...votingRoutes(desk),
  ]
}
