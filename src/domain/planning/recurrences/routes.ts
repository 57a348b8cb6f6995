import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { type Call, type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { changeRecurrence } from './change-recurrence.ts'
import { createRecurrence } from './create-recurrence.ts'
import { listRecurrences, readRecurrence, timesOf } from './read-recurrence.ts'
import { skipOccurrence, switchRecurrence } from './switch-recurrence.ts'

const tag = 'planning'
const write = { access: 'posts:write', tag } as const
const read = { access: 'posts:read', tag } as const
type By = Pick<Call, 'actor' | 'language'>

/** Posts that come again by a rule. */
export function routes(desk: Desk): Route[] {
  const view = ({ actor, language }: By, id: string) =>
    readRecurrence(desk, actor.companyId, id, language)
  return [
    ...reading(desk, view),
    route({
      ...write,
      method: 'POST',
      path: '/recurrences',
      tool: 'repeat_post',
      summary:
        'Repeat a post by a rule of RFC 5545 with an end; its next posts are made by the desk',
      body: api.recurrenceInput,
      status: 201,
      response: api.recurrenceView,
      async handler(call) {
        const id = call.newId()
        await createRecurrence(desk, call.actor, id, call.body)
        return view(call, id)
      },
    }),
    route({
      ...write,
      method: 'PATCH',
      path: '/recurrences/:id',
      summary: 'Change what is still to come of a series, or from one time on',
      params: byId,
      body: api.recurrenceChanges,
      response: api.recurrenceView,
      async handler(call) {
        const { actor, params, body, newId } = call
        return view(call, await changeRecurrence(desk, actor, params.id, body, newId()))
      },
    }),
    route({
      ...write,
      method: 'POST',
      path: '/recurrences/:id/state',
      summary: 'Stop a series, or let it go on',
      params: byId,
      body: api.stateInput,
      response: api.recurrenceView,
      async handler(call) {
        await switchRecurrence(desk, call.actor, call.params.id, call.body.state)
        return view(call, call.params.id)
      },
    }),
    route({
      ...write,
      method: 'POST',
      path: '/recurrences/:id/skip',
      summary: 'Leave one time out before its post is made, or take it in again',
      params: byId,
      body: api.skipInput,
      response: api.recurrenceView,
      async handler(call) {
        await skipOccurrence(desk, call.actor, call.params.id, call.body)
        return view(call, call.params.id)
      },
    }),
  ]
}

function reading(
  desk: Desk,
  view: (call: By, id: string) => ReturnType<typeof readRecurrence>,
): Route[] {
  return [
    route({
      ...read,
      method: 'GET',
      path: '/recurrences',
      summary: 'Series of posts, with all their times',
      response: z.array(api.recurrenceView),
      handler: ({ actor, language }) => listRecurrences(desk, actor.companyId, language),
    }),
    route({
      ...read,
      method: 'GET',
      path: '/recurrences/:id',
      summary: 'One series',
      params: byId,
      response: api.recurrenceView,
      handler: (call) => view(call, call.params.id),
    }),
    route({
      ...read,
      method: 'POST',
      path: '/recurrences/times',
      summary: 'Which times a rule gives; keeps nothing',
      body: api.seriesInput,
      response: api.timesView,
      async handler({ actor, body }) {
        const { timeZone } = await companyOf(desk.db, actor.companyId)
        return timesOf({ timeZone, ...body }, desk.clock.now())
      },
    }),
  ]
}
