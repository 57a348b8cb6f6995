import type { TokenEndpointResponse } from 'oauth4webapi'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { endOf } from '#connectors/_contract/oauth2.ts'

/** Access as an authorization server gives it. */
export interface Grant {
  accessToken: string
  refreshToken: string
  scope: string
  expiresAt?: Date
}

/**
 * What a server gave, if it is what this network must give (atproto.com/specs/oauth, read 2026-11-26): bound to our
 * key, for the account that was meant, to be renewed.
 * @returns `auth` when it is not: it is not used then, not even once
 */
export function grantIn(
  tools: Pick<Tools, 'clock'>,
  token: TokenEndpointResponse,
  did: string,
): Outcome<Grant> {
  const { access_token: accessToken, refresh_token: refreshToken, scope = '' } = token
  if (token.token_type !== 'dpop') return wrong('the access is not bound to our key')
  if (token['sub'] !== did) return wrong('the access is for another account')
  if (!refreshToken) return wrong('the access cannot be renewed')
  if (!scope.split(' ').includes('atproto')) return wrong('the access is for something else')
  const expiresAt = endOf(tools, token.expires_in)
  return done({ accessToken, refreshToken, scope, ...(expiresAt ? { expiresAt } : {}) })
}

const wrong = (detail: string) => failed({ kind: 'auth', detail })

/** As they are kept, encrypted; those of an app password that may have been there are emptied. */
export const secretsIn = ({ accessToken, refreshToken }: Grant, proofKey: string) => ({
  accessToken,
  refreshToken,
  proofKey,
  accessJwt: '',
  refreshJwt: '',
})
