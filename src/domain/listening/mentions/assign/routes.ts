import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { mentionView } from '../../api.ts'
import { assignmentInput } from './api.ts'
import { assignMention } from './assign-mention.ts'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/mentions/:id/assignment',
      access: 'listening:write',
      tag: 'listening',
      summary: 'Give a mention to a member, to oneself, or back to nobody',
      params: byId,
      body: assignmentInput,
      response: mentionView,
      handler: ({ actor, params, body }) => assignMention(desk, actor, params.id, body),
    }),
  ]
}
