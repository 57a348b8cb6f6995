import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import * as api from './api.ts'
import { learningOf } from './learnt-by.ts'
import { switchLearning } from './switch-learning.ts'

const tag = 'listening'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/listening/learning',
      access: 'listening:read',
      tag,
      summary:
        'What corrections of opinions, intents and risks have taught, and whether it is used',
      response: api.learningView,
      handler: ({ actor }) => learningOf(desk.db, actor.companyId),
    }),
    route({
      method: 'PUT',
      path: '/listening/learning',
      access: 'listening:write',
      tag,
      summary: 'Learn from corrections, or no longer: what they taught is let go, they are kept',
      body: api.learningInput,
      response: api.learningView,
      handler: ({ actor, body }) => switchLearning(desk, actor, body),
    }),
  ]
}
