import { z } from 'zod'
import { ask } from '#connectors/_contract/ask.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import {
  appKeys,
  askToken,
  codeIn,
  endOf,
  newVerifier,
  type OAuth2,
  type Token,
} from '#connectors/_contract/oauth2.ts'
import { secretsOf } from './account.ts'
import { call, network } from './api.ts'
import { userSchema } from './post.ts'

export const connect: Connect = {
  begin,
  finish,
  refresh,
  canRenew: (account) => secretsOf(account).refreshToken !== '',
  check,
  revoke,
}

/** What we do and nothing more (docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code, read 2026-11-25). */
export const scopes = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access']

function appOf(tools: Tools): Outcome<OAuth2> {
  const keys = appKeys(tools, network, 'clientId', 'clientSecret')
  if (!keys.ok) return keys
  const { clientId: id, clientSecret: secret } = keys.value
  const tokenUrl = 'https://api.x.com/2/oauth2/token'
  return done({ network, tokenUrl, keys: { in: 'header', id, secret } })
}

async function begin(
  tools: Tools,
  _fields: Record<string, string>,
  redirectUri: string,
  state: string,
): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>> {
  const app = appOf(tools)
  if (!app.ok) return app
  const { verifier, challenge } = newVerifier()
  const url = new URL('https://x.com/i/oauth2/authorize')
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: app.value.keys.id,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }).toString()
  return done({ url: url.href, memo: { state, verifier } })
}

async function finish(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Connected>> {
  const app = appOf(tools)
  if (!app.ok) return app
  const code = codeIn(network, callback, memo['state'])
  if (!code.ok) return code
  const token = await askToken(tools, app.value, {
    grant_type: 'authorization_code',
    code: code.value,
    redirect_uri: redirectUri,
    code_verifier: String(memo['verifier']),
  })
  if (!token.ok) return token
  const account = { remoteId: '', handle: '', settings: {}, secrets: secretsFrom(token.value) }
  const connected = await check(tools, account)
  if (!connected.ok) return connected
  return done({ ...connected.value, expiresAt: endOf(tools, token.value.expires_in) })
}

const secretsFrom = ({ access_token, refresh_token = '' }: Token) => ({
  accessToken: access_token,
  refreshToken: refresh_token,
})

/** A refresh token is good once: the desk keeps the new one before anything else is asked. */
async function refresh(tools: Tools, account: Account) {
  const app = appOf(tools)
  if (!app.ok) return app
  const token = await askToken(tools, app.value, {
    grant_type: 'refresh_token',
    refresh_token: secretsOf(account).refreshToken,
  })
  if (!token.ok) return token
  return done({
    secrets: secretsFrom(token.value),
    expiresAt: endOf(tools, token.value.expires_in),
  })
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const query = { 'user.fields': 'name,username,profile_image_url,subscription_type' }
  const answer = await call(tools, account, { path: '/2/users/me', query }, meSchema)
  if (!answer.ok) return answer
  const { id, name, username, profile_image_url: avatarUrl, subscription_type } = answer.value.data
  const isPremium = (subscription_type ?? '').startsWith('Premium')
  return done({
    account: { ...account, remoteId: id, handle: username, settings: { isPremium } },
    displayName: name,
    ...(avatarUrl ? { avatarUrl } : {}),
    profileUrl: `https://x.com/${username}`,
  })
}

export const meSchema = z.object({ data: userSchema })

/** Both tokens, so that the app has no key left to this account. */
async function revoke(tools: Tools, account: Account): Promise<Outcome<null>> {
  const app = appOf(tools)
  if (!app.ok) return app
  const { id, secret } = app.value.keys
  const { accessToken, refreshToken } = secretsOf(account)
  for (const token of [refreshToken, accessToken].filter((one) => one !== '')) {
    const request = {
      url: 'https://api.x.com/2/oauth2/revoke',
      method: 'POST' as const,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      },
      body: new URLSearchParams({ token }).toString(),
    }
    const answer = await ask(tools, request, { network, schema: z.unknown() })
    const isOver = !answer.ok && /^(400|401|403|404)/.test(answer.failure.detail)
    if (!answer.ok && !isOver) return answer
  }
  return done(null)
}
