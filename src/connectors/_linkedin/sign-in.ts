import { type CodeGrant, codeGrant } from '#connectors/_contract/code-grant.ts'
import type { Connect } from '#connectors/_contract/connector.ts'
import { oauthRefusal } from '#connectors/_contract/oauth-refusals.ts'
import { network } from './api.ts'

/**
 * Sends a person to LinkedIn to allow these scopes. Something to renew with is given to approved partners alone; it
 * lasts a year from the first visit, and does not change when it is used.
 */
export const signIn = (scopes: string[], whose: CodeGrant['whose']) => ({
  ...codeGrant({
    network,
    tokenUrl: 'https://www.linkedin.com/oauth/v2/accessToken',
    app: { id: 'clientId', secret: 'clientSecret', in: 'form' },
    page: 'https://www.linkedin.com/oauth/v2/authorization',
    scope: scopes.join(' '),
    whose,
  }),
  explain,
})

/** LinkedIn's own codes (authorization-code-flow, read 2026-11-25), by the usual ones that mean the same. */
const meanings: Record<string, string> = {
  user_cancelled_login: 'login_required',
  user_cancelled_authorize: 'access_denied',
  unauthorized_scope_error: 'invalid_scope',
}

/** Why LinkedIn sent the person back without access. */
function explain(...[callback, redirectUri]: Parameters<NonNullable<Connect['explain']>>) {
  const code = meanings[callback.get('error') ?? '']
  return code ? oauthRefusal(network, code, redirectUri) : null
}
