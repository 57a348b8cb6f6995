import type { FastifyRequest } from 'fastify'
import type { WebhookRequest } from '#connectors/_contract/connector.ts'
import { originFor, webhookListener } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { malformedRequest, notFound } from '#platform/http/problems.ts'
import { type Call, type Route, route } from '#platform/http/route.ts'
import { notFromThere } from './errors.ts'
import { keepEvents } from './keep-events.ts'

const shared = {
  path: '/api/connect/webhooks/:connectorId/:companyId',
  outside: true,
  access: 'public',
  tag: 'inbox',
  raw: true,
} as const

/** Where networks tell a company of what happens there. Who calls is known by its signature, and only by that. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      summary: 'A network asks whether this address is the company’s',
      handler: (call) => hear(desk, call, 'GET'),
    }),
    route({
      ...shared,
      method: 'POST',
      summary: 'A network tells of what happened there: it is kept first, then answered',
      handler: (call) => hear(desk, call, 'POST'),
    }),
  ]
}

async function hear(desk: Desk, { params, request, reply }: Call, method: 'GET' | 'POST') {
  const to = params as { connectorId: string; companyId: string }
  const listener = await webhookListener(desk, to.companyId, to.connectorId)
  if (!listener) throw new Problem(notFound)
  const answer = listener(asTold(desk, request, method))
  if (answer.kind === 'refused') {
    desk.log.warn({ ...to, why: answer.why }, 'a call at the address of a network was refused')
    throw new Problem(notFromThere)
  }
  if (answer.kind === 'events') await keepEvents(desk, to, answer.events)
  const text = answer.kind === 'answer' ? answer.text : ''
  await reply.code(200).type('text/plain; charset=utf-8').send(text)
}

function asTold(desk: Desk, request: FastifyRequest, method: 'GET' | 'POST'): WebhookRequest {
  const url = URL.parse(request.url, originFor(desk, request))
  if (!url) throw new Problem(malformedRequest, { why: 'host' })
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value] as const,
  )
  const body = request.body instanceof Uint8Array ? request.body : new Uint8Array()
  return { method, url, headers: Object.fromEntries(headers), body }
}
