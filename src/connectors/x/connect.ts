import { z } from 'zod'
import { codeGrant } from '#connectors/_contract/code-grant.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { s256 } from '#connectors/_contract/oauth2.ts'
import { call, network } from './api.ts'
import { userSchema } from './post.ts'

/** What we do and nothing more (docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code, read 2026-11-25). */
const scopes = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access']

export const connect: Connect = {
  ...codeGrant({
    network,
    tokenUrl: 'https://api.x.com/2/oauth2/token',
    app: { id: 'clientId', secret: 'clientSecret', in: 'header' },
    page: 'https://x.com/i/oauth2/authorize',
    scope: scopes.join(' '),
    challenge: s256,
    whose: (tools, secrets) => check(tools, { remoteId: '', handle: '', settings: {}, secrets }),
    // Both, so that the app has no key left to the account.
    revoke: {
      url: 'https://api.x.com/2/oauth2/revoke',
      tokens: ['refreshToken', 'accessToken'],
      keysIn: 'header',
    },
  }),
  check,
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const query = { 'user.fields': 'name,username,profile_image_url,subscription_type' }
  const answer = await call(tools, account, { path: '/2/users/me', query }, meSchema)
  if (!answer.ok) return answer
  const { id, name, username, profile_image_url: avatarUrl, subscription_type } = answer.value.data
  const isPremium = (subscription_type ?? '').startsWith('Premium')
  return done({
    account: { ...account, remoteId: id, handle: username, settings: { isPremium } },
    displayName: name,
    ...(avatarUrl ? { avatarUrl } : {}),
    profileUrl: `https://x.com/${username}`,
  })
}

export const meSchema = z.object({ data: userSchema })
