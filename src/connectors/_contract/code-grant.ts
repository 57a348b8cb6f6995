import { z } from 'zod'
import { ask } from './ask.ts'
import type { Account, Connect, Connected, Tools } from './connector.ts'
import { done, failed, type Outcome } from './failure.ts'
import {
  appKeys,
  askToken,
  basicOf,
  codeIn,
  endOf,
  newVerifier,
  type OAuth2,
  type Token,
} from './oauth2.ts'

/** How people give a network's app access to an account of theirs (the code grant of RFC 6749, 4.1). */
export interface CodeGrant {
  network: string
  tokenUrl: string
  /**
   * The company's own app: what its id and its secret are called in the manifest, where they go (`OAuth2`), and what
   * else must have been entered.
   */
  app: { id: string; secret: string; in: OAuth2['keys']['in']; idName?: string; also?: string[] }
  /** What the network wants told of every caller. */
  headers?(tools: Tools): Record<string, string>
  /** The network's page where people allow it. */
  page: string
  /** What is asked there: names of scopes, joined as the network wants them. */
  scope: string
  /** What its page wants beside the parameters of the RFC. */
  more?: Record<string, string>
  /** PKCE (RFC 7636), where the network knows it: what is told of the verifier, or null for this address of ours. */
  challenge?(verifier: string, redirectUri: string): string | null
  /** What the form said and is needed once the person is back; refused by its field when it is no use. */
  remember?(fields: Record<string, string>): Outcome<Record<string, string>>
  /** Whose access it is, or whom the person may choose from. @param scopes what was allowed, where it is told */
  whose(tools: Tools, secrets: Tokens, said: Record<string, string>, scopes: string[]): Found
  /** Where an access is given back (RFC 7009), and which of the two tokens; absent: the network has no such place. */
  revoke?: { url: string; tokens: (keyof Tokens)[]; keysIn: 'header' | 'form' | 'nowhere' }
}

type Found = Promise<Outcome<Connected | Connected[]>>

const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string().default('') })
type Tokens = z.infer<typeof tokensSchema>

/** The two tokens kept with an account; the second is empty where nothing renews the first. */
export const tokensOf = (account: Pick<Account, 'secrets'>): Tokens =>
  tokensSchema.parse(account.secrets)

type Steps = Required<Pick<Connect, 'begin' | 'finish' | 'refresh' | 'canRenew'>> &
  Pick<Connect, 'revoke'>

/** The steps of a connector whose accounts are connected by a code grant. */
export function codeGrant(grant: CodeGrant): Steps {
  return {
    begin: (tools, fields, redirectUri, state) => begin(grant, tools, fields, redirectUri, state),
    finish: (...visit) => finish(grant, ...visit),
    refresh: (tools, account) => refresh(grant, tools, account),
    canRenew: (account) => tokensOf(account).refreshToken !== '',
    ...(grant.revoke ? { revoke: (tools, account) => revoke(grant, tools, account) } : {}),
  }
}

/** The company's app. Refused with a sentence when nobody has entered its keys yet. */
function appOf({ network, tokenUrl, app, headers }: CodeGrant, tools: Tools): Outcome<OAuth2> {
  const entered = appKeys(tools, network, app.id, app.secret, ...(app.also ?? []))
  if (!entered.ok) return entered
  const { [app.id]: id = '', [app.secret]: secret = '' } = entered.value
  const keys = { in: app.in, id, secret, ...(app.idName ? { idName: app.idName } : {}) }
  return done({ network, tokenUrl, keys, ...(headers ? { headers: headers(tools) } : {}) })
}

async function begin(
  grant: CodeGrant,
  tools: Tools,
  fields: Record<string, string>,
  redirectUri: string,
  state: string,
): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>> {
  const said = grant.remember?.(fields) ?? done({})
  if (!said.ok) return said
  const app = appOf(grant, tools)
  if (!app.ok) return app
  const { id, idName = 'client_id' } = app.value.keys
  const verifier = newVerifier()
  const challenge = grant.challenge?.(verifier, redirectUri) ?? null
  const url = new URL(grant.page)
  url.search = new URLSearchParams({
    response_type: 'code',
    [idName]: id,
    redirect_uri: redirectUri,
    scope: grant.scope,
    state,
    ...(challenge ? { code_challenge: challenge, code_challenge_method: 'S256' } : {}),
    ...grant.more,
  }).toString()
  const memo = { said: said.value, state, verifier: challenge ? verifier : '' }
  return done({ url: url.href, memo })
}

const memoSchema = z.object({
  said: z.record(z.string(), z.string()).default({}),
  state: z.string(),
  verifier: z.string().default(''),
})

async function finish(
  grant: CodeGrant,
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Found {
  const app = appOf(grant, tools)
  if (!app.ok) return app
  const { said, state, verifier } = memoSchema.parse(memo)
  const code = codeIn(grant.network, callback, state)
  if (!code.ok) return code
  const token = await askToken(tools, app.value, {
    grant_type: 'authorization_code',
    code: code.value,
    redirect_uri: redirectUri,
    ...(verifier === '' ? {} : { code_verifier: verifier }),
  })
  if (!token.ok) return token
  const scopes = (token.value.scope ?? '').split(/[\s,]+/).filter((name) => name !== '')
  const found = await grant.whose(tools, tokensFrom(token.value), said, scopes)
  if (!found.ok) return found
  const expiresAt = endOf(tools, token.value.expires_in)
  const ending = (one: Connected) => ({ ...one, expiresAt })
  return done(Array.isArray(found.value) ? found.value.map(ending) : ending(found.value))
}

/** Some networks give a new refresh token at each use, and end the one before; others keep the first. */
const tokensFrom = ({ access_token, refresh_token }: Token, former = ''): Tokens => ({
  accessToken: access_token,
  refreshToken: refresh_token || former,
})

async function refresh(grant: CodeGrant, tools: Tools, account: Account) {
  const { refreshToken } = tokensOf(account)
  if (refreshToken === '')
    return failed({ kind: 'auth', detail: 'nothing to renew this access with' })
  const app = appOf(grant, tools)
  if (!app.ok) return app
  const asked = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const token = await askToken(tools, app.value, asked)
  if (!token.ok) return token
  const secrets = tokensFrom(token.value, refreshToken)
  return done({ secrets, expiresAt: endOf(tools, token.value.expires_in) })
}

/** Gives the access back. An access that is over already is no failure. */
async function revoke(grant: CodeGrant, tools: Tools, account: Account): Promise<Outcome<null>> {
  const { network, revoke: place } = grant
  const app = appOf(grant, tools)
  if (!app.ok) return app
  if (!place) return done(null)
  const { keys, headers } = app.value
  const inForm = { [keys.idName ?? 'client_id']: keys.id, client_secret: keys.secret }
  const held = tokensOf(account)
  for (const token of place.tokens.map((name) => held[name]).filter((one) => one !== '')) {
    const form = { ...(place.keysIn === 'form' ? inForm : {}), token }
    const request = {
      url: place.url,
      method: 'POST' as const,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(place.keysIn === 'header' ? { authorization: basicOf(keys) } : {}),
        ...headers,
      },
      body: new URLSearchParams(form).toString(),
    }
    const answer = await ask(tools, request, { network, schema: z.unknown() })
    const isOver = !answer.ok && /^(?:400|401|403|404)/.test(answer.failure.detail)
    if (!answer.ok && !isOver) return answer
  }
  return done(null)
}
