import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { redirector } from './redirect.ts'
import { createLink, readLink, readLinks } from './use-links.ts'

export function routes(desk: Desk): Route[] {
  const tag = 'links'
  const redirect = redirector(desk)
  return [
    route({
      method: 'GET',
      path: '/l/:code',
      outside: true,
      access: 'public',
      tag,
      summary: 'Follow a short link',
      handler: ({ request, reply }) => redirect(request, reply),
    }),
    route({
      method: 'GET',
      path: '/links',
      access: 'results:read',
      tag,
      summary: 'Short links with their clicks by verdict, latest first',
      query: api.linksQuery,
      response: api.linksPage,
      handler: ({ actor, query }) => readLinks(desk, actor.companyId, query),
    }),
    route({
      method: 'POST',
      path: '/links',
      access: 'links:write',
      tag,
      summary: 'Make a short link',
      body: api.newLink,
      response: api.linkView,
      status: 201,
      handler: ({ actor, body, newId }) => createLink(desk, actor.companyId, newId(), body),
    }),
    route({
      method: 'GET',
      path: '/links/:id',
      access: 'results:read',
      tag,
      summary: 'One short link: clicks by day, reasons, where people came from',
      params: byId,
      response: api.linkDetail,
      handler: ({ actor, params, language }) =>
        readLink(desk, actor.companyId, params.id, language),
    }),
  ]
}
