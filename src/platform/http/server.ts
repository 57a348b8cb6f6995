import { randomUUID } from 'node:crypto'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import {
  createJsonSchemaTransform,
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { isAway } from '#platform/db/is-away.ts'
import type { Log } from '#platform/log.ts'
import { answerClientError } from './client-error.ts'
import { registerRoute } from './door.ts'
import { fieldProblem } from './field-problem.ts'
import { Problem, problemBody } from './problem.ts'
import {
  addressTooLong,
  databaseAway,
  diskFull,
  invalidInput,
  malformedRequest,
  notFound,
  tooLarge,
  unexpected,
} from './problems.ts'
import type { Route } from './route.ts'
import { addSecurityHeaders, securityHeaders } from './security-headers.ts'
import { type HttpTools, languageOf } from './tools.ts'

const MB = 1024 * 1024

/**
 * The desk's HTTP server with its one door: every route passes through identity, access and validation,
 * and every failure leaves as problem details (RFC 9457) in the reader's language.
 */
export async function createServer(
  routes: readonly Route[],
  tools: HttpTools,
): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    trustProxy: proxiesOf(tools.trustProxy),
    bodyLimit: MB,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
    // An address that no route could have, met before any hook.
    frameworkErrors(error, request, reply) {
      addSecurityHeaders(reply)
      return answerProblem(toProblem(error, request, tools.log), request, reply)
    },
    clientErrorHandler: answerClientError,
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler((error, request, reply) =>
    answerProblem(toProblem(error, request, tools.log), request, reply),
  )
  server.setNotFoundHandler((request, reply) =>
    answerProblem(new Problem(notFound), request, reply),
  )
  securityHeaders(server)
  await server.register(multipart, { limits: { fileSize: 64 * MB, files: 10, fields: 20 } })
  // What mail programs send to take somebody off a list (RFC 8058).
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 10_000 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  await describe(server, tools.version)
  await server.register(async (scope) => {
    for (const route of routes) if (!route.raw) registerRoute(scope, route, tools)
  })
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    for (const route of routes) if (route.raw) registerRoute(scope, route, tools)
  })
  server.get('/health', { schema: { hide: true } }, (_request, reply) => {
    const { ready, ...state } = tools.health()
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ok' : 'starting', version: tools.version, ...state })
  })
  return server
}

/** How many proxies stand in front, as the address check Fastify wants. */
function proxiesOf(trusted: HttpTools['trustProxy']) {
  return typeof trusted === 'number' ? (_address: string, hop: number) => hop < trusted : trusted
}

async function describe(server: FastifyInstance, version: string) {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vigie', version, description: 'The same routes the screens use.' },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key, made in Settings.' },
          session: { type: 'apiKey', in: 'cookie', name: 'vigie.session_token' },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
  })
  await server.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
}

function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  return reply
    .code(problem.kind.status)
    .headers(problem.headers)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemBody(problem, languageOf(request), request.url))
}

/** No room: of the file system (POSIX), or of the database (PostgreSQL's 53100). */
const isFull = (code: string | undefined) =>
  code === 'ENOSPC' || code === 'EDQUOT' || code === '53100'

/** What of a request was validated, as Fastify calls it. */
function sentIn(request: FastifyRequest, context: string | undefined): unknown {
  if (context === 'querystring') return request.query
  return context === 'params' ? request.params : request.body
}

function toProblem(error: unknown, request: FastifyRequest, log: Log): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const sent = sentIn(request, error.validationContext)
    const fields = error.validation.map((finding) => fieldProblem(finding, sent))
    return new Problem(invalidInput, {}, { fields })
  }
  const { statusCode, code, message } = error as {
    statusCode?: number
    code?: string
    message?: string
  }
  if (statusCode === 413)
    return new Problem(tooLarge, { limit: code === 'FST_REQ_FILE_TOO_LARGE' ? '64 MB' : '1 MB' })
  if (statusCode === 414) return new Problem(addressTooLong)
  if (statusCode && statusCode < 500)
    return new Problem(malformedRequest, { why: message ?? String(statusCode) })
  log.error(
    { error, route: request.routeOptions.url, incident: request.id },

    'a request failed unexpectedly',
  )
  if (isAway(error)) return new Problem(databaseAway, {}, { headers: { 'retry-after': '2' } })
  return isFull(code) ? new Problem(diskFull) : new Problem(unexpected, { incident: request.id })
}
