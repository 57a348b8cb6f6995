import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import type { ListeningTables } from '../tables.ts'
import * as api from './api.ts'
import { readTopics } from './read-topics.ts'
import { topicsCsv } from './topics-csv.ts'

const tag = 'listening'

export function routes(desk: Desk): Route[] {
  const found = async (
    companyId: string,
    { queryId, days }: { queryId?: string | undefined; days: number },
  ) => {
    if (queryId !== undefined) await refuseUnknown(desk, companyId, queryId)
    return readTopics(desk, { companyId, of: 'mentions', queryId }, days)
  }
  const unexpected = (companyId: string, days: number) =>
    readTopics(desk, { companyId, of: 'heard' }, days)
  return [
    route({
      method: 'GET',
      path: '/topics',
      access: 'listening:read',
      tag,
      tool: 'list_topics',
      summary: 'What mentions speak of more than usual, and the words that go with a query',
      query: api.topicsQuery,
      response: api.topicsView,
      handler: ({ actor, query }) => found(actor.companyId, query),
    }),
    route({
      method: 'GET',
      path: '/topics/unexpected',
      access: 'listening:read',
      tag,
      summary: 'What is rising in what was heard and no saved query found',
      query: api.unexpectedQuery,
      response: api.topicsView,
      handler: ({ actor, query }) => unexpected(actor.companyId, query.days),
    }),
    route({
      method: 'GET',
      path: '/topics.csv',
      access: 'listening:read',
      tag,
      summary: 'New and unexpected topics as a table, one row each',
      query: api.topicsQuery,
      handler: async ({ actor, query, reply }) => {
        const views = await Promise.all([
          found(actor.companyId, query),
          unexpected(actor.companyId, query.days),
        ])
        const csv = topicsCsv([
          ['new', views[0]],
          ['unexpected', views[1]],
        ])
        const day = views[0].period.until.slice(0, 10)
        await reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="vigie-topics-${day}.csv"`)
          .serializer((text: string) => text)
          .send(csv)
      },
    }),
  ]
}

async function refuseUnknown(desk: Desk, companyId: string, id: string): Promise<void> {
  const query = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('savedQueries')
    .select('id')
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!query) throw new Problem(notFound)
}
