import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import * as api from './api.ts'
import { overviewOf } from './overview.ts'
import { overviewCsv } from './overview-csv.ts'
import { comparisonOf, keepComparison } from './rivals.ts'

const tag = 'listening'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/listening/overview',
      access: 'listening:read',
      tag,
      tool: 'read_listening_overview',
      summary: 'How much was said in a period, how well, by whom, and beside which rivals',
      query: api.overviewQuery,
      response: api.overview,
      handler: ({ actor, query, language }) => overviewOf(desk, actor.companyId, query, language),
    }),
    route({
      method: 'GET',
      path: '/listening/overview.csv',
      access: 'listening:read',
      tag,
      summary: 'The same as a table, one row per value',
      query: api.overviewQuery,
      handler: async ({ actor, query, language, reply }) => {
        const csv = overviewCsv(await overviewOf(desk, actor.companyId, query, language))
        const name = `vigie-listening-${query.from}-${query.to}.csv`
        await reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}"`)
          .serializer((text: string) => text)
          .send(csv)
      },
    }),
    route({
      method: 'GET',
      path: '/listening/rivals',
      access: 'listening:read',
      tag,
      summary: 'Which saved query is us, and which are rivals',
      response: api.comparison,
      handler: ({ actor }) => comparisonOf(desk.db, actor.companyId),
    }),
    route({
      method: 'PUT',
      path: '/listening/rivals',
      access: 'listening:write',
      tag,
      summary: 'Say which saved query is us, and which are rivals',
      body: api.comparison,
      response: api.comparison,
      handler: ({ actor, body }) => keepComparison(desk, actor, body),
    }),
  ]
}
