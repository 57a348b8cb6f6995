import { findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { embedView } from './api.ts'
import { baseOf, findSite, hereOf } from './find-site.ts'
import { visitorRoutes } from './visitor-routes.ts'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/channels/:id/embed',
      access: 'channels:read',
      tag: 'channels',
      summary: 'What to paste into the company’s website, and where to try it',
      params: byId,
      response: embedView,
      async handler({ actor, params, request }) {
        if (!(await findChannel(desk.db, actor.companyId, params.id))) throw new Problem(notFound)
        const { channel, site } = await findSite(desk, params.id)
        const { line } = site.embed(channel, await baseOf(desk, request, channel))
        // Tried from where the desk is open, reachable from outside or not.
        const { tryUrl } = site.embed(channel, hereOf(request, channel))
        return { line, tryUrl, fields: site.form(channel) }
      },
    }),
    ...visitorRoutes(desk),
  ]
}
