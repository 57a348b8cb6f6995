import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { importList, previewImport } from './keep-list.ts'
import {
  forget,
  listMailings,
  listsOf,
  listSubscribers,
  summaryOf,
  takeOff,
} from './look-at-list.ts'
import { publicRoutes } from './public-routes.ts'

const tag = 'subscribers'
/** Addresses are personal: only those who look after accounts see them. */
const shared = { access: 'channels:write', tag } as const

export function routes(desk: Desk): Route[] {
  return [...lookingRoutes(desk), ...keepingRoutes(desk), ...publicRoutes(desk)]
}

function lookingRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/lists',
      access: 'channels:read',
      tag,
      summary: 'The accounts that write letters, each with its list',
      response: z.array(api.listOfAccount),
      handler: ({ actor }) => listsOf(desk, actor),
    }),
    route({
      method: 'GET',
      path: '/channels/:id/list',
      access: 'channels:read',
      tag,
      summary: 'How many people want the letters of an account',
      params: byId,
      response: api.listSummary,
      handler: ({ actor, params: { id } }) => summaryOf(desk, actor, id),
    }),
    route({
      method: 'GET',
      path: '/channels/:id/mailings',
      access: 'channels:read',
      tag,
      summary: 'The latest letters to a list, and how far each is',
      params: byId,
      response: z.array(api.mailingView),
      handler: ({ actor, params: { id } }) => listMailings(desk, actor, id),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/channels/:id/subscribers',
      summary: 'The people of a list, by address',
      params: byId,
      query: api.subscribersQuery,
      response: api.subscribersPage,
      handler: ({ actor, params: { id }, query }) => listSubscribers(desk, actor, id, query),
    }),
  ]
}

function keepingRoutes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'POST',
      path: '/channels/:id/subscribers/preview',
      summary: 'What adding the people of a table would do; nothing is written',
      params: byId,
      body: api.listInput,
      bodyLimit: 4_000_000,
      response: api.listView,
      handler: ({ actor, params: { id }, body: { csv }, language }) =>
        previewImport(desk, actor, id, csv, language),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/channels/:id/subscribers',
      summary:
        'Add the people of a table, with how and when they agreed; who left before stays away',
      params: byId,
      body: api.importInput,
      bodyLimit: 4_000_000,
      response: api.listView,
      handler: ({ actor, params: { id }, body, language }) =>
        importList(desk, actor, id, body, language),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/subscribers/:id/leave',
      summary: 'Take somebody off who asked for it; no import puts them back',
      params: byId,
      response: api.subscriberView,
      handler: ({ actor, params: { id } }) => takeOff(desk, actor, id),
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/subscribers/:id',
      summary: 'Forget somebody altogether',
      params: byId,
      handler: ({ actor, params: { id } }) => forget(desk, actor, id),
    }),
  ]
}
