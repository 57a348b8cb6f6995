import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { Clock } from '#platform/clock.ts'

export const issuer = 'https://entrance.example'

/** Who gives access on the network in memory, as the PDS 0.5.35 does: to proofs, with nonces, each token once. */
export interface AuthorityDouble {
  /** Answers what is asked of it, or null when the request is not for it. */
  answer(url: URL, init: FetchInit): Response | null
  /** Why a request of an account is not taken; null when it is. */
  refuse(url: URL, init: FetchInit): Response | null
  /** The person allows: what the browser brings back. */
  allow(url: string): URLSearchParams
  /** From now on it wants another nonce. */
  rotate(): void
  /** What it says of the next access that it gives, instead. */
  lie: Record<string, unknown>
  /** It knows no narrow rights, as older servers. */
  isOld: boolean
  /** What was asked for, each time. */
  scopes: string[]
}

interface Asked {
  parameters: URLSearchParams
  jkt: string
}

export function authorityDouble(clock: Clock, server: string, did: string): AuthorityDouble {
  const pushed = new Map<string, Asked>()
  const codes = new Map<string, Asked>()
  const access = new Map<string, string>()
  const refreshing = new Map<string, { jkt: string; scope: string; access: string }>()
  const seen = new Set<string>()
  let nonce = 'nonce-0'
  let turns = 0

  const json = (body: object, status = 200) =>
    Response.json(body, { status, headers: { 'dpop-nonce': nonce } })
  const no = (error: string, status = 400) => json({ error, error_description: error }, status)

  function give(jkt: string, scope: string): Response {
    const accessToken = `access-${randomUUID()}`
    const refreshToken = `ref-${randomUUID()}`
    access.set(accessToken, jkt)
    refreshing.set(refreshToken, { jkt, scope, access: accessToken })
    const lie = it.lie
    it.lie = {}
    return json({
      access_token: accessToken,
      refresh_token: refreshToken,
      token_type: 'DPoP',
      expires_in: 3600,
      scope,
      sub: did,
      ...lie,
    })
  }

  /** The thumbprint of the key that proves a request, or why it does not. */
  function proven(url: URL, { method, headers }: FetchInit, token?: string): string | Response {
    const proof = proofIn(headers?.['dpop'] ?? '')
    if (!proof) return no('invalid_dpop_proof')
    const { claims, jkt } = proof
    const isOurs = claims['htm'] === method && claims['htu'] === url.origin + url.pathname
    const late = Math.abs(Number(claims['iat']) - clock.now().getTime() / 1000)
    const ath = token && createHash('sha256').update(token).digest('base64url')
    if (!isOurs || late > 300 || claims['ath'] !== ath) return no('invalid_dpop_proof')
    if (claims['nonce'] !== nonce) return wantsNonce(token)
    if (seen.has(String(claims['jti']))) return no('invalid_dpop_proof')
    seen.add(String(claims['jti']))
    return jkt
  }

  /** Of a server that gives access by its body, of one that holds accounts by its header. */
  function wantsNonce(token: string | undefined): Response {
    if (!token) return no('use_dpop_nonce')
    const answer = no('use_dpop_nonce', 401)
    answer.headers.set('www-authenticate', 'DPoP error="use_dpop_nonce"')
    return answer
  }

  const endpoints: Record<string, (form: URLSearchParams, jkt: string) => Response> = {
    '/par': (parameters, jkt) => {
      const scope = parameters.get('scope') ?? ''
      it.scopes.push(scope)
      if (it.isOld && scope.includes('repo:')) return no('invalid_scope')
      const name = `urn:ietf:params:oauth:request_uri:${++turns}`
      pushed.set(name, { parameters, jkt })
      return json({ request_uri: name, expires_in: 299 }, 201)
    },
    '/token': (form, jkt) => {
      if (form.get('grant_type') === 'refresh_token') {
        const former = refreshing.get(form.get('refresh_token') ?? '')
        if (former?.jkt !== jkt) return no('invalid_grant')
        refreshing.delete(form.get('refresh_token') ?? '')
        access.delete(former.access)
        return give(jkt, former.scope)
      }
      const code = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      const isTheirs =
        code?.jkt === jkt &&
        code.parameters.get('code_challenge') === challenge &&
        code.parameters.get('redirect_uri') === form.get('redirect_uri') &&
        code.parameters.get('client_id') === form.get('client_id')
      return isTheirs ? give(jkt, code.parameters.get('scope') ?? '') : no('invalid_grant')
    },
    '/revoke': (form) => {
      const former = refreshing.get(form.get('token') ?? '')
      refreshing.delete(form.get('token') ?? '')
      if (former) access.delete(former.access)
      return json({})
    },
  }

  const it: AuthorityDouble = {
    lie: {},
    isOld: false,
    scopes: [],
    rotate: () => void (nonce = `nonce-${++turns}`),
    answer(url, init) {
      if (url.href === `${server}/.well-known/oauth-protected-resource`) {
        return json({ resource: server, authorization_servers: [issuer] })
      }
      if (url.origin !== issuer) return null
      if (url.pathname === '/.well-known/oauth-authorization-server') return json(metadata)
      const endpoint = endpoints[url.pathname]
      if (!endpoint || typeof init.body !== 'string') return new Response('', { status: 404 })
      const form = new URLSearchParams(init.body)
      if (!isSigned(form)) return no('invalid_client', 401)
      const jkt = proven(url, init)
      return typeof jkt === 'string' ? endpoint(form, jkt) : jkt
    },
    refuse(url, init) {
      const token = init.headers?.['authorization']?.replace('DPoP ', '') ?? ''
      const jkt = proven(url, init, token)
      if (typeof jkt !== 'string') return jkt
      return access.get(token) === jkt ? null : no('invalid_token', 401)
    },
    allow(address) {
      const name = new URL(address).searchParams.get('request_uri') ?? ''
      const asked = pushed.get(name)
      pushed.delete(name)
      if (!asked) throw new Error('nothing was asked beforehand')
      const code = `cod-${randomUUID()}`
      codes.set(code, asked)
      return new URLSearchParams({ code, iss: issuer, state: asked.parameters.get('state') ?? '' })
    },
  }
  return it
}

