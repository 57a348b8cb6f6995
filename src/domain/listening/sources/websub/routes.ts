import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { answerHub, intentQuery } from './answer-hub.ts'
import { hearHub } from './hear-hub.ts'

/** The token alone is what a hub knows and nobody else. */
const shared = {
  path: '/websub/:token',
  outside: true,
  access: 'public',
  tag: 'listening',
  params: z.object({ token: z.string().regex(/^[\w-]{43}$/) }),
} as const

/** What is new in a feed; beyond, it is heard of when the feed is next read. */
const BODY_MAX = 2 * 1024 * 1024

export function routes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      summary: 'A hub asks whether we meant to subscribe to a feed',
      query: intentQuery,
      handler: async ({ params, query, reply }) => {
        const answer = await answerHub(desk, params.token, query)
        if (answer === null) throw new Problem(notFound)
        await reply.type('text/plain; charset=utf-8').send(answer)
      },
    }),
    route({
      ...shared,
      method: 'POST',
      summary: 'A hub tells that a feed has something new',
      raw: true,
      bodyLimit: BODY_MAX,
      handler: async ({ params, body, request, reply }) => {
        const bytes = body instanceof Uint8Array ? body : new Uint8Array()
        const signature = z.string().optional().catch(undefined)
        const header = signature.parse(request.headers['x-hub-signature'])
        const heard = await hearHub(desk, params.token, bytes, header)
        // The same answer whether the signature holds or not: nobody can try signatures by it.
        await reply.code(heard === 'gone' ? 410 : 202).send()
      },
    }),
  ]
}
