import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { callGraph } from '#connectors/_meta/graph.ts'
import { appOf, callAs, network, tokenBase, tokenOf } from './account.ts'
import { scopes } from './scopes.ts'

/** No `revoke`: Threads has no request for it; the person removes the app in Website permissions. */
export const connect: Connect = {
  async begin(tools, _fields, redirectUri, state) {
    const url = new URL('https://threads.com/oauth/authorize')
    url.search = new URLSearchParams({
      client_id: appOf(tools).appId,
      redirect_uri: redirectUri,
      scope: scopes.map(({ name }) => name).join(','),
      response_type: 'code',
      state,
    }).toString()
    return done({ url: url.href, memo: { state } })
  },
  finish,
  refresh,
  check: (tools, account) => describe(tools, account),
}

const longSchema = z.object({ access_token: z.string(), expires_in: z.number() })

/** Trades the code for a token of an hour, then that one for sixty days (get-started/long-lived-tokens, 2026-11-25). */
async function finish(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Connected>> {
  const { state } = z.object({ state: z.string() }).parse(memo)
  // Threads adds `#_` to the address, and some browsers keep it.
  const code = callback.get('code')?.replace(/#_$/, '')
  if (!code || callback.get('state') !== state) {
    const detail = callback.get('error') ?? 'Threads brought back no code, or another state'
    return failed({ kind: 'rejected', reason: notAllowed, detail })
  }
  const { appId, appSecret } = appOf(tools)
  const form = {
    client_id: appId,
    client_secret: appSecret,
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code,
  }
  const asked = { path: '/oauth/access_token', method: 'POST' as const, form }
  const open = { network, base: tokenBase }
  const short = await callGraph(tools, open, asked, z.object({ access_token: z.string() }))
  if (!short.ok) return refusedCode(short.failure)
  const query = {
    grant_type: 'th_exchange_token',
    client_secret: appSecret,
    access_token: short.value.access_token,
  }
  const long = await callGraph(tools, open, { path: '/access_token', query }, longSchema)
  if (!long.ok) return refusedCode(long.failure)
  const secrets = { accessToken: long.value.access_token }
  const described = await describe(tools, { remoteId: '', handle: '', settings: {}, secrets })
  if (!described.ok) return described
  return done({ ...described.value, expiresAt: endOf(tools, long.value.expires_in) })
}

const endOf = ({ clock }: Tools, seconds: number) =>
  new Date(clock.now().getTime() + seconds * 1000)

/** A code that is wrong, used or too old, or keys of another app: a new visit, or the keys to look at. */
function refusedCode(failure: Failure): Outcome<never> {
  if (failure.kind !== 'auth' && failure.kind !== 'rejected') return failed(failure)
  return failed({ kind: 'rejected', reason: notAllowed, detail: failure.detail })
}

/** Sixty days more, for a token that is a day old at least and has not ended. */
async function refresh(tools: Tools, account: Account) {
  const query = { grant_type: 'th_refresh_token', access_token: tokenOf(account) }
  const call = { path: '/refresh_access_token', query }
  const fresh = await callGraph(tools, { network, base: tokenBase }, call, longSchema)
  if (!fresh.ok) return fresh
  const { access_token: accessToken, expires_in } = fresh.value
  return done({ secrets: { accessToken }, expiresAt: endOf(tools, expires_in) })
}

const profileSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string().optional().catch(undefined),
  threads_profile_picture_url: z.string().optional().catch(undefined),
})

/** Whom the token belongs to. */
async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const fields = 'id,username,name,threads_profile_picture_url'
  const me = await callAs(tools, account, { path: '/me', query: { fields } }, profileSchema)
  if (!me.ok) return me
  const { id, username, name, threads_profile_picture_url: avatarUrl } = me.value
  return done({
    account: { ...account, remoteId: id, handle: username },
    displayName: name || username,
    avatarUrl,
    profileUrl: `https://www.threads.com/@${username}`,
  })
}

const notAllowed = {
  en: 'Threads did not give access to Vigie. Begin again, allow it on the page of Threads, and check the keys of your app if it goes on: Threads has an app ID of its own.',
  fr: 'Threads n’a pas donné accès à Vigie. Recommencez, autorisez-la sur la page de Threads, et vérifiez les clés de votre app si cela continue : Threads a son propre identifiant d’app.',
}
