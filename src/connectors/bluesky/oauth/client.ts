import { isIP } from 'node:net'
import { type Client, type ClientAuth, None, PrivateKeyJwt } from 'oauth4webapi'
import { documentUriAt, type DocumentPlace, type Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { network } from '../xrpc.ts'
import { declared } from './scopes.ts'

/** Who asks, as an authorization server knows it. */
export interface WhoAsks {
  client: Client
  auth: ClientAuth
  /** The key it signs by; none where the server cannot come to read which. */
  signedBy?: string
}

export const DOCUMENT = 'client.json'

/**
 * What authorization servers come to read (atproto.com/specs/oauth, "Clients", read 2026-11-26). A desk that signs gives
 * access that lasts two years instead of two weeks.
 */
export const clientDocument = ({ uri, origin, redirectUri, keys }: DocumentPlace) => ({
  client_id: uri,
  client_name: 'Vigie',
  client_uri: origin,
  redirect_uris: [redirectUri],
  scope: declared,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  application_type: 'web',
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
  dpop_bound_access_tokens: true,
  jwks: { keys },
})

/** @param redirectUri where people come back to, on this very desk */
export async function whoAsks(tools: Tools, redirectUri: string): Promise<Outcome<WhoAsks>> {
  const { origin, protocol, hostname } = new URL(redirectUri)
  if (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === '[::1]')) {
    return done({ client: { client_id: loopbackId(redirectUri) }, auth: None() })
  }
  if (hostname === 'localhost') return rejected('handle', notByThatName(redirectUri))
  const [signer] = (await tools.signers?.()) ?? []
  if (protocol !== 'https:' || !isPublicName(hostname) || !signer) {
    return rejected('handle', notFound(origin))
  }
  return asKnown(tools, documentUriAt(origin, 'bluesky', DOCUMENT), signer.kid)
}

/** The same again later, by what was kept of it. @returns `auth` when the desk no longer has the key */
export async function asKnown(
  tools: Tools,
  clientId: string,
  signedBy: string | undefined,
): Promise<Outcome<WhoAsks>> {
  const client = { client_id: clientId }
  if (!signedBy) return done({ client, auth: None() })
  const signer = (await tools.signers?.())?.find(({ kid }) => kid === signedBy)
  if (!signer) return failed(keyGone)
  const auth = PrivateKeyJwt({ key: signer.privateKey, kid: signer.kid })
  return done({ client, auth, signedBy })
}

const keyGone: Failure = {
  kind: 'auth',
  detail: 'the key by which this desk signed is gone: its secret key was changed',
}

/**
 * A desk that only its own machine reaches is known by no document; what it would say is in its name. The server then
 * takes access back after two weeks at most.
 */
function loopbackId(redirectUri: string): string {
  const told = new URLSearchParams({ redirect_uri: redirectUri, scope: declared })
  return `http://localhost?${told.toString()}`
}

/** Names that are known in one house only (RFC 6761, RFC 6762). */
const privateName = /(^|\.)(localhost|local|internal|lan|home)$/

function isPublicName(hostname: string): boolean {
  const isAddress = hostname.startsWith('[') || isIP(hostname) !== 0
  return !isAddress && hostname.includes('.') && !privateName.test(hostname)
}

const notFound = (origin: string) => ({
  en: `${network} comes to read who asks, and cannot reach ${origin}: give Vigie a public address in https (VIGIE_PUBLIC_URL), or connect with an app password.`,
  fr: `${network} vient lire qui demande l’accès, et ne peut pas joindre ${origin} : donnez à Vigie une adresse publique en https (VIGIE_PUBLIC_URL), ou connectez le compte avec un mot de passe d’application.`,
})

function notByThatName(redirectUri: string) {
  const url = new URL(redirectUri)
  url.hostname = '127.0.0.1'
  const { origin } = url
  return {
    en: `${network} sends nobody back to “localhost”: open Vigie at ${origin}, sign in there, and connect from there; or connect with an app password.`,
    fr: `${network} ne renvoie personne vers « localhost » : ouvrez Vigie à l’adresse ${origin}, identifiez-vous, et connectez le compte depuis là ; ou connectez-le avec un mot de passe d’application.`,
  }
}
