import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { ask, type Request } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { type Explain, meaningOf } from './meaning.ts'

/** The newest version of the Graph API (developers.facebook.com/docs/graph-api/changelog, read 2026-11-25). */
export const version = 'v26.0'

/** One of Meta's Graph APIs, and in whose name it is called. */
export interface Graph {
  /** As people call the network, for the sentences. */
  network: string
  /** With the version: `https://graph.facebook.com/v26.0`. */
  base: string
  token?: string
  /** Proves that the token is used by the app it was given to, where the API takes such a proof. */
  appSecret?: string
  /**
   * Where the token goes: a header, as the guides of the Pages and Instagram platforms show; or a parameter, the only
   * way that the Threads guides show.
   */
  tokenIn?: 'header' | 'parameter'
  /** What this network means by an error that it explains in its own way. */
  explain?: Explain
}

export interface Call extends Omit<Request, 'url'> {
  /** Under the version: `/me/accounts`. */
  path: string
  /** What is undefined is left out. */
  query?: Record<string, string | undefined>
  /** Sent as `application/x-www-form-urlencoded`. */
  form?: Record<string, string | undefined>
  /** Another host for this request: uploads of videos have one of their own. */
  base?: string
}

/** Asks a Graph API. @returns the parsed answer, or one of the five failures */
export function callGraph<T>(
  tools: Tools,
  graph: Graph,
  { path, query, form, base, headers, ...rest }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const url = new URL((base ?? graph.base) + path)
  const inParameter = graph.tokenIn === 'parameter' ? { access_token: graph.token } : {}
  const request: Request = { ...rest, url, headers: { ...headers, ...bearerOf(graph) } }
  if (form) {
    request.body = paramsOf({ ...form, ...inParameter }).toString()
    request.headers = {
      ...request.headers,
      'content-type': 'application/x-www-form-urlencoded',
    }
  }
  const proof = { appsecret_proof: proofOf(graph) }
  url.search = paramsOf({ ...query, ...proof, ...(form ? {} : inParameter) }).toString()
  const refusal = (reply: Parameters<typeof meaningOf>[0]) =>
    meaningOf(
      reply,
      { network: graph.network, publishes: rest.publishes, explain: graph.explain },
      tools,
    )
  return ask(tools, request, { network: graph.network, schema, refusal })
}

const bearerOf = ({ token, tokenIn }: Graph): Record<string, string> =>
  token && tokenIn !== 'parameter' ? { authorization: `Bearer ${token}` } : {}

/** HMAC-SHA-256 of the token under the app's secret (docs/graph-api/guides/secure-requests, read 2026-11-25). */
function proofOf({ token, appSecret }: Graph): string | undefined {
  if (!token || !appSecret) return undefined
  return createHmac('sha256', appSecret).update(token).digest('hex')
}

function paramsOf(values: Record<string, string | undefined>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) params.set(name, value)
  return params
}
