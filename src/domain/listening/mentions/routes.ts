import { Readable } from 'node:stream'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId, pageQuery } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { asAskedBy } from './asked-for.ts'
import { countUnseen } from './count-unseen.ts'
import { listAlike } from './folds/list-alike.ts'
import { listMentions } from './list-mentions.ts'
import { mentionsCsv } from './mentions-csv.ts'
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
      handler: async ({ actor, query }) =>
        listMentions(desk, actor.companyId, await asAskedBy(desk, actor, query)),
    }),
    route({
      method: 'GET',
      path: '/mentions/export',
      access: 'listening:read',
      tag,
      summary: 'The same as a table (CSV), whole texts, with what was read in them, fold and reach',
      query: api.mentionsFilters,
      async handler({ actor, query, reply }) {
        const wanted = await asAskedBy(desk, actor, query)
        await reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="vigie-mentions.csv"')
          .send(Readable.from(mentionsCsv(desk, actor.companyId, wanted)))
      },
    }),
    route({
      method: 'GET',
      path: '/mentions/unseen',
      access: 'listening:read',
      tag,
      summary: 'How many mentions nobody has seen, each once however many queries found it',
      response: api.unseenView,
      handler: ({ actor }) => countUnseen(desk, actor.companyId),
    }),
    route({
      method: 'GET',
      path: '/mentions/:id/alike',
      access: 'listening:read',
      tag,
      summary: 'What says the same as a mention: near-copies and reshares, the first written first',
      params: byId,
      query: pageQuery,
      response: api.mentionsPage,
      handler: ({ actor, params, query }) => listAlike(desk, actor.companyId, params.id, query),
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
      handler: ({ actor, body }) => markSeen(desk, actor.companyId, body),
    }),
  ]
}
