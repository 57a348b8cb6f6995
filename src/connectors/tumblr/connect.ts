import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { blogIn, secretsOf } from './account.ts'
import { appOf, askToken, callAs } from './api.ts'
import { manifest } from './manifest.ts'

export const connect: Connect = {
  begin,
  finish,
  refresh,
  check: (tools, account) => describe(tools, account),
  canRenew: (account) => secretsOf(account).refreshToken !== '',
}

const memoSchema = z.object({ blog: z.string(), state: z.string() })

async function begin(
  tools: Tools,
  fields: Record<string, string>,
  redirectUri: string,
  state: string,
): Promise<Outcome<{ url: string; memo: Record<string, unknown> }>> {
  const blog = blogIn(fields['blog'] ?? '')
  if (!blog) return rejected('blog', noName)
  const url = new URL('https://www.tumblr.com/oauth2/authorize')
  url.search = new URLSearchParams({
    client_id: appOf(tools).consumerKey,
    response_type: 'code',
    scope: (manifest.connect.app?.scopes ?? []).map(({ name }) => name).join(' '),
    state,
    redirect_uri: redirectUri,
  }).toString()
  return done({ url: url.href, memo: { blog, state } })
}

/** One blog for each visit: a token that renews the access is used once, and two accounts cannot share it. */
async function finish(
  tools: Tools,
  callback: URLSearchParams,
  redirectUri: string,
  memo: Record<string, unknown>,
): Promise<Outcome<Connected>> {
  const { blog, state } = memoSchema.parse(memo)
  const code = callback.get('code')
  if (!code || callback.get('state') !== state) {
    return notAllowed(callback.get('error') ?? 'no code came back, or another state')
  }
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
  const tokens = await askToken(tools, form)
  if (!tokens.ok) return isRefusal(tokens.failure) ? notAllowed(tokens.failure.detail) : tokens
  const { access_token, refresh_token, expires_in } = tokens.value
  const secrets = { accessToken: access_token, refreshToken: refresh_token }
  const described = await describe(tools, { remoteId: '', handle: blog, settings: {}, secrets })
  if (!described.ok) return described
  return done({ ...described.value, expiresAt: endOf(tools, expires_in) })
}

async function refresh(tools: Tools, account: Account) {
  const { refreshToken } = secretsOf(account)
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const tokens = await askToken(tools, form)
  if (!tokens.ok) {
    const { kind, detail } = tokens.failure
    return kind === 'rejected' ? failed({ kind: 'auth', detail }) : tokens
  }
  const { access_token, refresh_token, expires_in } = tokens.value
  return done({
    secrets: { accessToken: access_token, refreshToken: refresh_token },
    expiresAt: endOf(tools, expires_in),
  })
}

const isRefusal = ({ kind }: Failure) => kind === 'auth' || kind === 'rejected'

const endOf = (tools: Tools, seconds: number) =>
  new Date(tools.clock.now().getTime() + seconds * 1000)

const userSchema = z.object({
  user: z.object({
    blogs: z.array(
      z.object({
        uuid: z.string(),
        name: z.string(),
        title: z.string().default(''),
        url: z.string(),
        followers: z.number().optional(),
      }),
    ),
  }),
})

/** The person's blogs; the account's own is known by its number, and at first by its name. */
export async function readBlog(tools: Tools, account: Account) {
  const user = await callAs(tools, account, { path: '/v2/user/info' }, userSchema)
  if (!user.ok) return user
  const { blogs } = user.value.user
  const { remoteId, handle } = account
  const blog = blogs.find(({ uuid, name }) => (remoteId ? uuid === remoteId : name === handle))
  return blog ? done(blog) : rejected('blog', notTheirs(blogs.map(({ name }) => name)))
}

async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const blog = await readBlog(tools, account)
  if (!blog.ok) return blog
  const { uuid, name, title, url } = blog.value
  return done({
    account: { ...account, remoteId: uuid, handle: name },
    displayName: title || name,
    avatarUrl: `https://api.tumblr.com/v2/blog/${name}/avatar/128`,
    profileUrl: url,
  })
}

const notAllowed = (detail: string) =>
  failed({
    kind: 'rejected',
    reason: {
      en: 'Tumblr did not give access to Vigie. Begin again, and press “Allow” on its page.',
      fr: 'Tumblr n’a pas donné accès à Vigie. Recommencez, et cliquez sur « Allow » sur sa page.',
    },
    detail,
  })

const noName = {
  en: 'Write the name of the blog, as in name.tumblr.com.',
  fr: 'Écrivez le nom du blog, comme dans nom.tumblr.com.',
}

const notTheirs = (names: string[]) => ({
  en: `This person does not write on that blog. They write on: ${names.join(', ')}.`,
  fr: `Cette personne n’écrit pas sur ce blog. Elle écrit sur : ${names.join(', ')}.`,
})
