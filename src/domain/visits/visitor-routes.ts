import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { brakeOf } from './brake.ts'
import { findSite } from './find-site.ts'
import { eraseThread } from './forget.ts'
import { servePage } from './pages.ts'
import { secretOf } from './secret.ts'
import { streamsOf } from './stream.ts'
import { readThread, threadBySecret } from './threads.ts'
import { introduce, write } from './write.ts'

const byName = byId.extend({ name: z.string().regex(/^[a-z][a-z0-9.-]{0,40}$/) })
const shared = { outside: true, access: 'public', tag: 'visits' } as const
/** A message, whatever its letters take in UTF-8 and JSON, and no more. */
const BODY_LIMIT = 40_000

/** What a visitor of the company's website reaches: pages, and their own thread by the secret their browser keeps. */
export function visitorRoutes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/w/:id/:name',
      summary: 'A page, script or style of a site that this desk serves',
      params: byName,
      handler: ({ params, request, reply }) => servePage(desk, params, request, reply),
    }),
    ...writingRoutes(desk),
    ...readingRoutes(desk),
  ]
}

function writingRoutes(desk: Desk): Route[] {
  const brake = brakeOf(desk)
  return [
    route({
      ...shared,
      method: 'POST',
      path: '/w/:id/thread/messages',
      summary: 'A visitor writes; sent again under the same id, it is kept once',
      params: byId,
      body: api.visitorMessage,
      bodyLimit: BODY_LIMIT,
      response: api.threadView,
      async handler({ params, body, request }) {
        const { channel, rules } = await findSite(desk, params.id)
        const secretHash = secretOf(request)
        const visitor = { secretHash, ip: request.ip }
        await write({ desk, brake }, channel, rules.textMax, visitor, body)
        return readThread(desk.db, channel, secretHash, 0)
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/w/:id/thread/card',
      summary: 'A visitor says who they are, if they care to',
      params: byId,
      body: api.visitorCard,
      bodyLimit: BODY_LIMIT,
      response: api.threadView,
      async handler({ params, body, request }) {
        const { channel } = await findSite(desk, params.id)
        const secretHash = secretOf(request)
        if (!(await introduce(desk, channel, secretHash, body))) throw new Problem(notFound)
        return readThread(desk.db, channel, secretHash, 0)
      },
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/w/:id/thread',
      summary: 'A visitor erases their own thread',
      params: byId,
      async handler({ params, request }) {
        const { channel } = await findSite(desk, params.id)
        await eraseThread(desk, channel, secretOf(request))
      },
    }),
  ]
}

function readingRoutes(desk: Desk): Route[] {
  const stream = streamsOf(desk)
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/w/:id/thread',
      summary: 'A visitor reads their own thread, after a number',
      params: byId,
      query: api.threadQuery,
      response: api.threadView,
      async handler({ params, query, request, reply }) {
        const { channel } = await findSite(desk, params.id)
        void reply.header('cache-control', 'no-store')
        return readThread(desk.db, channel, secretOf(request), query.after)
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/w/:id/thread/stream',
      summary: 'The same as it happens (server-sent events)',
      params: byId,
      async handler({ params, request, reply }) {
        const { channel } = await findSite(desk, params.id)
        const thread = await threadBySecret(desk.db, channel.id, secretOf(request))
        if (!thread) throw new Problem(notFound)
        await stream(thread, request, reply)
      },
    }),
  ]
}
