import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { provenFetch } from '#connectors/_contract/proof-key.ts'
import { grantedOf, isGranted, type Secrets, secretsOf, serverOf } from './account.ts'
import { isNamed, type Xrpc, xrpc } from './xrpc.ts'

/** Calls made as one account. The access token may be renewed on the way. */
export interface Session {
  did: string
  call<T>(call: Xrpc, schema: z.ZodType<T>): Promise<Outcome<T>>
  /** As they stand now: the given ones, or those renewed since. */
  secrets(): Record<string, string>
}

/** Opens calls in the name of an account, by whichever way it was connected. */
export const openSession = (tools: Tools, account: Account): Session =>
  isGranted(account) ? grantedSession(tools, account) : passwordSession(tools, account)

/**
 * Access that was given on the network's page, each call with a proof by our key. It is never renewed in the middle of
 * a call: a 401 is `auth`, and the desk renews by `refresh`, one worker at a time.
 */
function grantedSession(tools: Tools, account: Account): Session {
  const { server, accessToken, proofKey } = grantedOf(account)
  const proven = { ...tools, fetch: provenFetch(tools, accessToken, proofKey) }
  let isFirst = true
  return {
    did: account.remoteId,
    secrets: () => account.secrets,
    async call(call, schema) {
      // A server that wants a nonce says so once it has taken a whole film in: let it say so for nothing.
      if (isFirst && call.body) await xrpc(proven, server, whoami, z.unknown())
      isFirst = false
      return xrpc(proven, server, call, schema)
    },
  }
}

const whoami: Xrpc = { method: 'com.atproto.server.getSession', params: {} }

/**
 * By the tokens of an app password. When the access token turns out to be expired, it is renewed once
 * in place, if the desk keeps what is renewed (`tools.saveSecrets`); otherwise the call fails as
 * `transient` and the desk renews by `refresh`.
 */
function passwordSession(tools: Tools, account: Account): Session {
  let secrets = secretsOf(account)
  const server = serverOf(account)
  const attempt = <T>(call: Xrpc, schema: z.ZodType<T>) =>
    xrpc(tools, server, { ...call, token: secrets.accessJwt }, schema)

  const renew = async (): Promise<Outcome<null>> => {
    const fresh = await refreshSession(tools, account, secrets.refreshJwt)
    if (!fresh.ok) return fresh
    secrets = fresh.value.secrets
    await tools.saveSecrets?.({ ...secrets }, fresh.value.expiresAt)
    return done(null)
  }

  return {
    did: account.remoteId,
    secrets: () => ({ ...secrets }),
    async call(call, schema) {
      const first = await attempt(call, schema)
      if (first.ok || !isNamed(first.failure, 'ExpiredToken')) return first
      if (!tools.saveSecrets) {
        return failed({ kind: 'transient', detail: 'the access token has expired; renew it' })
      }
      const renewed = await renew()
      return renewed.ok ? attempt(call, schema) : renewed
    },
  }
}

export const sessionSchema = z.object({
  accessJwt: z.string(),
  refreshJwt: z.string(),
  did: z.string(),
  handle: z.string(),
})

/**
 * Exchanges the refresh token for a new pair. An access token lives two hours, a refresh token 90 days;
 * the former refresh token still works for two hours (PDS 0.5.35, 2026-11-22).
 */
export async function refreshSession(
  tools: Tools,
  account: Pick<Account, 'settings'>,
  refreshJwt: string,
): Promise<Outcome<{ secrets: Secrets; expiresAt?: Date }>> {
  const call: Xrpc = { method: 'com.atproto.server.refreshSession', token: refreshJwt }
  const answer = await xrpc(tools, serverOf(account), call, sessionSchema)
  if (!answer.ok) return answer
  const { accessJwt, refreshJwt: next } = answer.value
  return done({ secrets: { accessJwt, refreshJwt: next }, expiresAt: expiryOf(accessJwt) })
}

const claims = z.object({ exp: z.number() })

/** The `exp` claim of a JWT (RFC 7519, seconds since 1970), or undefined when there is none to read. */
export function expiryOf(jwt: string): Date | undefined {
  try {
    const payload = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8')
    return new Date(claims.parse(JSON.parse(payload)).exp * 1000)
  } catch {
    return undefined
  }
}
