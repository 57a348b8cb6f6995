import { z } from 'zod'
import { codeGrant } from '#connectors/_contract/code-grant.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { subredditIn, subredditOf } from './account.ts'
import { callAs, network, userAgent } from './api.ts'
import { manifest } from './manifest.ts'

export const connect: Connect = {
  ...codeGrant({
    network,
    tokenUrl: 'https://www.reddit.com/api/v1/access_token',
    app: { id: 'clientId', secret: 'clientSecret', in: 'header', also: ['developer'] },
    headers: (tools) => ({ 'user-agent': userAgent(tools) }),
    page: 'https://www.reddit.com/api/v1/authorize',
    scope: (manifest.connect.app?.scopes ?? []).map(({ name }) => name).join(' '),
    // With a token that renews the access.
    more: { duration: 'permanent' },
    remember(fields) {
      const subreddit = subredditIn(fields['subreddit'] ?? '')
      return subreddit ? done({ subreddit }) : rejected('subreddit', noName)
    },
    whose: (tools, secrets, settings) =>
      describe(tools, { remoteId: '', handle: '', settings, secrets }),
    revoke: {
      url: 'https://www.reddit.com/api/v1/revoke_token',
      tokens: ['refreshToken'],
      keysIn: 'header',
    },
  }),
  check: (tools, account) => describe(tools, account),
}

const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  icon_img: z.string().optional(),
})

/** Who the account is, and whether its community is there. */
async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const me = await callAs(tools, account, { path: '/api/v1/me' }, meSchema)
  if (!me.ok) return me
  const subreddit = subredditOf(account)
  const path = `/r/${subreddit}/about`
  const about = await callAs(tools, account, { path }, z.object({ kind: z.literal('t5') }))
  if (!about.ok && about.failure.kind === 'rejected') return rejected('subreddit', noCommunity)
  if (!about.ok) return about
  const { id, name, icon_img } = me.value
  return done({
    account: { ...account, remoteId: `t2_${id}`, handle: name },
    displayName: `u/${name}`,
    ...(icon_img ? { avatarUrl: icon_img } : {}),
    profileUrl: `https://www.reddit.com/user/${name}`,
  })
}

const noName = {
  en: 'Write the name of the community, like r/menuiserie.',
  fr: 'Écrivez le nom de la communauté, comme r/menuiserie.',
}

const noCommunity = {
  en: 'Reddit shows no such community to this account: it does not exist, or is private.',
  fr: 'Reddit ne montre pas cette communauté à ce compte : elle n’existe pas, ou elle est privée.',
}
