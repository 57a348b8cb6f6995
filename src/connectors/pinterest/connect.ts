import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  appKeys,
  askToken,
  codeIn,
  endOf,
  type OAuth2,
  type Token,
} from '#connectors/_contract/oauth2.ts'
import { type Board, secretsOf } from './account.ts'
import { call, network } from './api.ts'

export const connect: Connect = {
  begin,
  finish,
  refresh,
  canRenew: (account) => secretsOf(account).refreshToken !== '',
  check,
}

/** What we do and nothing more: each of them is asked by `POST /pins` or `GET /user_account` (OpenAPI 5.23). */
const scopes = ['user_accounts:read', 'boards:read', 'boards:write', 'pins:read', 'pins:write']

function appOf(tools: Tools): Outcome<OAuth2> {
  const keys = appKeys(tools, network, 'appId', 'appSecret')
  if (!keys.ok) return keys
  const { appId: id, appSecret: secret } = keys.value
  const tokenUrl = 'https://api.pinterest.com/v5/oauth/token'
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
  const url = new URL('https://www.pinterest.com/oauth/')
  url.search = new URLSearchParams({
    client_id: app.value.keys.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes.join(','),
    state,
  }).toString()
  return done({ url: url.href, memo: { state } })
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

async function refresh(tools: Tools, account: Account) {
  const { refreshToken } = secretsOf(account)
  if (refreshToken === '')
    return failed({ kind: 'auth', detail: 'nothing to renew this access with' })
  const app = appOf(tools)
  if (!app.ok) return app
  const token = await askToken(tools, app.value, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  })
  if (!token.ok) return token
  const secrets = secretsFrom(token.value)
  // An older app keeps the refresh token it has.
  if (secrets.refreshToken === '') secrets.refreshToken = refreshToken
  return done({ secrets, expiresAt: endOf(tools, token.value.expires_in) })
}

export const profileSchema = z.object({
  id: z.string(),
  username: z.string(),
  business_name: z.string().nullish(),
  profile_image: z.string().optional(),
  follower_count: z.number().nullish(),
  following_count: z.number().nullish(),
  pin_count: z.number().nullish(),
})

/** Who the token belongs to, with its boards as they are today. */
async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const answer = await call(tools, account, { path: 'user_account' }, profileSchema)
  if (!answer.ok) return answer
  const boards = await readBoards(tools, account)
  if (!boards.ok) return boards
  const { id, username, business_name, profile_image: avatarUrl } = answer.value
  return done({
    account: { ...account, remoteId: id, handle: username, settings: { boards: boards.value } },
    displayName: business_name || username,
    ...(avatarUrl ? { avatarUrl } : {}),
    profileUrl: `https://www.pinterest.com/${username}/`,
  })
}

/** A thousand boards. */
const mostPages = 4

async function readBoards(tools: Tools, account: Account): Promise<Outcome<Board[]>> {
  const schema = z.object({
    items: z.array(
      z.object({ id: z.string(), name: z.string(), is_ads_only: z.boolean().optional() }),
    ),
    bookmark: z.string().nullish(),
  })
  const boards: Board[] = []
  const query: Record<string, string> = { page_size: '250' }
  for (let page = 0; page < mostPages; page++) {
    const answer = await call(tools, account, { path: 'boards', query }, schema)
    if (!answer.ok) return answer
    const ours = answer.value.items.filter(({ is_ads_only }) => !is_ads_only)
    boards.push(...ours.map(({ id, name }) => ({ id, name })))
    if (!answer.value.bookmark) break
    query['bookmark'] = answer.value.bookmark
  }
  return done(boards)
}
