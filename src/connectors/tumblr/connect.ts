import { z } from 'zod'
import { codeGrant } from '#connectors/_contract/code-grant.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { blogIn } from './account.ts'
import { callAs, network } from './api.ts'
import { manifest } from './manifest.ts'

/** One blog for each visit: a token that renews the access is used once, and two accounts cannot share it. */
export const connect: Connect = {
  ...codeGrant({
    network,
    // www.tumblr.com/docs/en/api/v2#oauth2-authorization
    tokenUrl: 'https://api.tumblr.com/v2/oauth2/token',
    app: { id: 'consumerKey', secret: 'secretKey', in: 'form' },
    page: 'https://www.tumblr.com/oauth2/authorize',
    scope: (manifest.connect.app?.scopes ?? []).map(({ name }) => name).join(' '),
    remember(fields) {
      const blog = blogIn(fields['blog'] ?? '')
      return blog ? done({ blog }) : rejected('blog', noName)
    },
    whose: (tools, secrets, { blog = '' }) =>
      describe(tools, { remoteId: '', handle: blog, settings: {}, secrets }),
  }),
  check: (tools, account) => describe(tools, account),
}

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

const noName = {
  en: 'Write the name of the blog, as in name.tumblr.com.',
  fr: 'Écrivez le nom du blog, comme dans nom.tumblr.com.',
}

const notTheirs = (names: string[]) => ({
  en: `This person does not write on that blog. They write on: ${names.join(', ')}.`,
  fr: `Cette personne n’écrit pas sur ce blog. Elle écrit sur : ${names.join(', ')}.`,
})
