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
import { idOf, secretsOf } from './account.ts'
import { call, network } from './api.ts'

export const connect: Connect = {
  begin,
  finish,
  refresh,
  canRenew: (account) => secretsOf(account).refreshToken !== '',
  check,
}

/** What we do and nothing more (comments-api and posts-api, li-lms-2026, read 2026-11-25). */
const scopes = [
  'rw_organization_admin',
  'r_organization_social',
  'w_organization_social',
  'r_organization_social_feed',
  'w_organization_social_feed',
]

function appOf(tools: Tools): Outcome<OAuth2> {
  const keys = appKeys(tools, network, 'clientId', 'clientSecret')
  if (!keys.ok) return keys
  const { clientId: id, clientSecret: secret } = keys.value
  const tokenUrl = 'https://www.linkedin.com/oauth/v2/accessToken'
  return done({ network, tokenUrl, keys: { in: 'form', id, secret } })
}

async function begin(
  tools: Tools,
  _fields: Record<string, string>,
  redirectUri: string,
  state: string,
): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>> {
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

/** Every page that the person administers: they say which to connect. */
async function finish(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Connected[]>> {
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
  const secrets = secretsFrom(token.value)
  const pages = await administered(tools, secrets)
  if (!pages.ok) return pages
  const expiresAt = endOf(tools, token.value.expires_in)
  const found: Connected[] = []
  for (const remoteId of pages.value) {
    const page = await check(tools, { remoteId, handle: '', settings: {}, secrets })
    if (!page.ok) return page
    found.push({ ...page.value, expiresAt })
  }
  if (found.length > 0) return done(found)
  return failed({ kind: 'rejected', reason: noPage, detail: 'no page is administered' })
}

const secretsFrom = ({ access_token, refresh_token = '' }: Token) => ({
  accessToken: access_token,
  refreshToken: refresh_token,
})

async function administered(
  tools: Tools,
  secrets: Record<string, string>,
): Promise<Outcome<string[]>> {
  const path = 'organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED&start=0&count=100'
  const schema = z.object({ elements: z.array(z.object({ organization: z.string() })) })
  const answer = await call(tools, { secrets }, { path }, schema)
  if (!answer.ok) return answer
  return done([...new Set(answer.value.elements.map(({ organization }) => organization))])
}

/** Only for approved partners; it lasts a year from the first visit, and does not change when it is used. */
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
  const secrets = { ...secretsFrom(token.value) }
  if (secrets.refreshToken === '') secrets.refreshToken = refreshToken
  return done({ secrets, expiresAt: endOf(tools, token.value.expires_in) })
}

const pageSchema = z.object({
  id: z.number(),
  localizedName: z.string(),
  vanityName: z.string().optional(),
})

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const path = `organizations/${idOf(account.remoteId)}`
  const answer = await call(tools, account, { path }, pageSchema)
  if (!answer.ok) return answer
  const { id, localizedName, vanityName } = answer.value
  const handle = vanityName ?? String(id)
  return done({
    account: { ...account, remoteId: `urn:li:organization:${id}`, handle },
    displayName: localizedName,
    kind: { en: 'Page', fr: 'Page' },
    profileUrl: `https://www.linkedin.com/company/${handle}/`,
  })
}

const noPage = {
  en: 'This LinkedIn account administers no page. Ask an administrator of the page for the “Super admin” role, then begin again.',
  fr: 'Ce compte LinkedIn n’administre aucune page. Demandez à un administrateur de la page le rôle « Super administrateur », puis recommencez.',
}
