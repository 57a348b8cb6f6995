import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { secretsOf, subredditIn, subredditOf } from './account.ts'
import { appOf, askToken, callAs } from './api.ts'
import { manifest } from './manifest.ts'

export const connect: Connect = {
  begin,
  finish,
  refresh,
  check: (tools, account) => describe(tools, account),
  canRenew: (account) => secretsOf(account).refreshToken !== '',
  async revoke(tools, account) {
    const form = { token: secretsOf(account).refreshToken, token_type_hint: 'refresh_token' }
    const answer = await askToken(tools, 'revoke_token', form)
    return answer.ok ? done(null) : answer
  },
}

const memoSchema = z.object({ subreddit: z.string(), state: z.string() })

async function begin(
  tools: Tools,
  fields: Record<string, string>,
  redirectUri: string,
  state: string,
): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>> {
  const subreddit = subredditIn(fields['subreddit'] ?? '')
  if (!subreddit) return rejected('subreddit', noName)
  const url = new URL('https://www.reddit.com/api/v1/authorize')
  url.search = new URLSearchParams({
    client_id: appOf(tools).clientId,
    response_type: 'code',
    state,
    redirect_uri: redirectUri,
    // With a token that renews the access.
    duration: 'permanent',
    scope: (manifest.connect.app?.scopes ?? []).map(({ name }) => name).join(' '),
  }).toString()
  return done({ url: url.href, memo: { subreddit, state } })
}

async function finish(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Connected>> {
  const { subreddit, state } = memoSchema.parse(memo)
  const code = callback.get('code')
  if (!code || callback.get('state') !== state) {
    return notAllowed(callback.get('error') ?? 'no code came back, or another state')
  }
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
  const tokens = await askToken(tools, 'access_token', form)
  if (!tokens.ok) return isRefusal(tokens.failure) ? notAllowed(tokens.failure.detail) : tokens
  const { access_token, refresh_token, error } = tokens.value
  if (!access_token || !refresh_token) return notAllowed(String(error))
  const secrets = { accessToken: access_token, refreshToken: refresh_token }
  const settings = { subreddit }
  const described = await describe(tools, { remoteId: '', handle: '', settings, secrets })
  if (!described.ok) return described
  return done({ ...described.value, expiresAt: endOf(tools, tokens.value.expires_in) })
}

async function refresh(tools: Tools, account: Account) {
  const { refreshToken } = secretsOf(account)
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const tokens = await askToken(tools, 'access_token', form)
  if (!tokens.ok) return isRefusal(tokens.failure) ? gone(tokens.failure.detail) : tokens
  const { access_token, refresh_token = refreshToken, expires_in, error } = tokens.value
  if (!access_token) return gone(String(error))
  return done({
    secrets: { accessToken: access_token, refreshToken: refresh_token },
    expiresAt: endOf(tools, expires_in),
  })
}

const isRefusal = ({ kind }: Failure) => kind === 'auth' || kind === 'rejected'

const gone = (detail: string) => failed({ kind: 'auth', detail })

/** An hour, where it is not said. */
const endOf = (tools: Tools, seconds = 3600) =>
  new Date(tools.clock.now().getTime() + seconds * 1000)

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

const notAllowed = (detail: string) =>
  failed({
    kind: 'rejected',
    reason: {
      en: 'Reddit did not give access to Vigie. Begin again, and press “Allow” on its page.',
      fr: 'Reddit n’a pas donné accès à Vigie. Recommencez, et cliquez sur « Allow » sur sa page.',
    },
    detail,
  })

const noName = {
  en: 'Write the name of the community, like r/menuiserie.',
  fr: 'Écrivez le nom de la communauté, comme r/menuiserie.',
}

const noCommunity = {
  en: 'Reddit shows no such community to this account: it does not exist, or is private.',
  fr: 'Reddit ne montre pas cette communauté à ce compte : elle n’existe pas, ou elle est privée.',
}
