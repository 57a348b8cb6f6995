import {
  processRefreshTokenResponse,
  processRevocationResponse,
  pushedAuthorizationRequest,
  refreshTokenGrantRequest,
} from 'oauth4webapi'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { asked, spoken } from '#connectors/_contract/oauth-protocol.ts'
import { proofsBy } from '#connectors/_contract/proof-key.ts'
import { grantedOf } from '../account.ts'
import { authorityAt } from './authority.ts'
import { asKnown } from './client.ts'
import { type Grant, grantIn } from './grant.ts'

/**
 * New access for the old; the token it is asked by is good once. The server takes the whole connection back when it
 * comes twice (PDS 0.5.35), so the desk lets one worker ask at a time.
 */
export async function renew(tools: Tools, account: Account): Promise<Outcome<Grant>> {
  const { issuer, clientId, signedBy, refreshToken, proofKey } = grantedOf(account)
  const who = await asKnown(tools, clientId, signedBy)
  if (!who.ok) return who
  const authority = await authorityAt(tools, issuer)
  if (!authority.ok) return failed(inTrouble(authority.failure))
  const { client, auth } = who.value
  const DPoP = await proofsBy(tools, proofKey)
  const options = { DPoP, ...asked(tools, issuer) }
  const token = await spoken(
    tools,
    issuer,
    async () =>
      processRefreshTokenResponse(
        authority.value,
        client,
        await refreshTokenGrantRequest(authority.value, client, auth, refreshToken, options),
      ),
    (code, detail) => (gone.has(code) ? { kind: 'auth', detail } : { kind: 'transient', detail }),
  )
  return token.ok ? grantIn(tools, token.value, account.remoteId) : token
}

/** What ends access for good (RFC 6749, 5.2); everything else may pass, a wrong clock too. */
const gone = new Set(['invalid_grant', 'invalid_client', 'unauthorized_client'])

/** A server that describes itself badly today gave access yesterday: it is in trouble, not against us. */
const inTrouble = (failure: Failure): Failure =>
  failure.kind === 'rejected' ? { kind: 'transient', detail: failure.detail } : failure

/** Gives access back. What the server no longer knows is given back already. */
export async function giveBack(tools: Tools, account: Account): Promise<Outcome<null>> {
  const { issuer, clientId, signedBy, refreshToken, proofKey } = grantedOf(account)
  const who = await asKnown(tools, clientId, signedBy)
  if (!who.ok) return done(null)
  const authority = await authorityAt(tools, issuer)
  if (!authority.ok) return failed(inTrouble(authority.failure))
  const { client, auth } = who.value
  const { revocation_endpoint: endpoint } = authority.value
  if (!endpoint) return done(null)
  const DPoP = await proofsBy(tools, proofKey)
  // The library signs no proof for a revocation, and the server wants one (PDS 0.5.35). A pushed request is the same
  // form, sent with one: it is sent to where access is given back.
  const there = { ...authority.value, pushed_authorization_request_endpoint: endpoint }
  const token = { token: refreshToken, token_type_hint: 'refresh_token' }
  const options = { DPoP, ...asked(tools, issuer) }
  const answer = await spoken(tools, issuer, async () =>
    processRevocationResponse(
      await pushedAuthorizationRequest(there, client, auth, token, options),
    ),
  )
  // A refusal means that there is nothing to give back.
  return answer.ok || answer.failure.kind === 'rejected' ? done(null) : failed(answer.failure)
}
