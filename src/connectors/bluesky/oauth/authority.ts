import {
  type AuthorizationServer,
  discoveryRequest,
  processDiscoveryResponse,
  processResourceDiscoveryResponse,
  resourceDiscoveryRequest,
} from 'oauth4webapi'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { asked, spoken } from '#connectors/_contract/oauth-protocol.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { network } from '../xrpc.ts'

/**
 * Who gives access to the accounts of a server: itself, or another that it names (RFC 9728).
 * @returns `rejected` when it offers no such way
 */
export async function authorityOf(
  tools: Tools,
  server: string,
): Promise<Outcome<AuthorizationServer>> {
  const home = new URL(server)
  const resource = await spoken(tools, server, async () =>
    processResourceDiscoveryResponse(
      home,
      await resourceDiscoveryRequest(home, asked(tools, home)),
    ),
  )
  if (!resource.ok) return failed(notOffered(resource.failure))
  const [issuer, ...others] = resource.value.authorization_servers ?? []
  // An origin and nothing more: anything else is another server's affair.
  if (!issuer || others.length > 0 || serverAddress(issuer) !== issuer) {
    return failed(noWay(`the server names ${issuer ?? 'nobody'} to give access`))
  }
  return authorityAt(tools, issuer)
}

/** What an authorization server says of itself (RFC 8414), if it is all that this network asks of one. */
export async function authorityAt(
  tools: Tools,
  issuer: string,
): Promise<Outcome<AuthorizationServer>> {
  const at = new URL(issuer)
  const told = await spoken(tools, issuer, async () =>
    processDiscoveryResponse(
      at,
      await discoveryRequest(at, { algorithm: 'oauth2', ...asked(tools, at) }),
    ),
  )
  if (!told.ok) return failed(notOffered(told.failure))
  const missing = missingIn(told.value)
  return missing ? failed(noWay(`the authorization server has no ${missing}`)) : done(told.value)
}

/** What atproto.com/specs/oauth, "Authorization Servers", asks of all (read 2026-11-26) and we rely on. */
function missingIn(server: AuthorizationServer): string | undefined {
  const needs: [string, boolean | undefined][] = [
    ['pushed requests', Boolean(server.pushed_authorization_request_endpoint)],
    ['token endpoint', Boolean(server.token_endpoint)],
    ['S256', server.code_challenge_methods_supported?.includes('S256')],
    ['ES256 proofs', server.dpop_signing_alg_values_supported?.includes('ES256')],
    ['iss', server.authorization_response_iss_parameter_supported],
    ['client documents', server['client_id_metadata_document_supported'] === true],
    ['atproto scope', server.scopes_supported?.includes('atproto')],
  ]
  return needs.find(([, has]) => !has)?.[0]
}

const notOffered = (failure: Failure): Failure =>
  failure.kind === 'rejected' ? noWay(failure.detail) : failure

const noWay = (detail: string): Failure => ({
  kind: 'rejected',
  field: 'handle',
  reason: {
    en: 'The server of this account gives no access by a page of its own. Connect with an app password.',
    fr: 'Le serveur de ce compte ne donne pas accès par une page à lui. Connectez le compte avec un mot de passe d’application.',
  },
  detail: `${network}: ${detail}`,
})
