import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { hoursQuery, hoursView } from './api.ts'
import { pastHours } from './past-hours.ts'

/** What the past of an account says of its hours. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      access: 'results:read',
      tag: 'planning',
      method: 'GET',
      path: '/best-hours',
      summary:
        'Hours of the week that stand out in the own past of an account, or that none can be told',
      query: hoursQuery,
      response: hoursView,
      handler: ({ actor, query }) => pastHours(desk, actor.companyId, query.channelId),
    }),
  ]
}
