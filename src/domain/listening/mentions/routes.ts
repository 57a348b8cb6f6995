import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from '../api.ts'
import { listMentions } from './list-mentions.ts'
import { markMention, markSeen } from './mark-mentions.ts'

const tag = 'listening'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/mentions',
      access: 'listening:read',
      tag,
      tool: 'list_mentions',
      summary:
        'What the saved queries found, latest first; those dismissed are left out unless asked for',
      query: api.mentionsQuery,
      response: api.mentionsPage,
      handler: ({ actor, query }) => listMentions(desk, actor.companyId, query),
    }),
    route({
      method: 'PATCH',
      path: '/mentions/:id',
      access: 'listening:write',
      tag,
      summary: 'Mark a mention as seen or dismissed, correct its opinion, or take these back',
      params: byId,
      body: api.mentionChanges,
      response: api.mentionView,
      handler: ({ actor, params, body }) => markMention(desk, actor.companyId, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/mentions/seen',
      access: 'listening:write',
      tag,
      summary: 'Mark several mentions as seen',
      body: api.seenInput,
      handler: ({ actor, body }) => markSeen(desk, actor.companyId, body.ids),
    }),
  ]
}
