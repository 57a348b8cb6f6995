import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { handFigures, figuresInput, visitsInput, visitsQuery, visitsView } from './api.ts'
import { enterFigures, readFigures } from './figures.ts'
import { enterVisits, readVisits } from './visits.ts'

const tag = 'figures'

/** Figures that no network tells: a person enters them. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/deliveries/:id/figures',
      access: 'results:read',
      summary: 'What was counted by hand of a post, day by day, and by whom',
      tag,
      params: byId,
      response: handFigures,
      handler: ({ actor, params: { id }, language }) =>
        readFigures(desk, actor.companyId, id, language),
    }),
    route({
      method: 'PUT',
      path: '/deliveries/:id/figures',
      access: 'posts:write',
      summary: 'Enter totals of a post as of a day; null takes one back',
      tag,
      params: byId,
      body: figuresInput,
      response: handFigures,
      async handler({ actor, params: { id }, body, language }) {
        await enterFigures(desk, actor, id, body)
        return readFigures(desk, actor.companyId, id, language)
      },
    }),
    route({
      method: 'GET',
      path: '/channels/:id/visits',
      access: 'results:read',
      summary: 'How many people checked in and out at a place, day by day',
      tag,
      params: byId,
      query: visitsQuery,
      response: visitsView,
      handler: ({ actor, params: { id }, query, language }) =>
        readVisits(desk, actor.companyId, id, query, language),
    }),
    route({
      method: 'PUT',
      path: '/channels/:id/visits',
      access: 'posts:write',
      summary: 'Enter how many people checked in and out on a day',
      tag,
      params: byId,
      body: visitsInput,
      response: visitsView,
      async handler({ actor, params: { id }, body, language }) {
        await enterVisits(desk, actor, id, body)
        return readVisits(desk, actor.companyId, id, aroundIt(body), language)
      },
    }),
  ]
}

const aroundIt = ({ day }: z.output<typeof visitsInput>) => ({ from: day, to: day })
