import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import * as api from './api.ts'
import { learningOf } from './learnt-by.ts'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/listening/learning',
      access: 'listening:read',
      tag: 'listening',
      summary:
        'What corrections of opinions, intents and risks have taught, and whether it is used',
      response: api.learningView,
      handler: ({ actor }) => learningOf(desk.db, actor.companyId),
    }),
  ]
}
