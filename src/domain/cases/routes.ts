import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId, id } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { casesCsv } from './cases-csv.ts'
import { addNote, changeCase, holdMention, letMentionGo } from './change-case.ts'
import { openCase, openCaseOfAlert } from './open-case.ts'
import { casesOf, listCases, readCase } from './read-cases.ts'

const tag = 'cases'

export function routes(desk: Desk): Route[] {
  return [...reading(desk), ...opening(desk), ...changing(desk)]
}

function reading(desk: Desk): Route[] {
  const shared = { method: 'GET', access: 'listening:read', tag } as const
  return [
    route({
      ...shared,
      path: '/cases',
      tool: 'list_cases',
      summary:
        'Leads and cases, the latest opened first; those that ended are left out unless asked for',
      query: api.casesQuery,
      response: api.casesPage,
      handler: ({ actor, query }) =>
        listCases(desk, actor.companyId, { ...query, assigned: meant(query.assigned, actor.id) }),
    }),
    route({
      ...shared,
      path: '/cases/table.csv',
      summary: 'Leads and cases as CSV, under the same filters',
      query: api.casesQuery.omit({ after: true, limit: true }),
      async handler({ actor, query, reply }) {
        const wanted = { ...query, assigned: meant(query.assigned, actor.id), limit: 10_000 }
        const { items } = await listCases(desk, actor.companyId, wanted)
        reply.header('content-disposition', 'attachment; filename="cases.csv"')
        await reply.type('text/csv; charset=utf-8').send(casesCsv(items))
      },
    }),
    route({
      ...shared,
      path: '/cases/of-mentions',
      summary: 'Which leads and cases hold these mentions',
      query: api.ofMentionsQuery,
      response: api.casesOfMentions,
      handler: ({ actor, query }) => casesOf(desk, actor.companyId, query.ids),
    }),
    route({
      ...shared,
      path: '/cases/:id',
      summary: 'One lead or case: its mentions, its notes, and the person behind it',
      params: byId,
      response: api.caseView,
      handler: ({ actor, params }) => readCase(desk, actor.companyId, params.id),
    }),
  ]
}

const meant = (assigned: string | undefined, me: string) => (assigned === 'me' ? me : assigned)

const writing = {
  method: 'POST',
  access: 'listening:write',
  tag,
  response: api.caseView,
} as const

function opening(desk: Desk): Route[] {
  return [
    route({
      ...writing,
      path: '/cases',
      summary: 'Make a lead or a case of mentions',
      body: api.caseInput,
      status: 201,
      async handler({ actor, body, newId }) {
        const caseId = newId()
        await openCase(desk, actor, caseId, body)
        return readCase(desk, actor.companyId, caseId)
      },
    }),
    route({
      ...writing,
      path: '/alerts/:id/case',
      summary: 'Open the case of an alert, with its first mentions; there is one at most',
      params: byId,
      status: 201,
      async handler({ actor, params, newId }) {
        const caseId = await openCaseOfAlert(desk, actor, newId(), params.id)
        return readCase(desk, actor.companyId, caseId)
      },
    }),
  ]
}

function changing(desk: Desk): Route[] {
  return [
    route({
      ...writing,
      method: 'PATCH',
      path: '/cases/:id',
      summary:
        'Name, end, reopen or assign a case, or say when it is due, from the version that was read',
      params: byId,
      body: api.caseChanges,
      async handler({ actor, params, body }) {
        await changeCase(desk, actor, params.id, body)
        return readCase(desk, actor.companyId, params.id)
      },
    }),
    route({
      ...writing,
      path: '/cases/:id/notes',
      summary: 'Add a note to a case',
      params: byId,
      body: api.noteInput,
      status: 201,
      async handler({ actor, params, body, newId }) {
        await addNote(desk, actor, params.id, newId(), body.text)
        return readCase(desk, actor.companyId, params.id)
      },
    }),
    route({
      ...writing,
      path: '/cases/:id/mentions',
      summary: 'Have a case hold one more mention',
      params: byId,
      body: api.heldInput,
      async handler({ actor, params, body }) {
        await holdMention(desk, actor, params.id, body.mentionId)
        return readCase(desk, actor.companyId, params.id)
      },
    }),
    route({
      ...writing,
      method: 'DELETE',
      path: '/cases/:id/mentions/:mentionId',
      summary: 'Take a mention out of a case',
      params: byId.extend({ mentionId: id }),
      async handler({ actor, params }) {
        await letMentionGo(desk, actor, params.id, params.mentionId)
        return readCase(desk, actor.companyId, params.id)
      },
    }),
  ]
}
