import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ask } from '#connectors/_contract/ask.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  appKeys,
  askToken,
  codeIn,
  endOf,
  newVerifier,
  type OAuth2,
  type Token,
} from '#connectors/_contract/oauth2.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { type Settings, settingsOf } from './account.ts'
import { network } from './api.ts'
import { scopes } from './app.ts'
import { examine } from './examine.ts'
import { profileOf } from './profile.ts'
import { secretsOf } from './secrets.ts'

export const connect: Connect = {
  begin,
  finish,
  refresh,
  canRenew: (account) => secretsOf(account).refreshToken !== '',
  check,
  revoke,
  examine,
}

function appOf(tools: Tools): Outcome<OAuth2> {
  const keys = appKeys(tools, network, 'clientKey', 'clientSecret')
  if (!keys.ok) return keys
  const { clientKey: id, clientSecret: secret } = keys.value
  const tokenUrl = 'https://open.tiktokapis.com/v2/oauth/token/'
  return done({ network, tokenUrl, keys: { in: 'form', id, secret, idName: 'client_key' } })
}

/**
 * Where to send the person. Login Kit for the web takes an address in https and knows no PKCE; an address of this very
 * machine is what Login Kit for desktop takes, which wants it, with the challenge in hexadecimal
 * (login-kit-web, login-kit-desktop, read 2026-11-25).
 */
async function begin(
  tools: Tools,
  _fields: Record<string, string>,
  redirectUri: string,
  state: string,
): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>> {
  const app = appOf(tools)
  if (!app.ok) return app
  const isDesktop = ['localhost', '127.0.0.1'].includes(new URL(redirectUri).hostname)
  const verifier = isDesktop ? newVerifier().verifier : ''
  const url = new URL('https://www.tiktok.com/v2/auth/authorize/')
  url.search = new URLSearchParams({
    client_key: app.value.keys.id,
    scope: scopes.map(({ name }) => name).join(','),
    response_type: 'code',
    redirect_uri: redirectUri,
    state,
    ...(isDesktop ? { code_challenge: hexOf(verifier), code_challenge_method: 'S256' } : {}),
  }).toString()
  return done({ url: url.href, memo: { state, verifier } })
}

const hexOf = (verifier: string) => createHash('sha256').update(verifier).digest('hex')

const memoSchema = z.object({ state: z.string(), verifier: z.string().default('') })

async function finish(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Connected>> {
  const app = appOf(tools)
  if (!app.ok) return app
  const { state, verifier } = memoSchema.parse(memo)
  const code = codeIn(network, callback, state)
  if (!code.ok) return code
  const token = await askToken(tools, app.value, {
    grant_type: 'authorization_code',
    code: code.value,
    redirect_uri: redirectUri,
    ...(verifier === '' ? {} : { code_verifier: verifier }),
  })
  if (!token.ok) return token
  const given = (token.value.scope ?? '').split(/[\s,]+/).filter((name) => name !== '')
  if (given.length > 0 && !given.includes('video.publish')) return rejected('scope', notTicked)
  const settings: Settings = { audited: false, scopes: given, creator: null }
  const account = { remoteId: '', handle: '', settings, secrets: secretsFrom(token.value) }
  const connected = await check(tools, account)
  if (!connected.ok) return connected
  return done({ ...connected.value, expiresAt: endOf(tools, token.value.expires_in) })
}

const secretsFrom = ({ access_token, refresh_token = '' }: Token) => ({
  accessToken: access_token,
  refreshToken: refresh_token,
})

/** An access lasts a day; what renews it lasts a year, and may be replaced at each use. */
async function refresh(tools: Tools, account: Account) {
  const { refreshToken } = secretsOf(account)
  if (refreshToken === '')
    return failed({ kind: 'auth', detail: 'nothing to renew this access with' })
  const app = appOf(tools)
  if (!app.ok) return app
  const grant = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const token = await askToken(tools, app.value, grant)
  if (!token.ok) return token
  const secrets = secretsFrom(token.value)
  if (secrets.refreshToken === '') secrets.refreshToken = refreshToken
  return done({ secrets, expiresAt: endOf(tools, token.value.expires_in) })
}

/** Who the token belongs to, and what the account may do today. */
async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const known = settingsOf(account)
  const profile = await profileOf(tools, account)
  if (!profile.ok) return profile
  const { remoteId, handle, displayName, avatarUrl, profileUrl, creator } = profile.value
  const audited = tools.app?.['audited'] === 'yes'
  const settings: Settings = { ...known, audited, creator: creator ?? known.creator }
  return done({
    account: { ...account, remoteId, handle, settings },
    displayName,
    ...(avatarUrl ? { avatarUrl } : {}),
    profileUrl,
  })
}

/** Gives the access back. An access that is over already is no failure. */
async function revoke(tools: Tools, account: Account): Promise<Outcome<null>> {
  const app = appOf(tools)
  if (!app.ok) return app
  const { id, secret } = app.value.keys
  const token = secretsOf(account).accessToken
  const request = {
    url: 'https://open.tiktokapis.com/v2/oauth/revoke/',
    method: 'POST' as const,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_key: id, client_secret: secret, token }).toString(),
  }
  const answer = await ask(tools, request, { network, schema: z.unknown() })
  const isOver = !answer.ok && /^(?:400|401|403|404)/.test(answer.failure.detail)
  return answer.ok || isOver ? done(null) : answer
}

const notTicked = {
  en: 'On TikTok’s page, the right to post was not left ticked. Connect the account again and leave everything ticked.',
  fr: 'Sur la page de TikTok, le droit de publier n’est pas resté coché. Reconnectez le compte en laissant tout coché.',
}
