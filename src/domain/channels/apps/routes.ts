import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { originFor } from '../addresses.ts'
import { appKeys, appView } from './api.ts'
import { keepAppKeys, removeAppKeys } from './keep-keys.ts'
import { readApp } from './read-app.ts'

const shared = {
  access: 'channels:write',
  tag: 'channels',
  path: '/connectors/:id/app',
  params: z.object({ id: z.string().max(60) }),
} as const

/** The company's own app at a network. Keys go in and never come out. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      summary: 'Which keys of the company’s app are kept for a network, since when and by whom',
      response: appView,
      handler: ({ actor, params, request }) =>
        readApp(desk, actor.companyId, params.id, originFor(desk, request)),
    }),
    route({
      ...shared,
      method: 'PUT',
      summary: 'Keep the keys of the company’s app, in place of those before',
      body: appKeys,
      response: appView,
      handler: async ({ actor, params, body, request }) => {
        await keepAppKeys(desk, actor, params.id, body.fields)
        return readApp(desk, actor.companyId, params.id, originFor(desk, request))
      },
    }),
    route({
      ...shared,
      method: 'DELETE',
      summary: 'Forget the keys of the company’s app',
      handler: ({ actor, params }) => removeAppKeys(desk, actor, params.id),
    }),
  ]
}
