import {
  allowInsecureRequests,
  customFetch,
  type CustomFetchOptions,
  isDPoPNonceError,
  OperationProcessingError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi'
import { noAnswer, type Reply } from './ask.ts'
import type { Tools } from './connector.ts'
import { done, type Failure, failed, type Outcome } from './failure.ts'
import { waitUntil } from './usual-failure.ts'

// How `oauth4webapi` speaks here: by the desk's guarded fetch, its refusals and its errors told as outcomes.

const MAX_BYTES = 1_000_000

/** What every request of the library is given: our way out, and plain http on loopback alone, where nothing leaves. */
export function asked(tools: Pick<Tools, 'fetch'>, server: string | URL) {
  const isPlain = String(server).startsWith('http:')
  return {
    [customFetch]: (
      url: string,
      { method, headers, body }: CustomFetchOptions<string, URLSearchParams | undefined>,
    ) =>
      tools.fetch(url, {
        method,
        headers: { ...headers },
        body: body?.toString(),
        redirect: 'manual',
        maxBytes: MAX_BYTES,
        allowHttp: isPlain,
      }),
    [allowInsecureRequests]: isPlain,
  }
}

/** What a server's refusal means, by its OAuth code (RFC 6749, 5.2); null: what HTTP makes of its status. */
export type Meaning = (code: string, detail: string) => Failure | null

/**
 * Says one thing to an authorization server, twice when it asks for a nonce of its own (RFC 9449, 8): a request
 * refused for its nonce did nothing.
 * @param server whom is spoken to, for the sentences
 * @returns never throws for what a server does
 */
export async function spoken<T>(
  tools: Pick<Tools, 'clock'>,
  server: string | URL,
  say: () => Promise<T>,
  meaning: Meaning = () => null,
): Promise<Outcome<T>> {
  try {
    return done(await say().catch((error) => (isDPoPNonceError(error) ? say() : fail(error))))
  } catch (error) {
    return failed(failureOf(tools, server, error, meaning))
  }
}

function fail(error: unknown): never {
  throw error
}

function failureOf(
  tools: Pick<Tools, 'clock'>,
  server: string | URL,
  error: unknown,
  meaning: Meaning,
): Failure {
  if (error instanceof ResponseBodyError) {
    const detail = `${error.status} ${error.error}: ${error.error_description ?? ''}`.slice(0, 300)
    return meaning(error.error, detail) ?? byStatus(tools, error.response, detail)
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    const code = error.cause[0]?.parameters.error ?? ''
    const detail = `${error.status} ${code}`
    return meaning(code, detail) ?? byStatus(tools, error.response, detail)
  }
  if (error instanceof OperationProcessingError) {
    const { cause, message, code = '' } = error
    if (cause instanceof Response) return byStatus(tools, cause, `${cause.status} ${message}`)
    return meaning(code, message) ?? notUnderstood(message)
  }
  if (error instanceof TypeError || isUnsupported(error)) return notUnderstood(String(error))
  return noAnswer({ url: server }, error)
}

const isUnsupported = (error: unknown) =>
  error instanceof Error && error.name === 'UnsupportedOperationError'

/** A server that has trouble says nothing of what it was asked. */
function byStatus(tools: Pick<Tools, 'clock'>, response: Response, detail: string): Failure {
  const { status, headers } = response
  const reply: Reply = { status, headers, text: '' }
  if (status === 429) return { kind: 'rate', until: waitUntil(reply, tools), detail }
  if (status === 408 || status >= 500) return { kind: 'transient', detail }
  return notUnderstood(detail)
}

const notUnderstood = (detail: string): Failure => ({
  kind: 'rejected',
  reason: {
    en: 'The server does not speak as it should to give access.',
    fr: 'Le serveur ne parle pas comme il le faudrait pour donner accès.',
  },
  detail,
})
