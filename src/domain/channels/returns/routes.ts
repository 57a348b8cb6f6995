import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as channels from '../api.ts'
import { presentChannel } from '../present.ts'
import { chosen, returnView } from './api.ts'
import { connectChosen } from './connect-chosen.ts'
import { findReturn, presentReturn } from './read-return.ts'

const shared = { access: 'channels:write', tag: 'channels', params: byId } as const

/** What a person came back with from a network; for that person only. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/channels/returns/:id',
      summary:
        'What one came back with from a network: accounts to choose from, or why there are none',
      response: returnView,
      handler: async ({ actor, params, language }) =>
        presentReturn(desk, await findReturn(desk, desk.db, actor, params.id), language),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/channels/returns/:id/connect',
      summary: 'Connect the accounts chosen, and renew those that were connected before',
      body: chosen,
      response: z.array(channels.channel),
      status: 201,
      handler: async ({ actor, params, body, language }) => {
        const connected = await connectChosen(desk, actor, params.id, body.accounts)
        return connected.map((channel) => presentChannel(desk, channel, language))
      },
    }),
  ]
}
