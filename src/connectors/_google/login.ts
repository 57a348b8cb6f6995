import { type CodeGrant, codeGrant } from '#connectors/_contract/code-grant.ts'
import { s256 } from '#connectors/_contract/oauth2.ts'
import { rejected } from '#connectors/_contract/refusals.ts'

/**
 * The visit to Google (developers.google.com/identity/protocols/oauth2/web-server, read 2026-11-25). Without `offline`
 * and `consent`, Google gives nothing to renew the access with; it keeps the refresh token it gave first.
 */
export const googleLogin = (network: string, scope: string, whose: CodeGrant['whose']) =>
  codeGrant({
    network,
    tokenUrl: 'https://oauth2.googleapis.com/token',
    app: { id: 'clientId', secret: 'clientSecret', in: 'form' },
    page: 'https://accounts.google.com/o/oauth2/v2/auth',
    scope,
    more: { access_type: 'offline', prompt: 'consent' },
    challenge: s256,
    async whose(tools, secrets, said, given) {
      const isTicked = given.length === 0 || given.includes(scope)
      return isTicked ? whose(tools, secrets, said, given) : rejected('scope', notTicked(network))
    },
    revoke: {
      url: 'https://oauth2.googleapis.com/revoke',
      tokens: ['refreshToken', 'accessToken'],
      keysIn: 'nowhere',
    },
  })

const notTicked = (network: string) => ({
  en: `On Google’s page, what Vigie asks for was not ticked. Connect ${network} again and tick it.`,
  fr: `Sur la page de Google, ce que demande Vigie n’a pas été coché. Reconnectez ${network} en le cochant.`,
})
