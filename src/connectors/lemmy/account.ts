import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({
  /** Its origin. */
  server: z.string(),
  personId: z.number(),
  communityId: z.number(),
  /** Where posts go: `menuiserie@lemmy.world`. */
  community: z.string(),
})

export const settingsOf = (account: Pick<Account, 'settings'>) =>
  settingsSchema.parse(account.settings)

const secretsSchema = z.object({ token: z.string() })

export const tokenOf = (account: Pick<Account, 'secrets'>) =>
  secretsSchema.parse(account.secrets).token

/** What our own post, comment or message is called: numbers of Lemmy are of one kind only. */
export interface Thing {
  kind: 'post' | 'comment' | 'message'
  id: number
}

export const nameOf = ({ kind, id }: Thing) => `${kind}:${id}`

export function thingOf(remoteId: string): Thing | null {
  const [, kind, id] = /^(post|comment|message):(\d+)$/.exec(remoteId) ?? []
  return kind && id ? { kind: kind as Thing['kind'], id: Number(id) } : null
}

/** The post or comment in an address of the account's own server. */
export function idIn(account: Pick<Account, 'settings'>, url: URL): string | null {
  if (url.origin !== settingsOf(account).server) return null
  const [, kind, id] = /^\/(post|comment)\/(\d+)/.exec(url.pathname) ?? []
  return kind && id ? `${kind}:${id}` : null
}
