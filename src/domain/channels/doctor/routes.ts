import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { originFor } from '../addresses.ts'
import { refuseOtherAccounts } from '../refuse-other-accounts.ts'
import { findChannel } from '../store.ts'
import { look } from './api.ts'
import { lookAfter } from './after.ts'
import { lookBefore } from './before.ts'
import { presentLooks } from './look.ts'

const shared = { access: 'channels:write', tag: 'channels', response: z.array(look) } as const

/** What stands between a person and a connected account: what is to do first, then what is well. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/connectors/:id/doctor',
      summary: 'Whether an account can be connected: address, clock, keys; what is to do first',
      params: z.object({ id: z.string().max(60) }),
      query: z.object({
        /** Origin under which the person has the desk open. */
        from: z.url().max(500).optional(),
      }),
      handler: async ({ actor, params, query, request, language }) => {
        const openedAt = query.from && new URL(query.from).origin
        const at = { origin: originFor(desk, request), openedAt }
        return presentLooks(await lookBefore(desk, actor.companyId, params.id, at), language)
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/channels/:id/examine',
      summary:
        'Ask the network now how an account is: access, its end, rights; what is to do first',
      params: byId,
      handler: async ({ actor, params, language }) => {
        await refuseOtherAccounts(desk.db, actor, [{ channelId: params.id, pointer: '/id' }])
        const channel = await findChannel(desk.db, actor.companyId, params.id)
        if (!channel || channel.state === 'disconnected') throw new Problem(notFound)
        return presentLooks(await lookAfter(desk, channel), language)
      },
    }),
  ]
}
