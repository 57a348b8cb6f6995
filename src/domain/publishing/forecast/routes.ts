import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { forecastAccess } from './access-forecast.ts'
import { accessForecast } from './api.ts'

/** What will fail unless somebody does something about it in time. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/access-forecast',
      access: 'posts:read',
      tag: 'channels',
      summary: 'Accounts to connect again before posts planned by them leave, and by when',
      response: z.array(accessForecast),
      handler: ({ actor }) => forecastAccess(desk, actor.companyId),
    }),
  ]
}
