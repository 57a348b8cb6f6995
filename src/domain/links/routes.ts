import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { redirector } from './redirect.ts'
import { putUtmPreset, utmExamplesOf, utmPresetOf } from './utm-presets.ts'
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
    ...tagRoutes(desk, tag),
  ]
}

function tagRoutes(desk: Desk, tag: string): Route[] {
  return [
    route({
      method: 'GET',
      path: '/links/tags',
      access: 'company:read',
      tag,
      summary: 'The company’s templates of the tags its links carry (utm_source and so on)',
      response: api.utmPreset,
      handler: ({ actor }) => utmPresetOf(desk.db, actor.companyId),
    }),
    route({
      method: 'PUT',
      path: '/links/tags',
      access: 'company:write',
      tag,
      summary: 'Replace them; what is absent is as the desk does by itself',
      body: api.utmPreset,
      response: api.utmPreset,
      handler: ({ actor, body }) => putUtmPreset(desk, actor, body),
    }),
    route({
      method: 'POST',
      path: '/links/tags/example',
      access: 'company:read',
      tag,
      summary: 'How an address would leave with these templates; keeps nothing',
      body: api.utmExampleInput,
      response: api.utmExamples,
      handler: ({ actor, body }) => utmExamplesOf(desk, actor.companyId, body),
    }),
  ]
}
