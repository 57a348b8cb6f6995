import { z } from 'zod'
import { DOCUMENTS, documentUriAt } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { originFor, redirectUriAt } from '../addresses.ts'
import { signersOf } from './signers.ts'

/** Networks keep it for a while; a new key of the desk should be known within minutes. */
const CACHE = 'public, max-age=300'

/** What networks come to read of this desk, to know who asks. Nothing in it is a company's. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: `${DOCUMENTS}/:connectorId/:name`,
      outside: true,
      access: 'public',
      tag: 'channels',
      summary: 'By which this desk tells a network who it is',
      params: z.object({ connectorId: z.string().max(60), name: z.string().max(60) }),
      handler: async ({ params: { connectorId, name }, request, reply }) => {
        const documents = desk.connectors.get(connectorId)?.documents ?? {}
        const document = Object.hasOwn(documents, name) ? documents[name] : undefined
        if (!document) throw new Problem(notFound)
        const origin = originFor(desk, request)
        const keys = (await signersOf(desk, connectorId)).map(({ publicJwk }) => publicJwk)
        const uri = documentUriAt(origin, connectorId, name)
        const words = document({ uri, origin, redirectUri: redirectUriAt(origin), keys })
        await reply
          .code(200)
          .header('cache-control', CACHE)
          // Pages of other origins may read it too: it is made to be read by anybody.
          .header('access-control-allow-origin', '*')
          .type('application/json')
          .send(JSON.stringify(words))
      },
    }),
  ]
}
