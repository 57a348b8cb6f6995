import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { KEY, type Tool } from './tools.ts'

type Given = Record<string, unknown>

/** Who the caller is goes with the call: the door decides, as for any other request. */
const CARRIED = ['authorization', 'cookie', 'accept-language', 'vigie-company'] as const

/** Does what an assistant asks by the very route that screens and programs use, under the caller's own rights. */
export async function callTool(
  server: FastifyInstance,
  { route }: Tool,
  given: Given,
  request: FastifyRequest,
): Promise<CallToolResult> {
  const { [KEY]: key, ...input } = given
  const { path, rest } = inAddress(route.path, input)
  const takesBody = route.method !== 'GET' && route.method !== 'DELETE'
  const answer = await server.inject({
    method: route.method,
    url: `/api/v1${path}`,
    ...(takesBody ? { payload: rest } : { query: asQuery(rest) }),
    headers: {
      ...Object.fromEntries(CARRIED.flatMap((name) => pair(name, request.headers[name]))),
      ...(typeof key === 'string' && route.method === 'POST' ? { 'idempotency-key': key } : {}),
    },
  })
  const isError = answer.statusCode >= 400
  return {
    content: [{ type: 'text', text: answer.body || 'Done.' }],
    ...(isError ? { isError } : {}),
  }
}

/** Fills the holes of `/posts/:id` and gives back what was not used for it. */
function inAddress(template: string, input: Given): { path: string; rest: Given } {
  const rest = { ...input }
  const path = template.replace(/:(\w+)/g, (_hole, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value ?? ''))
  })
  return { path, rest }
}

function asQuery(given: Given): Record<string, string | string[]> {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  )
}

const pair = (name: string, value: unknown): [string, string][] =>
  typeof value === 'string' ? [[name, value]] : []
