import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { listChannels } from '#domain/channels/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { campaignResults } from './campaign-results.ts'
import { addDays } from './days.ts'
import { wrongPeriod } from './errors.ts'
import { resultsOf } from './results.ts'
import { resultsCsv } from './results-csv.ts'

const tag = 'results'
const LONGEST_PERIOD_DAYS = 400

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/results',
      access: 'results:read',
      tag,
      tool: 'read_results',
      summary: 'What the posts of a period brought, against the period before',
      query: api.resultsQuery,
      response: api.results,
      handler: ({ actor, query, language }) => {
        refuseWrongPeriod(query)
        return resultsOf(desk, actor.companyId, query, language)
      },
    }),
    route({
      method: 'GET',
      path: '/results.csv',
      access: 'results:read',
      tag,
      summary: 'The same as a table, one row per value',
      query: api.resultsQuery,
      handler: async ({ actor, query, language, reply }) => {
        refuseWrongPeriod(query)
        const results = await resultsOf(desk, actor.companyId, query, language)
        const channels = await listChannels(desk.db, actor.companyId)
        const csv = resultsCsv(results, new Map(channels.map(({ id, handle }) => [id, handle])))
        await reply
          .type('text/csv; charset=utf-8')
          .header(
            'content-disposition',
            `attachment; filename="vigie-${query.from}-${query.to}.csv"`,
          )
          .serializer((text: string) => text)
          .send(csv)
      },
    }),
    route({
      method: 'GET',
      path: '/campaigns/:id/results',
      access: 'results:read',
      tag,
      summary: 'What the posts of a campaign have brought since they left',
      params: byId,
      response: api.campaignResults,
      handler: ({ actor, params, language }) =>
        campaignResults(desk, actor.companyId, params.id, language),
    }),
  ]
}

function refuseWrongPeriod({ from, to }: z.output<typeof api.resultsQuery>) {
  const tooLong = addDays(from, LONGEST_PERIOD_DAYS) <= to
  if (from > to || tooLong) throw new Problem(wrongPeriod, { days: LONGEST_PERIOD_DAYS })
}
