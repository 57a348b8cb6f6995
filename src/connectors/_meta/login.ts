import { z } from 'zod'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { pageOf, olderOf } from './find-sent.ts'
import { callGraph, type Graph, version } from './graph.ts'

export const facebookBase = `https://graph.facebook.com/${version}`

const appSchema = z.object({
  appId: z.string(),
  appSecret: z.string(),
  configurationId: z.string().default(''),
})

/** The keys of the company's app, as `registeredApp` asks for them. */
export const appOf = ({ app }: Pick<Tools, 'app'>) => appSchema.parse(app)

interface Visit {
  redirectUri: string
  state: string
  /** Asked for by name when the app has no configuration of Facebook Login for Business. */
  scopes: readonly string[]
}

/** Where the person allows the app (documentation/facebook-login/guides/advanced/manual-flow, read 2026-11-25). */
export function loginAddress(tools: Tools, { redirectUri, state, scopes }: Visit): string {
  const { appId, configurationId } = appOf(tools)
  const url = new URL(`https://www.facebook.com/${version}/dialog/oauth`)
  url.search = new URLSearchParams({
    client_id: appId,
    redirect_uri: redirectUri,
    state,
    response_type: 'code',
    // Asks again for what was declined before.
    auth_type: 'rerequest',
    ...(configurationId ? { config_id: configurationId } : { scope: scopes.join(',') }),
  }).toString()
  return url.href
}

const tokenSchema = z.object({ access_token: z.string() })

/** Trades the code of a visit for a user token of about sixty days; page tokens made from it do not end. */
export async function longLivedToken(
  tools: Tools,
  network: string,
  callback: URLSearchParams,
  { redirectUri, state }: Pick<Visit, 'redirectUri' | 'state'>,
): Promise<Outcome<string>> {
  const code = callback.get('code')
  if (!code || callback.get('state') !== state) {
    const detail = callback.get('error') ?? 'Facebook brought back no code, or another state'
    return failed({ kind: 'rejected', reason: notAllowed(network), detail })
  }
  const { appId, appSecret } = appOf(tools)
  const keys = { client_id: appId, client_secret: appSecret }
  const ask = (query: Record<string, string>) =>
    callGraph(
      tools,
      { network, base: facebookBase },
      { path: '/oauth/access_token', query: { ...keys, ...query } },
      tokenSchema,
    )
  const short = await ask({ redirect_uri: redirectUri, code })
  if (!short.ok) return refusedCode(network, short.failure)
  const long = await ask({
    grant_type: 'fb_exchange_token',
    fb_exchange_token: short.value.access_token,
  })
  return long.ok ? done(long.value.access_token) : refusedCode(network, long.failure)
}

/** A code that is wrong, used or too old, or keys of another app: a new visit, or the keys to look at. */
function refusedCode(network: string, failure: Failure): Outcome<never> {
  if (failure.kind !== 'auth' && failure.kind !== 'rejected') return failed(failure)
  return failed({ kind: 'rejected', reason: notAllowed(network), detail: failure.detail })
}

/** Every page that the person may work for, with what `fields` names of each. */
export async function pagesOf<T>(
  tools: Tools,
  network: string,
  token: string,
  { fields, item }: { fields: string; item: z.ZodType<T> },
): Promise<Outcome<T[]>> {
  const graph: Graph = { network, base: facebookBase, token, appSecret: appOf(tools).appSecret }
  const pages: T[] = []
  let after: string | undefined
  do {
    const query = { fields, limit: '100', after }
    const answer = await callGraph(tools, graph, { path: '/me/accounts', query }, pageOf(item))
    if (!answer.ok) return answer
    pages.push(...answer.value.data)
    const older = olderOf(answer.value)
    after = older === after ? undefined : older
  } while (after !== undefined)
  return done(pages)
}

const notAllowed = (network: string) => ({
  en: `Facebook did not give Vigie access to ${network}. Begin again, allow it on Facebook’s page, and check the keys of your app if it goes on.`,
  fr: `Facebook n’a pas donné à Vigie l’accès à ${network}. Recommencez, autorisez-la sur la page de Facebook, et vérifiez les clés de votre app si cela continue.`,
})
