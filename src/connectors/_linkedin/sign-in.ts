import type { Account, Connect, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { oauthRefusal } from '#connectors/_contract/oauth-refusals.ts'
import {
  appKeys,
  askToken,
  codeIn,
  endOf,
  type OAuth2,
  type Token,
} from '#connectors/_contract/oauth2.ts'
import { secretsOf } from './account.ts'
import { network } from './api.ts'

function appOf(tools: Tools): Outcome<OAuth2> {
  const keys = appKeys(tools, network, 'clientId', 'clientSecret')
  if (!keys.ok) return keys
  const { clientId: id, clientSecret: secret } = keys.value
  const tokenUrl = 'https://www.linkedin.com/oauth/v2/accessToken'
  return done({ network, tokenUrl, keys: { in: 'form', id, secret } })
}

/** Sends a person to LinkedIn to allow these scopes. */
export const beginWith =
  (scopes: string[]): NonNullable<Connect['begin']> =>
  async (tools, _fields, redirectUri, state) => {
    const app = appOf(tools)
    if (!app.ok) return app
    const url = new URL('https://www.linkedin.com/oauth/v2/authorization')
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: app.value.keys.id,
      redirect_uri: redirectUri,
      state,
      scope: scopes.join(' '),
    }).toString()
    return done({ url: url.href, memo: { state } })
  }

export interface Access {
  secrets: Record<string, string>
  expiresAt?: Date
}

/** The access that the person brought back. */
export async function accessFrom(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Access>> {
  const app = appOf(tools)
  if (!app.ok) return app
  const code = codeIn(network, callback, memo['state'])
  if (!code.ok) return code
  const token = await askToken(tools, app.value, {
    grant_type: 'authorization_code',
    code: code.value,
    redirect_uri: redirectUri,
  })
  return token.ok ? done(accessOf(tools, token.value)) : token
}

function accessOf(tools: Tools, token: Token, formerRefreshToken = ''): Access {
  const refreshToken = token.refresh_token ?? formerRefreshToken
  const secrets = { accessToken: token.access_token, refreshToken }
  return { secrets, expiresAt: endOf(tools, token.expires_in) }
}

/** LinkedIn gives something to renew with to approved partners alone. */
export const canRenew = (account: Account): boolean => secretsOf(account).refreshToken !== ''

/** A refresh token lasts a year from the first visit, and does not change when it is used. */
export async function refresh(tools: Tools, account: Account): Promise<Outcome<Access>> {
  const { refreshToken } = secretsOf(account)
  if (!canRenew(account)) {
    return failed({ kind: 'auth', detail: 'nothing to renew this access with' })
  }
  const app = appOf(tools)
  if (!app.ok) return app
  const token = await askToken(tools, app.value, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  })
  return token.ok ? done(accessOf(tools, token.value, refreshToken)) : token
}

/** LinkedIn's own codes (authorization-code-flow, read 2026-11-25), by the usual ones that mean the same. */
const meanings: Record<string, string> = {
  user_cancelled_login: 'login_required',
  user_cancelled_authorize: 'access_denied',
  unauthorized_scope_error: 'invalid_scope',
}

/** Why LinkedIn sent the person back without access. */
export const explain: NonNullable<Connect['explain']> = (callback, redirectUri) => {
  const code = meanings[callback.get('error') ?? '']
  return code ? oauthRefusal(network, code, redirectUri) : null
}
