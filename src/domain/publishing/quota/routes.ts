import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { meterInput, meterView } from './api.ts'
import { meterPost, metersOf } from './meter.ts'

/** What the networks take in a day and what they bill, by this desk's own count. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/meters',
      access: 'channels:read',
      tag: 'channels',
      summary: 'Quota used and left by each account, and what this month costs',
      response: z.array(meterView),
      handler: ({ actor, language }) => metersOf(desk, actor.companyId, language),
    }),
    route({
      method: 'POST',
      path: '/posts/meter',
      access: 'posts:read',
      tag: 'posts',
      summary: 'What a post would use of each quota and cost, at its hour; keeps nothing',
      body: meterInput,
      response: z.array(meterView),
      handler: ({ actor, body, language }) => meterPost(desk, actor.companyId, body, language),
    }),
  ]
}
