import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import * as api from './api.ts'
import { chooseKeeping, showKeeping } from './keeping.ts'

const tag = 'company'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/mention-keeping',
      access: 'company:read',
      tag,
      summary: 'How long mentions that nobody touched are kept, and what was erased last',
      response: api.keepingView,
      handler: ({ actor }) => showKeeping(desk, actor.companyId),
    }),
    route({
      method: 'PUT',
      path: '/mention-keeping',
      access: 'company:write',
      tag,
      summary: 'Choose how long they are kept; those too old are erased at once',
      body: api.keepingInput,
      response: api.keepingView,
      handler: ({ actor, body }) => chooseKeeping(desk, actor, body),
    }),
  ]
}
