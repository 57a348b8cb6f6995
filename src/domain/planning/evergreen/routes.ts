import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { changeEvergreen, shelve, unshelve } from './keep-evergreen.ts'
import { readShelf } from './read-shelf.ts'

const tag = 'planning'
const write = { access: 'posts:write', tag } as const

/** The shelf of posts that stay true. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      access: 'posts:read',
      tag,
      method: 'GET',
      path: '/evergreens',
      summary: 'Posts of the shelf, when each left last and what that brought',
      response: z.array(api.evergreenView),
      handler: ({ actor }) => readShelf(desk, actor.companyId),
    }),
    route({
      ...write,
      method: 'POST',
      path: '/evergreens',
      summary: 'Put a post on the shelf: it goes into free slots that are kept for it',
      body: api.evergreenInput,
      status: 201,
      response: z.object({ id: z.string() }),
      async handler({ actor, body, newId }) {
        const id = newId()
        await shelve(desk, actor, id, body)
        return { id }
      },
    }),
    route({
      ...write,
      method: 'PATCH',
      path: '/evergreens/:id',
      summary: 'Change a post of the shelf, pause it, or let it go on',
      params: byId,
      body: api.evergreenChanges,
      handler: ({ actor, params: { id }, body }) => changeEvergreen(desk, actor, id, body),
    }),
    route({
      ...write,
      method: 'DELETE',
      path: '/evergreens/:id',
      summary: 'Take a post off the shelf, and off the calendar where it still stands',
      params: byId,
      handler: ({ actor, params: { id } }) => unshelve(desk, actor, id),
    }),
  ]
}
