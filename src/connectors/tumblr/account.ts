import type { Account } from '#connectors/_contract/connector.ts'

export const blogPath = ({ remoteId }: Pick<Account, 'remoteId'>): string =>
  `/v2/blog/${encodeURIComponent(remoteId)}`

/** The name in `name`, `name.tumblr.com`, `www.tumblr.com/name`; null when it is none. */
export function blogIn(typed: string): string | null {
  const bare = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\.tumblr\.com\//, '')
  return /^@?([a-z0-9][a-z0-9-]{0,31})(?:\.tumblr\.com)?\/?$/.exec(bare)?.[1] ?? null
}

export const addressOf = (blog: string, postId: string) =>
  `https://www.tumblr.com/${blog}/${postId}`

/** The post in the address of one of the blog's posts, in Tumblr's two ways of writing it. */
export function idIn({ handle }: Pick<Account, 'handle'>, url: URL): string | null {
  const [, blog, post] = /^\/@?([\w-]+)\/(\d+)(?:\/|$)/.exec(url.pathname) ?? []
  if (url.hostname === 'www.tumblr.com') return blog === handle && post ? post : null
  if (url.hostname !== `${handle}.tumblr.com`) return null
  return /^\/post\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1] ?? null
}
