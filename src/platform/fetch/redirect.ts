import type { Answer, Request } from './exchange.ts'
import { FetchFailure } from './failure.ts'

const REDIRECTS = [301, 302, 303, 307, 308]

/**
 * The request that an answer redirects to, or `undefined` when it does not (Fetch standard,
 * “HTTP-redirect fetch”). Credentials stay with the origin they were meant for, and so does a
 * body: it may hold a client secret.
 * @throws FetchFailure `redirects` when the body would have to leave its origin
 */
export function redirected(request: Request, answer: Answer): Request | undefined {
  const location = answer.headers.get('location')
  if (!REDIRECTS.includes(answer.status) || location === null) return undefined
  const url = URL.parse(location, request.url)
  if (!url) throw new FetchFailure('redirects', `${request.url.origin} redirects nowhere`, true)
  const next = becomesGet(request.method, answer.status) ? asGet(request) : request
  if (url.origin === request.url.origin) return { ...next, url }
  if (next.body !== undefined) {
    const detail = `${request.url.origin} sends the request's body on to ${url.origin}`
    throw new FetchFailure('redirects', detail, true)
  }
  return { ...next, url, headers: without(next.headers, CREDENTIALS) }
}

const CREDENTIALS = ['authorization', 'cookie', 'proxy-authorization', 'dpop', 'x-api-key']
const OF_THE_BODY = ['content-type', 'content-length', 'content-encoding', 'content-language']

function becomesGet(method: string, status: number): boolean {
  if (status === 303) return !['GET', 'HEAD'].includes(method)
  return [301, 302].includes(status) && method === 'POST'
}

function asGet({ url, headers }: Request): Request {
  return { url, method: 'GET', body: undefined, headers: without(headers, OF_THE_BODY) }
}

function without(headers: Headers, names: readonly string[]): Headers {
  const left = new Headers(headers)
  for (const name of names) left.delete(name)
  return left
}