const metadata = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  pushed_authorization_request_endpoint: `${issuer}/par`,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/revoke`,
  code_challenge_methods_supported: ['S256'],
  dpop_signing_alg_values_supported: ['ES256'],
  authorization_response_iss_parameter_supported: true,
  client_id_metadata_document_supported: true,
  scopes_supported: ['atproto', 'transition:generic'],
}

/** That the client signs, for whom it should; that the signature is good is the real server's to say. */
function isSigned(form: URLSearchParams): boolean {
  const { iss, aud } = claimsIn(form.get('client_assertion') ?? '') ?? {}
  return iss === form.get('client_id') && aud === issuer
}

function proofIn(jwt: string): { claims: Record<string, unknown>; jkt: string } | null {
  const [head = '', body = '', signature = ''] = jwt.split('.')
  const claims = claimsIn(jwt)
  const header = readPart(head)
  if (!claims || header?.['typ'] !== 'dpop+jwt') return null
  const { crv, kty, x, y } = header['jwk'] as Record<string, string>
  const key = createPublicKey({ key: { crv, kty, x, y }, format: 'jwk' })
  const told = { key, dsaEncoding: 'ieee-p1363' } as const
  const isGood = verify('sha256', Buffer.from(`${head}.${body}`), told, bytes(signature))
  const jkt = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
  return isGood ? { claims, jkt } : null
}

const claimsIn = (jwt: string) => readPart(jwt.split('.')[1] ?? '')
const bytes = (text: string) => Buffer.from(text, 'base64url')

function readPart(text: string): Record<string, unknown> | null {
  return text === '' ? null : (JSON.parse(bytes(text).toString()) as Record<string, unknown>)
}
