import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  isNobodyThere,
  noServerAt,
  notAnAddress,
  rejected,
} from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { secretsOf, serverOf } from './account.ts'
import { describe } from './describe.ts'
import { call, network } from './server.ts'

export const connect: Connect = {
  begin,
  finish,
  check: (tools: Tools, account: Account): Promise<Outcome<Connected>> => describe(tools, account),
  async revoke(tools, account) {
    const { accessToken, clientId, clientSecret } = secretsOf(account)
    const form: [string, string][] = [
      ['client_id', clientId],
      ['client_secret', clientSecret],
      ['token', accessToken],
    ]
    const request = { path: '/oauth/revoke', method: 'POST' as const, form }
    const answer = await call(tools, serverOf(account), request, z.unknown())
    // 403: the token is not one of this application any more.
    const isGone = !answer.ok && /^(401|403)/.test(answer.failure.detail)
    return answer.ok || isGone ? done(null) : answer
  },
}

/** What we do and nothing more (docs.joinmastodon.org/api/oauth-scopes, read 2026-11-22). */
const scopes = [
  'read:accounts',
  'read:statuses',
  'read:notifications',
  'read:search',
  'write:statuses',
  'write:media',
].join(' ')

const appSchema = z.object({ client_id: z.string(), client_secret: z.string() })

const memoSchema = z.object({
  server: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  state: z.string(),
  verifier: z.string().optional(),
})

/** Registers Vigie on the person's server, then sends them there. */
async function begin(
  tools: Tools,
  fields: Record<string, string>,
  redirectUri: string,
  state: string,
): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>> {
  const typed = fields['server']?.trim() ?? ''
  const server = serverAddress(typed)
  if (!server) return rejected('server', notAnAddress(typed))
  const form: [string, string][] = [
    ['client_name', 'Vigie'],
    ['redirect_uris', redirectUri],
    ['scopes', scopes],
  ]
  const request = { path: '/api/v1/apps', method: 'POST' as const, form }
  const app = await call(tools, server, request, appSchema)
  if (!app.ok) return failed(explain(app.failure, typed))
  const verifier = (await speaksPkce(tools, server)) ? randomToken() : undefined
  const url = new URL('/oauth/authorize', server)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: app.value.client_id,
    redirect_uri: redirectUri,
    scope: scopes,
    state,
    ...(verifier ? { code_challenge: challengeOf(verifier), code_challenge_method: 'S256' } : {}),
  }).toString()
  const { client_id: clientId, client_secret: clientSecret } = app.value
  return done({ url: url.href, memo: { server, clientId, clientSecret, state, verifier } })
}

/** No server there, or one that speaks of other things: the address is what the person must look at. */
function explain(failure: Failure, typed: string): Failure {
  if (failure.kind !== 'rejected' && !isNobodyThere(failure)) return failure
  const { detail } = failure
  return { kind: 'rejected', reason: noServerAt(typed, network), field: 'server', detail }
}

/** PKCE (RFC 7636) came with Mastodon 4.3, with the metadata that tells of it (RFC 8414). */
async function speaksPkce(tools: Tools, server: string): Promise<boolean> {
  const schema = z.object({ code_challenge_methods_supported: z.array(z.string()) })
  const request = { path: '/.well-known/oauth-authorization-server' }
  const metadata = await call(tools, server, request, schema)
  return metadata.ok && metadata.value.code_challenge_methods_supported.includes('S256')
}

const randomToken = () => randomBytes(32).toString('base64url')

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

async function finish(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Connected>> {
  const { server, clientId, clientSecret, state, verifier } = memoSchema.parse(memo)
  const code = callback.get('code')
  if (!code || callback.get('state') !== state) {
    const detail = callback.get('error') ?? 'the server brought back no code, or another state'
    return failed({ kind: 'rejected', reason: notAllowed, detail })
  }
  const form: [string, string][] = [
    ['grant_type', 'authorization_code'],
    ['client_id', clientId],
    ['client_secret', clientSecret],
    ['redirect_uri', redirectUri],
    ['code', code],
    ...(verifier ? ([['code_verifier', verifier]] as [string, string][]) : []),
  ]
  const request = { path: '/oauth/token', method: 'POST' as const, form }
  const token = await call(tools, server, request, z.object({ access_token: z.string() }))
  if (!token.ok) return refusedCode(token.failure)
  const secrets = { accessToken: token.value.access_token, clientId, clientSecret }
  return describe(tools, { remoteId: '', handle: '', settings: { server }, secrets })
}

/** A code that is wrong, used or too old: only a new visit to the server helps. */
function refusedCode(failure: Failure): Outcome<never> {
  if (failure.kind !== 'auth' && failure.kind !== 'rejected') return failed(failure)
  return failed({ kind: 'rejected', reason: notAllowed, detail: failure.detail })
}

const notAllowed = {
  en: 'Your server did not give access to Vigie. Begin again, and allow it on the page of your server.',
  fr: 'Votre serveur n’a pas donné accès à Vigie. Recommencez, et autorisez-la sur la page de votre serveur.',
}
