import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { isAway } from '#platform/db/is-away.ts'
import { closeKey, type Earlier, idUnderKey, type Keyed, nameFile, openKey } from './idempotency.ts'
import { Problem } from './problem.ts'
import { foreignOrigin, keyReused, malformedRequest, notAllowed, signInNeeded } from './problems.ts'
import { type Access, type Actor, type Call, type Person, type Route, SCOPES } from './route.ts'
import { askOfFile, hashOfSent } from './sent-payload.ts'
import { storableInput } from './storable-input.ts'
import { type HttpTools, languageOf } from './tools.ts'

const PREFIX = '/api/v1'
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The one door: who is it, may they, is it well formed, was it already done; only then the use case.
 * @throws Error at boot when a route does not say who may call it
 */
export function registerRoute(server: FastifyInstance, route: Route, tools: HttpTools): void {
  if (!isKnown(route.access))
    throw new Error(`${route.method} ${route.path} does not declare who may call it`)
  if (route.raw && route.access !== 'public')
    throw new Error(
      `${route.method} ${route.path} takes anything from anywhere: only a public route may`,
    )
  server.route({
    method: route.method,
    url: route.outside ? route.path : PREFIX + route.path,
    ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
    schema: describeRoute(route),
    // Before validation, so that a stranger learns nothing of what a route expects.
    preValidation: async (request) => {
      const who = await insist(route, () => admit(request, route, tools))
      admitted.set(request, who)
      if (route.raw) return
      request.params = storableInput(request.params)
      request.query = storableInput(request.query)
      request.body = storableInput(request.body)
    },
    handler: (request, reply) => serve(route, request, reply, tools),
  })
}

const OPEN: readonly Access[] = ['public', 'signed-in', 'in-company']

const isKnown = (access: Access) => [...OPEN, ...SCOPES].includes(access)

const admitted = new WeakMap<FastifyRequest, Admitted>()

interface Admitted {
  actor: Actor | null
  person: Person | null
}

function describeRoute({
  summary,
  tag,
  params,
  query,
  body,
  response,
  status,
  access,
  outside,
  multipart,
}: Route) {
  return {
    summary,
    tags: [tag],
    description: access === 'public' ? 'Open to anyone.' : `Needs: ${access}.`,
    ...(outside ? { hide: true } : {}),
    ...(access === 'public' ? { security: [] } : {}),
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body && !multipart ? { body } : {}),
    ...(multipart ? { consumes: ['multipart/form-data'] } : {}),
    ...(response ? { response: { [status ?? 200]: response } } : {}),
  }
}

async function admit(
  request: FastifyRequest,
  { access, raw }: Route,
  { identity }: HttpTools,
): Promise<Admitted> {
  if (!SAFE.has(request.method) && !raw) refuseForeignOrigin(request)
  if (access === 'public') return { actor: null, person: null }
  if (access === 'signed-in') {
    const person = await identity.person(request)
    if (!person) throw new Problem(signInNeeded)
    return { actor: null, person }
  }
  const actor = await identity.actor(request)
  if (!actor) throw new Problem(signInNeeded)
  if (access !== 'in-company' && !actor.scopes.has(access))
    throw new Problem(notAllowed, { scope: access })
  return { actor, person: null }
}

/**
 * Closes cross-site request forgery: a browser says where a request comes from (Fetch Metadata, Origin);
 * what comes from elsewhere is refused. Programs send neither, and carry a key instead of a cookie.
 */
function refuseForeignOrigin(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw new Problem(foreignOrigin)
  const origin = request.headers.origin
  if (origin && origin !== 'null' && URL.canParse(origin) && new URL(origin).host === request.host)
    return
  if (origin) throw new Problem(foreignOrigin)
}

async function serve(route: Route, request: FastifyRequest, reply: FastifyReply, tools: HttpTools) {
  const { actor, person } = admitted.get(request) ?? { actor: null, person: null }
  const keyed = keyedRequest(route, request, actor)
  const earlier = keyed && (await openKey(tools.db, keyed, tools.clock))
  if (earlier) {
    if (keyed.awaitsFile && (await hashOfSent(request)) !== earlier.requestHash)
      throw new Problem(keyReused)
    return reply.code(earlier.status).header('idempotent-replayed', 'true').send(earlier.response)
  }
  if (keyed?.awaitsFile) askOfFile(request, (hash) => nameFile(tools.db, keyed, hash))
  try {
    const value = await insist(route, () =>
      route.handler(callOf(request, reply, keyed, actor, person)),
    )
    if (reply.sent) return reply
    const status = route.status ?? (route.response ? 200 : 204)
    if (keyed) await closeKey(tools.db, keyed, { status, response: value } satisfies Earlier)
    return await reply.code(status).send(value ?? undefined)
  } catch (error) {
    if (keyed && !isReused(error)) await closeKey(tools.db, keyed, null)
    throw error
  }
}

/** Under such a key stands another request, whose answer it keeps. */
const isReused = (error: unknown) => error instanceof Problem && error.kind === keyReused

/** How long to wait before a read is tried again, in milliseconds. */
const AGAIN_AFTER = [20, 200]

/** What is only read is read again when the database went away under it: a connection breaks, the next one stands. */
async function insist<T>({ method }: Route, read: () => Promise<T>): Promise<T> {
  for (const wait of AGAIN_AFTER) {
    try {
      return await read()
    } catch (error) {
      if (!SAFE.has(method) || !isAway(error)) throw error
      await setTimeout(wait)
    }
  }
  return read()
}

function keyedRequest(route: Route, request: FastifyRequest, actor: Actor | null): Keyed | null {
  const key = request.headers['idempotency-key']
  if (!key || !actor || route.method !== 'POST') return null
  const parsed = z.string().min(1).max(255).safeParse(key)
  if (!parsed.success)
    throw new Problem(malformedRequest, { why: 'Idempotency-Key: 1 to 255 characters' })
  const { url, body } = request
  const { companyId } = actor
  return { companyId, key: parsed.data, route: url, body, awaitsFile: route.multipart === true }
}

function callOf(
  request: FastifyRequest,
  reply: FastifyReply,
  keyed: Keyed | null,
  actor: Actor | null,
  person: Person | null,
): Call {
  let made = 0
  return {
    get actor() {
      if (!actor) throw new Error('a public route has no actor')
      return actor
    },
    get person() {
      if (!person) throw new Error('this route knows no person')
      return person
    },
    params: request.params,
    query: request.query,
    body: request.body,
    language: languageOf(request),
    newId: () => (keyed ? idUnderKey(keyed, made++) : uuid()),
    request,
    reply,
  }
}
