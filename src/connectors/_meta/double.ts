import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { WebhookKit } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { signature } from './webhook.ts'

/** One request as a double of a Graph API reads it, wherever its parameters were. */
export interface Asked {
  url: URL
  init: FetchInit
  /** Of the address and of the body; JSON values that are no text are written as JSON. */
  params: URLSearchParams
  /** What the pattern of the path caught. */
  id: string
}

export type GraphRoute = [method: string, path: RegExp, answer: (asked: Asked) => Response]

interface GraphDouble {
  clock: Clock
  routes: GraphRoute[]
  /** Paths that need no token. */
  open: RegExp
  isToken(token: string): boolean
}

/** Answers as a Graph API does: by path without version, with a `Date`, errors in their envelope. */
export function graphFetch({ clock, routes, open, isToken }: GraphDouble): Tools['fetch'] {
  return async (address, init = {}) => {
    const url = new URL(address)
    const path = url.pathname.replace(/^\/v\d+\.\d+/, '')
    const params = paramsOf(url, init)
    const answer = () => {
      const token = init.headers?.['authorization']?.replace('Bearer ', '') ?? ''
      if (!open.test(path) && !isToken(token || (params.get('access_token') ?? '')))
        return graphError(190, 'Invalid OAuth access token.', {
          type: 'OAuthException',
          status: 400,
        })
      for (const [method, pattern, reply] of routes) {
        const match = pattern.exec(path)
        if (match && method === (init.method ?? 'GET'))
          return reply({ url, init, params, id: decodeURIComponent(match[1] ?? '') })
      }
      return graphError(100, `Unsupported ${init.method ?? 'get'} request.`, { subcode: 33 })
    }
    const said = answer()
    said.headers.set('date', clock.now().toUTCString())
    return said
  }
}

function paramsOf(url: URL, { body, headers }: FetchInit): URLSearchParams {
  const params = new URLSearchParams(url.search)
  if (body instanceof FormData) {
    for (const [name, value] of body) if (typeof value === 'string') params.set(name, value)
  } else if (typeof body === 'string' && headers?.['content-type'] === 'application/json') {
    for (const [name, value] of Object.entries(JSON.parse(body) as object))
      params.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  } else if (typeof body === 'string') {
    for (const [name, value] of new URLSearchParams(body)) params.set(name, value)
  }
  return params
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}

/** An error as the Graph APIs write it (docs/graph-api/guides/error-handling, read 2026-11-25). */
export function graphError(
  code: number,
  message: string,
  more: { subcode?: number; type?: string; status?: number; user?: string } = {},
): Response {
  const { subcode, type = 'GraphMethodException', status = 400, user } = more
  const error = {
    message: `(#${code}) ${message}`,
    type,
    code,
    ...(subcode ? { error_subcode: subcode } : {}),
    ...(user ? { error_user_msg: user } : {}),
    fbtrace_id: 'A1b2C3',
  }
  return json({ error }, status)
}

/** One page of a list, newest first, with the cursor of the next (docs/graph-api/results, read 2026-11-25). */
export function page<T>(newestFirst: T[], params: URLSearchParams, most = 100): object {
  const limit = Math.min(Number(params.get('limit') ?? 25), most)
  const start = Number(params.get('after') ?? 0)
  const data = newestFirst.slice(start, start + limit)
  const after = String(start + data.length)
  const isLast = start + limit >= newestFirst.length
  return {
    data,
    paging: {
      cursors: { before: String(start), after },
      ...(isLast ? {} : { next: 'https://next.example' }),
    },
  }
}

/** How Meta calls the address of an app. @param tells the body, of an account to which somebody says something */
export const metaWebhook = (tells: WebhookKit['tells']): WebhookKit => ({
  tells,
  sign: (body, { app }) => ({ 'x-hub-signature-256': signature(app?.['appSecret'] ?? '', body) }),
  asks: (challenge) => ({
    query: ({ verifyToken }) => ({
      'hub.mode': 'subscribe',
      'hub.challenge': challenge,
      'hub.verify_token': verifyToken,
    }),
  }),
})
