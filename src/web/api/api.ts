import type { SessionView } from '#domain/governance/api.ts'
import { currentCompanyId } from './current-company.ts'
import { ApiProblem, problemOf } from './problem.ts'

const BASE = '/api/v1'

type Query = Record<string, string | number | boolean | null | undefined | readonly string[]>

interface CallOptions {
  query?: Query
  signal?: AbortSignal
  idempotencyKey?: string
  /** Leaves a 401 to the caller; sign-in itself needs it. */
  keepUnauthorised?: boolean
}

/**
 * The only way from the screens to the desk. Paths are given without `/api/v1`.
 * Resolves with the parsed body (undefined for 204), throws `ApiProblem` for everything else.
 */
export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: CallOptions) =>
    call<T>('POST', path, body ?? {}, {
      ...options,
      idempotencyKey: options?.idempotencyKey ?? newKey(),
    }),
  patch: <T>(path: string, body: unknown, options?: CallOptions) =>
    call<T>('PATCH', path, body, options),
  put: <T>(path: string, body: unknown, options?: CallOptions) =>
    call<T>('PUT', path, body, options),
  delete: <T>(path: string, options?: CallOptions) => call<T>('DELETE', path, undefined, options),
  upload: <T>(path: string, form: FormData, options?: CallOptions) =>
    call<T>('POST', path, form, { ...options, idempotencyKey: newKey() }),
  /** A plain address for links and images (CSV, pictures), the company included. */
  href: (path: string, query?: Query) =>
    address(path, { ...query, company: query?.company ?? currentCompanyId() }),
}

let onUnauthorised: () => void = () => {}

/** Told once by the shell: what to do when the session has ended. */
export function whenUnauthorised(run: () => void): void {
  onUnauthorised = run
}

async function call<T>(
  method: string,
  path: string,
  body: unknown,
  options: CallOptions = {},
): Promise<T> {
  const response = await reach(address(path, options.query), {
    method,
    headers: headersFor(body, options),
    body: body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body),
    credentials: 'same-origin',
    signal: options.signal ?? null,
  })
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T
  const problem = await problemOf(response)
  if (problem.status === 401 && !options.keepUnauthorised) await leaveIfSignedOut()
  throw problem
}

/** The request may have named a company that was just deleted: whoever is still signed in stays. */
async function leaveIfSignedOut(): Promise<void> {
  const asked = { keepUnauthorised: true }
  const session = await call<SessionView>('GET', '/session', undefined, asked).catch(() => null)
  if (!session?.user) onUnauthorised()
}

function headersFor(body: unknown, options: CallOptions): Headers {
  const headers = new Headers({
    accept: 'application/json, application/problem+json',
    'accept-language': document.documentElement.lang,
  })
  const company = currentCompanyId()
  if (company) headers.set('vigie-company', company)
  if (body !== undefined && !(body instanceof FormData))
    headers.set('content-type', 'application/json')
  if (options.idempotencyKey) headers.set('idempotency-key', options.idempotencyKey)
  return headers
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiProblem({ status: 0, code: 'network.unreachable', title: 'Vigie unreachable' })
  }
}

function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === null || value === undefined
      ? []
      : typeof value === 'object'
        ? value.map((one) => [key, one])
        : [[key, String(value)]],
  )
  const search = new URLSearchParams(pairs).toString()
  return `${BASE}${path.startsWith('/') ? path : `/${path}`}${search ? `?${search}` : ''}`
}

/** A key under which a creation asked for again is done once. crypto.randomUUID is missing on plain http outside localhost; getRandomValues is not. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
