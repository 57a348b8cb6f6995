import {
  type AuthorizationServer,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  processAuthorizationCodeResponse,
  processPushedAuthorizationResponse,
  pushedAuthorizationRequest,
  validateAuthResponse,
} from 'oauth4webapi'
import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { asked, spoken } from '#connectors/_contract/oauth-protocol.ts'
import { newProofKey, proofsBy } from '#connectors/_contract/proof-key.ts'
import { notAllowed } from '#connectors/_contract/oauth2.ts'
import { notAnAddress, rejected } from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { network } from '../xrpc.ts'
import { authorityAt, authorityOf } from './authority.ts'
import { asKnown, type WhoAsks, whoAsks } from './client.ts'
import { identify } from './identity.ts'
import { broad, narrow } from './scopes.ts'
import { grantIn, secretsIn } from './grant.ts'

const memoSchema = z.object({
  did: z.string(),
  handle: z.string(),
  server: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  signedBy: z.string().optional(),
  state: z.string(),
  verifier: z.string(),
  proofKey: z.string(),
})

/** Finds who gives access to an account, tells them what we will ask, and says where to send the person. */
export async function begin(
  tools: Tools,
  fields: Record<string, string>,
  redirectUri: string,
  state: string,
): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>> {
  const who = await whoAsks(tools, redirectUri)
  if (!who.ok) return who
  const typed = fields['server']?.trim()
  const told = typed ? serverAddress(typed) : null
  if (typed && !told) return rejected('server', notAnAddress(typed))
  const identity = await identify(tools, fields['handle'] ?? '', told)
  if (!identity.ok) return identity
  const authority = await authorityOf(tools, identity.value.server)
  if (!authority.ok) return authority
  const { did, handle, server } = identity.value
  const verifier = generateRandomCodeVerifier()
  const proofKey = await newProofKey()
  const request = { handle, state, redirectUri, verifier, proofKey }
  const pushed = await push(tools, authority.value, who.value, request)
  if (!pushed.ok) return pushed
  const url = URL.parse(authority.value.authorization_endpoint ?? '')
  if (!url || url.origin !== authority.value.issuer) return failed(badPage)
  const clientId = who.value.client.client_id
  url.searchParams.set('client_id', clientId)
  url.searchParams.set('request_uri', pushed.value)
  const { issuer } = authority.value
  const { signedBy } = who.value
  const memo = { did, handle, server, issuer, clientId, signedBy, state, verifier, proofKey }
  return done({ url: url.href, memo })
}

interface Pushed {
  handle: string
  state: string
  redirectUri: string
  verifier: string
  proofKey: string
}

/** Tells the server beforehand what will be asked (RFC 9126): narrow rights, or broad where it knows no others. */
async function push(
  tools: Tools,
  server: AuthorizationServer,
  who: WhoAsks,
  { handle, state, redirectUri, verifier, proofKey }: Pushed,
): Promise<Outcome<string>> {
  const DPoP = await proofsBy(tools, proofKey)
  const parameters = {
    response_type: 'code',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    redirect_uri: redirectUri,
    login_hint: handle,
  }
  const told = (scope: string) =>
    spoken(
      tools,
      server.issuer,
      async () =>
        processPushedAuthorizationResponse(
          server,
          who.client,
          await pushedAuthorizationRequest(
            server,
            who.client,
            who.auth,
            { ...parameters, scope },
            { DPoP, ...asked(tools, server.issuer) },
          ),
        ),
      (code, detail) => notTaken(code, detail),
    )
  const first = await told(narrow)
  const isTooNarrow = !first.ok && /\binvalid_scope\b/.test(first.failure.detail)
  const pushed = isTooNarrow ? await told(broad) : first
  return pushed.ok ? done(pushed.value.request_uri) : pushed
}

/** Back from the network: the answer must be to our question, from whom was asked, about whom was meant. */
export async function finish(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<{ account: Account; expiresAt?: Date }>> {
  const { did, handle, server, issuer, clientId, signedBy, state, verifier, proofKey } =
    memoSchema.parse(memo)
  const who = await asKnown(tools, clientId, signedBy)
  if (!who.ok) return failed(refused(who.failure.detail))
  const authority = await authorityAt(tools, issuer)
  if (!authority.ok) return authority
  const { client, auth } = who.value
  const DPoP = await proofsBy(tools, proofKey)
  const token = await spoken(
    tools,
    issuer,
    async () => {
      const answer = validateAuthResponse(authority.value, client, callback, state)
      const options = { DPoP, ...asked(tools, issuer) }
      return processAuthorizationCodeResponse(
        authority.value,
        client,
        await authorizationCodeGrantRequest(
          authority.value,
          client,
          auth,
          answer,
          redirectUri,
          verifier,
          options,
        ),
      )
    },
    notTaken,
  )
  // Whatever is wrong with the answer, only another visit helps.
  if (!token.ok)
    return token.failure.kind === 'rejected' ? failed(refused(token.failure.detail)) : token
  const grant = grantIn(tools, token.value, did)
  if (!grant.ok)
    return failed(grant.failure.kind === 'auth' ? refused(grant.failure.detail) : grant.failure)
  const { scope, expiresAt } = grant.value
  const signed = signedBy ? { signedBy } : {}
  const settings = { access: 'granted', server, issuer, clientId, ...signed, scope }
  const secrets = secretsIn(grant.value, proofKey)
  const account = { remoteId: did, handle, settings, secrets }
  return done({ account, ...(expiresAt ? { expiresAt } : {}) })
}

function notTaken(code: string, detail: string): Failure | null {
  // A wrong clock, or a nonce that is refused twice: not a refusal of this account.
  if (code === 'use_dpop_nonce' || code === 'invalid_dpop_proof')
    return { kind: 'transient', detail }
  if (code === 'invalid_client' || code === 'invalid_client_metadata') {
    return { kind: 'rejected', field: 'handle', reason: notRead, detail }
  }
  return null
}

const refused = (detail: string): Failure => ({
  kind: 'rejected',
  reason: notAllowed(network),
  detail,
})

const badPage: Failure = {
  kind: 'rejected',
  field: 'handle',
  reason: notAllowed(network),
  detail: 'the page where access is given is not on the server that gives it',
}

const notRead = {
  en: `${network} could not read at this desk’s public address who asks. Check that https://…/health answers from outside, or connect with an app password.`,
  fr: `${network} n’a pas pu lire à l’adresse publique de ce poste qui demande l’accès. Vérifiez que https://…/health répond de l’extérieur, ou connectez le compte avec un mot de passe d’application.`,
}
