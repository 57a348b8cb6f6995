import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { judgement, judgingView } from './api.ts'
import { judge, judging } from './judge.ts'

const tag = 'listening'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/queries/:id/judging',
      access: 'listening:read',
      tag,
      summary: 'Twenty mentions of a query to judge, and how precise it is with its interval',
      params: byId,
      response: judgingView,
      handler: ({ actor, params }) => judging(desk, actor.companyId, params.id),
    }),
    route({
      method: 'PUT',
      path: '/queries/:id/judgements',
      access: 'listening:write',
      tag,
      summary: 'Say whether a mention of a query is on its subject',
      params: byId,
      body: judgement,
      handler: ({ actor, params, body }) => judge(desk, actor, params.id, body),
    }),
  ]
}
