import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { mentionView } from '../api.ts'
import { assignmentInput, myCharge } from './api.ts'
import { assignMention } from './assign-mention.ts'
import { inMyCharge } from './in-my-charge.ts'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/mentions/in-my-charge',
      access: 'listening:read',
      tag: 'listening',
      summary: 'How many mentions are in the charge of whoever asks, those dismissed left out',
      response: myCharge,
      handler: async ({ actor }) => ({ mine: await inMyCharge(desk, actor) }),
    }),
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
