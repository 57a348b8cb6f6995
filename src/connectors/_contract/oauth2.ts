import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ask, parseJson } from './ask.ts'
import type { Tools } from './connector.ts'
import { done, type Failure, failed, type Outcome } from './failure.ts'
import { rejected } from './refusals.ts'

/** A network's OAuth 2 (RFC 6749), by the keys of the company's own app. */
export interface OAuth2 {
  /** As people call the network. */
  network: string
  tokenUrl: string
  /** Where the keys of the app go: in a header (RFC 6749, 2.3.1) or in the form. */
  keys: {
    in: 'header' | 'form'
    id: string
    secret: string
    /** As the form calls the id, where the network does not call it `client_id`. */
    idName?: string
  }
  /** What the network wants told of every caller. */
  headers?: Record<string, string>
}

/** The keys of an app as a header tells them (RFC 6749, 2.3.1). */
export function basicOf({ id, secret }: Pick<OAuth2['keys'], 'id' | 'secret'>): string {
  const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

/** What only we know until the person is back (PKCE, RFC 7636, 4.1). */
export const newVerifier = (): string => randomBytes(32).toString('base64url')

/** What is told of a verifier beforehand (`S256`, RFC 7636, 4.2). */
export const s256 = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url')

/** What the network brought back with the person, if they allowed us and came by the way we sent them. */
export function codeIn(
  network: string,
  callback: URLSearchParams,
  state: unknown,
): Outcome<string> {
  const code = callback.get('code')
  if (code && callback.get('state') === state) return done(code)
  const detail = callback.get('error') ?? 'the network brought back no code, or another state'
  return failed({ kind: 'rejected', reason: notAllowed(network), detail })
}

/** What every token endpoint answers (RFC 6749, 5.1), and what networks add to it. */
const tokenSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  /** Seconds. */
  expires_in: z.number().optional(),
  scope: z.string().optional(),
})

export type Token = z.infer<typeof tokenSchema>

/**
 * Asks for a token. A code that is wrong, used or too old is `rejected`: only a new visit helps. A refresh token that is
 * no good any more is `auth`. Keys of the app that the network does not know are `rejected`, in words that say so.
 */
export async function askToken(
  tools: Tools,
  { network, tokenUrl, keys, headers }: OAuth2,
  grant: Record<string, string>,
): Promise<Outcome<Token>> {
  const form = new URLSearchParams(grant)
  if (keys.in === 'form') {
    form.set(keys.idName ?? 'client_id', keys.id)
    form.set('client_secret', keys.secret)
  }
  const request = {
    url: tokenUrl,
    method: 'POST' as const,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(keys.in === 'header' ? { authorization: basicOf(keys) } : {}),
      ...headers,
    },
    body: form.toString(),
  }
  const refused = (status: number, error: string): Failure => {
    const detail = `${status} ${error}`.trim()
    if (/client/.test(error)) return { kind: 'rejected', reason: unknownApp(network), detail }
    if (grant['grant_type'] === 'refresh_token') return { kind: 'auth', detail }
    return { kind: 'rejected', reason: notAllowed(network), detail }
  }
  const answer = await ask(tools, request, {
    network,
    schema: tokenSchema.or(z.object({ error: z.string().min(1) })),
    refusal: ({ status, text }) => {
      if (status < 400 || status > 499 || status === 408 || status === 429) return null
      return refused(status, errorSchema.safeParse(parseJson(text)).data?.error ?? '')
    },
  })
  if (!answer.ok) return answer
  // Some networks refuse with a status that says yes.
  return 'error' in answer.value ? failed(refused(200, answer.value.error)) : done(answer.value)
}

const errorSchema = z.object({ error: z.string().optional() })

/** When a token that was given now ends. */
export const endOf = (tools: Pick<Tools, 'clock'>, seconds: number | undefined): Date | undefined =>
  seconds === undefined ? undefined : new Date(tools.clock.now().getTime() + seconds * 1000)

/** The key of that name in the company's app; refused with a sentence when nobody has given it yet. */
export function appKeys<N extends string>(
  tools: Pick<Tools, 'app'>,
  network: string,
  ...names: N[]
): Outcome<Record<N, string>> {
  const missing = names.find((name) => !tools.app?.[name])
  if (missing) return rejected(missing, unknownApp(network))
  return done({ ...tools.app } as Record<N, string>)
}

export const notAllowed = (network: string) => ({
  en: `${network} did not give access to Vigie. Begin again, and allow it on the page of ${network}.`,
  fr: `${network} n’a pas donné accès à Vigie. Recommencez, et autorisez-la sur la page de ${network}.`,
})

const unknownApp = (network: string) => ({
  en: `${network} does not know the app of your company by these keys. Copy them again from the pages of ${network}.`,
  fr: `${network} ne reconnaît pas l’application de votre société à ces clés. Copiez-les de nouveau depuis les pages de ${network}.`,
})
