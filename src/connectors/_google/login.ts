import { z } from 'zod'
import { ask } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  appKeys,
  askToken,
  codeIn,
  endOf,
  newVerifier,
  type OAuth2,
} from '#connectors/_contract/oauth2.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { secretsOf } from './secrets.ts'

function appOf(tools: Tools, network: string): Outcome<OAuth2> {
  const app = appKeys(tools, network, 'clientId', 'clientSecret')
  if (!app.ok) return app
  const { clientId: id, clientSecret: secret } = app.value
  const tokenUrl = 'https://oauth2.googleapis.com/token'
  return done({ network, tokenUrl, keys: { in: 'form', id, secret } })
}

/**
 * Where to send the person (developers.google.com/identity/protocols/oauth2/web-server, read 2026-11-25). Without
 * `offline` and `consent`, Google gives nothing to renew the access with.
 */
export function loginVisit(
  tools: Tools,
  network: string,
  { redirectUri, state, scope }: { redirectUri: string; state: string; scope: string },
): Outcome<{ url: string; memo: Record<string, unknown> }> {
  const app = appOf(tools, network)
  if (!app.ok) return app
  const { verifier, challenge } = newVerifier()
  const url = new URL('https://accounts.google.com/o/oauth2/v2/auth')
  url.search = new URLSearchParams({
    client_id: app.value.keys.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    access_type: 'offline',
    prompt: 'consent',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }).toString()
  return done({ url: url.href, memo: { state, verifier, scope } })
}

interface Access {
  secrets: Record<string, string>
  expiresAt?: Date
}

const memoSchema = z.object({ state: z.string(), verifier: z.string(), scope: z.string() })

/** The tokens that the person allowed, when they allowed what was asked. */
export async function accessFrom(
  tools: Tools,
  network: string,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Access>> {
  const app = appOf(tools, network)
  if (!app.ok) return app
  const { state, verifier, scope } = memoSchema.parse(memo)
  const code = codeIn(network, callback, state)
  if (!code.ok) return code
  const token = await askToken(tools, app.value, {
    grant_type: 'authorization_code',
    code: code.value,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  })
  if (!token.ok) return token
  const { access_token, refresh_token = '', expires_in, scope: given = scope } = token.value
  if (!given.split(' ').includes(scope)) return rejected('scope', notTicked(network))
  const secrets = { accessToken: access_token, refreshToken: refresh_token }
  return done({ secrets, expiresAt: endOf(tools, expires_in) })
}

export const canRenew = (account: Account) => secretsOf(account).refreshToken !== ''

/** Google keeps the refresh token it gave first. */
export async function renewed(
  tools: Tools,
  network: string,
  account: Account,
): Promise<Outcome<Access>> {
  const { refreshToken } = secretsOf(account)
  if (refreshToken === '') {
    return failed({ kind: 'auth', detail: 'nothing to renew this access with' })
  }
  const app = appOf(tools, network)
  if (!app.ok) return app
  const grant = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const token = await askToken(tools, app.value, grant)
  if (!token.ok) return token
  const { access_token, refresh_token = refreshToken, expires_in } = token.value
  const secrets = { accessToken: access_token, refreshToken: refresh_token }
  return done({ secrets, expiresAt: endOf(tools, expires_in) })
}

/** Gives the access back. An access that is over already is no failure. */
export async function revoked(
  tools: Tools,
  network: string,
  account: Account,
): Promise<Outcome<null>> {
  const { accessToken, refreshToken } = secretsOf(account)
  const request = {
    url: 'https://oauth2.googleapis.com/revoke',
    method: 'POST' as const,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: refreshToken || accessToken }).toString(),
  }
  const answer = await ask(tools, request, { network, schema: z.unknown() })
  const isOver = !answer.ok && /^(?:400|401|403|404)/.test(answer.failure.detail)
  return answer.ok || isOver ? done(null) : answer
}

const notTicked = (network: string) => ({
  en: `On Google’s page, what Vigie asks for was not ticked. Connect ${network} again and tick it.`,
  fr: `Sur la page de Google, ce que demande Vigie n’a pas été coché. Reconnectez ${network} en le cochant.`,
})
