import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({
  /** Where posts go, without `r/`. */
  subreddit: z.string(),
})

export const subredditOf = (account: Pick<Account, 'settings'>): string =>
  settingsSchema.parse(account.settings).subreddit

/** The name in `r/name`, `/r/name/`, an address of Reddit, or the name itself; null when it is none. */
export function subredditIn(typed: string): string | null {
  const bare = typed.trim().replace(/^https?:\/\/(?:\w+\.)?reddit\.com/i, '')
  return /^\/?(?:r\/)?(\w{2,21})\/?$/i.exec(bare)?.[1] ?? null
}

/** The post or comment in an address of Reddit, as it names things: `t3_…`, `t1_…`. */
export function idIn(_: unknown, url: URL): string | null {
  if (url.hostname === 'redd.it') return name('t3', url.pathname.slice(1))
  if (!/^(?:\w+\.)?reddit\.com$/.test(url.hostname)) return null
  const [, post, comment] = /\/comments\/(\w+)(?:\/[^/]*(?:\/(\w+))?)?\/?$/.exec(url.pathname) ?? []
  return comment ? name('t1', comment) : name('t3', post)
}

const name = (kind: string, id: string | undefined) =>
  id && /^\w+$/.test(id) ? `${kind}_${id}` : null
