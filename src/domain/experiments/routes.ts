import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { conclude } from './conclude.ts'
import { experimentCsv } from './experiment-csv.ts'
import { forecast } from './forecast.ts'
import { addMorePosts, planExperiment } from './plan-experiment.ts'
import { readExperiment, readExperiments } from './read-experiment.ts'

export function routes(desk: Desk): Route[] {
  return [...reading(desk), ...writing(desk)]
}

const tag = 'experiments'

function reading(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/experiments',
      access: 'results:read',
      tag,
      summary: 'Comparisons, each with what can be said now',
      response: api.experimentList,
      handler: ({ actor, language }) => readExperiments(desk, actor.companyId, language),
    }),
    route({
      method: 'GET',
      path: '/experiments/forecast',
      access: 'results:read',
      tag,
      summary: 'How many clicks or reactions, and posts, a comparison will need',
      query: api.forecastQuery,
      response: api.forecast,
      handler: ({ actor, query }) => forecast(desk, actor.companyId, query),
    }),
    route({
      method: 'GET',
      path: '/experiments/:id',
      access: 'results:read',
      tag,
      summary: 'One comparison: intervals, probability, decision, cautions',
      params: byId,
      response: api.experimentView,
      handler: ({ actor, params, language }) =>
        readExperiment(desk, actor.companyId, params.id, language),
    }),
    route({
      method: 'GET',
      path: '/experiments/:id/table.csv',
      access: 'results:read',
      tag,
      summary: 'One comparison as CSV',
      params: byId,
      handler: async ({ actor, params, language, reply }) => {
        const view = await readExperiment(desk, actor.companyId, params.id, language)
        reply.header('content-disposition', `attachment; filename="experiment-${params.id}.csv"`)
        await reply.type('text/csv; charset=utf-8').send(experimentCsv(view))
      },
    }),
  ]
}

function writing(desk: Desk): Route[] {
  const access = 'experiments:write'
  return [
    route({
      method: 'POST',
      path: '/experiments',
      access,
      tag,
      summary: 'Plan a comparison of two versions',
      body: api.newExperiment,
      response: api.experimentView,
      status: 201,
      handler: async ({ actor, body, newId, language }) => {
        const id = newId()
        await planExperiment(desk, actor, id, body)
        return readExperiment(desk, actor.companyId, id, language)
      },
    }),
    route({
      method: 'POST',
      path: '/experiments/:id/posts',
      access,
      tag,
      summary: 'Add posts to the versions of a comparison that runs',
      params: byId,
      body: api.morePosts,
      response: api.experimentView,
      handler: async ({ actor, params, body, language }) => {
        await addMorePosts(desk, actor, params.id, body)
        return readExperiment(desk, actor.companyId, params.id, language)
      },
    }),
    route({
      method: 'POST',
      path: '/experiments/:id/conclude',
      access,
      tag,
      summary: 'End a comparison and keep what was found',
      params: byId,
      response: api.experimentView,
      handler: async ({ actor, params, language }) => {
        await conclude(desk, actor, params.id)
        return readExperiment(desk, actor.companyId, params.id, language)
      },
    }),
  ]
}
