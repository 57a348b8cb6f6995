import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import type { Language } from '#platform/text.ts'
import * as api from '../api.ts'
import { addSource } from './add-source.ts'
import { changeSource, readSourceNow, removeSource } from './change-source.ts'
import { listOffers, listSources, oneSource } from './list-sources.ts'
import { bringFeeds } from './opml/bring-feeds.ts'

const tag = 'listening'

export function routes(desk: Desk): Route[] {
  return [...readingRoutes(desk), ...changingRoutes(desk)]
}

function readingRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/sources',
      access: 'listening:read',
      tag,
      summary: 'Sources listened to, and how each is doing',
      response: z.array(api.sourceView),
      handler: ({ actor, language }) => listSources(desk, actor.companyId, language),
    }),
    route({
      method: 'GET',
      path: '/sources/offers',
      access: 'listening:read',
      tag,
      summary:
        'What can be added: kinds of feeds, and connected accounts through which a network can be searched',
      response: api.offersView,
      handler: ({ actor }) => listOffers(desk, actor.companyId),
    }),
  ]
}

function changingRoutes(desk: Desk): Route[] {
  const viewOf = (companyId: string, id: string, language: Language) =>
    oneSource(desk, companyId, id, language)
  return [
    route({
      method: 'POST',
      path: '/sources',
      access: 'listening:write',
      tag,
      summary: 'Listen to a feed by its address, or to a network through a connected account',
      body: api.sourceInput,
      response: api.sourceView,
      status: 201,
      handler: async ({ actor, body, newId, language }) => {
        return viewOf(
          actor.companyId,
          await addSource(desk, actor, { ...body, id: newId() }),
          language,
        )
      },
    }),
    route({
      method: 'POST',
      path: '/sources/opml',
      access: 'listening:write',
      tag,
      summary: 'Listen to every feed of a list (OPML)',
      body: api.feedList,
      // A list of a million letters, whatever JSON makes of them.
      bodyLimit: 4_000_000,
      response: api.feedsBrought,
      handler: ({ actor, body }) => bringFeeds(desk, actor, body.opml),
    }),
    route({
      method: 'PATCH',
      path: '/sources/:id',
      access: 'listening:write',
      tag,
      summary: 'Rename a source, pause it or take it up again',
      params: byId,
      body: api.sourceChanges,
      response: api.sourceView,
      handler: async ({ actor, params, body, language }) => {
        await changeSource(desk, actor, params.id, body)
        return viewOf(actor.companyId, params.id, language)
      },
    }),
    route({
      method: 'POST',
      path: '/sources/:id/read',
      access: 'listening:write',
      tag,
      summary: 'Read a source now',
      params: byId,
      response: api.sourceView,
      status: 202,
      handler: async ({ actor, params, language }) => {
        await readSourceNow(desk, actor, params.id)
        return viewOf(actor.companyId, params.id, language)
      },
    }),
    route({
      method: 'DELETE',
      path: '/sources/:id',
      access: 'listening:write',
      tag,
      summary: 'Stop listening to a source; what it brought stays',
      params: byId,
      handler: ({ actor, params }) => removeSource(desk, actor, params.id),
    }),
  ]
}
