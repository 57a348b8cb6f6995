import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { CALLBACK, originFor, redirectUriAt } from './addresses.ts'
import * as api from './api.ts'
import { networksWithKeys } from './apps/keys.ts'
import { checkAccount } from './check-account.ts'
import { connectWithCredentials } from './connect-account.ts'
import { type Back, beginOAuth, finishOAuth } from './connect-oauth.ts'
import { disconnectAccount } from './disconnect-account.ts'
import { isReadable } from './doctor/address.ts'
import { presentChannel } from './present.ts'
import { refuseOtherAccounts } from './refuse-other-accounts.ts'
import { findChannel, listChannels } from './store.ts'

const tag = 'channels'

export function routes(desk: Desk): Route[] {
  return [...readingRoutes(desk), ...connectingRoutes(desk)]
}

function readingRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/connectors',
      access: 'channels:read',
      tag,
      summary: 'Networks that can be connected in this company, with all that is known of them',
      response: z.array(api.connectorView),
      handler: async ({ actor, language, request }) => {
        const visitFirst = isReadable(originFor(desk, request))
        const { practice } = await companyOf(desk.db, actor.companyId)
        return [...desk.connectors.values()]
          .map((c) => c.manifest)
          .filter((m) => m.practice === practice || m.handed || m.site)
          .map((m) => ({ ...m, name: m.called?.[language] ?? m.name, visitFirst }))
      },
    }),
    route({
      method: 'GET',
      path: '/channels',
      access: 'channels:read',
      tag,
      tool: 'list_accounts',
      summary: 'Connected accounts and how they are',
      response: z.array(api.channel),
      handler: async ({ actor, language }) => {
        const channels = await listChannels(desk.db, actor.companyId)
        const withKeys = await networksWithKeys(desk.db, actor.companyId)
        return channels.map((channel) => presentChannel(desk, channel, language, withKeys))
      },
    }),
    route({
      method: 'POST',
      path: '/channels/:id/check',
      access: 'channels:write',
      tag,
      summary: 'Ask the network now whether the access is still good',
      params: byId,
      response: api.channel,
      handler: async ({ actor, params, language }) => {
        await refuseOtherAccounts(desk.db, actor, [{ channelId: params.id, pointer: '/id' }])
        const channel = await findChannel(desk.db, actor.companyId, params.id)
        if (!channel || channel.state === 'disconnected') throw new Problem(notFound)
        await checkAccount(desk, channel)
        const after = await findChannel(desk.db, actor.companyId, params.id)
        return presentChannel(desk, after ?? channel, language)
      },
    }),
    route({
      method: 'DELETE',
      path: '/channels/:id',
      access: 'channels:write',
      tag,
      summary: 'Disconnect an account; its history stays',
      params: byId,
      handler: async ({ actor, params }) => {
        await refuseOtherAccounts(desk.db, actor, [{ channelId: params.id, pointer: '/id' }])
        await disconnectAccount(desk, actor, params.id)
      },
    }),
  ]
}

function connectingRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/channels',
      access: 'channels:write',
      tag,
      summary: 'Connect an account by its credentials',
      body: api.connectWithCredentials,
      response: api.channel,
      status: 201,
      handler: async ({ actor, body, language }) =>
        presentChannel(desk, await connectWithCredentials(desk, actor, body), language),
    }),
    route({
      method: 'POST',
      path: '/channels/oauth',
      access: 'channels:write',
      tag,
      summary: 'Begin to connect an account on the network’s own pages',
      body: api.beginOAuth,
      response: api.begunOAuth,
      handler: ({ actor, body, request }) =>
        beginOAuth(desk, actor, body, redirectUriAt(originFor(desk, request))),
    }),
    route({
      method: 'GET',
      path: CALLBACK,
      outside: true,
      access: 'signed-in',
      tag,
      summary: 'Where a network sends the person back',
      handler: async ({ person, request, reply }) => {
        const callback = new URL(request.url, desk.localUrl).searchParams
        await reply.redirect(screenFor(await finishOAuth(desk, person.userId, callback)))
      },
    }),
  ]
}

/** What happened is kept here: the address only names it. */
function screenFor(back: Back): string {
  if (back.kind === 'late') return '/channels?late=yes'
  return back.kind === 'connected'
    ? `/channels?connected=${back.channelId}`
    : `/channels?back=${back.returnId}`
}
