import { createHash } from 'node:crypto'
import { codeGrant } from '#connectors/_contract/code-grant.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { type Settings, settingsOf } from './account.ts'
import { network } from './api.ts'
import { scopes } from './app.ts'
import { examine } from './examine.ts'
import { profileOf } from './profile.ts'

export const connect: Connect = {
  ...codeGrant({
    network,
    tokenUrl: 'https://open.tiktokapis.com/v2/oauth/token/',
    app: { id: 'clientKey', secret: 'clientSecret', in: 'form', idName: 'client_key' },
    page: 'https://www.tiktok.com/v2/auth/authorize/',
    scope: scopes.map(({ name }) => name).join(','),
    challenge,
    whose,
    revoke: {
      url: 'https://open.tiktokapis.com/v2/oauth/revoke/',
      tokens: ['accessToken'],
      keysIn: 'form',
    },
  }),
  check,
  examine,
}

/**
 * Login Kit for the web takes an address in https and knows no PKCE; an address of this very machine is what Login Kit
 * for desktop takes, which wants it, with the challenge in hexadecimal (login-kit-web, login-kit-desktop, read
 * 2026-11-25).
 */
function challenge(verifier: string, redirectUri: string): string | null {
  const isDesktop = ['localhost', '127.0.0.1'].includes(new URL(redirectUri).hostname)
  return isDesktop ? createHash('sha256').update(verifier).digest('hex') : null
}

async function whose(
  tools: Tools,
  secrets: Account['secrets'],
  _said: unknown,
  given: string[],
): Promise<Outcome<Connected>> {
  if (given.length > 0 && !given.includes('video.publish')) return rejected('scope', notTicked)
  const settings: Settings = { audited: false, scopes: given, creator: null }
  return check(tools, { remoteId: '', handle: '', settings, secrets })
}

/** Who the token belongs to, and what the account may do today. */
async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const known = settingsOf(account)
  const profile = await profileOf(tools, account)
  if (!profile.ok) return profile
  const { remoteId, handle, displayName, avatarUrl, profileUrl, creator } = profile.value
  const audited = tools.app?.['audited'] === 'yes'
  const settings: Settings = { ...known, audited, creator: creator ?? known.creator }
  return done({
    account: { ...account, remoteId, handle, settings },
    displayName,
    ...(avatarUrl ? { avatarUrl } : {}),
    profileUrl,
  })
}

const notTicked = {
  en: 'On TikTok’s page, the right to post was not left ticked. Connect the account again and leave everything ticked.',
  fr: 'Sur la page de TikTok, le droit de publier n’est pas resté coché. Reconnectez le compte en laissant tout coché.',
}
