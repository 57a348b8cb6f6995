import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

export const defaultServer = 'https://bsky.social'

const settingsSchema = z.object({ server: z.string().default(defaultServer) })
const secretsSchema = z.object({ accessJwt: z.string(), refreshJwt: z.string() })

export type Secrets = z.infer<typeof secretsSchema>

/** The address of the server that holds the account. */
export function serverOf(account: Pick<Account, 'settings'>): string {
  return settingsSchema.parse(account.settings).server
}

export function secretsOf(account: Pick<Account, 'secrets'>): Secrets {
  return secretsSchema.parse(account.secrets)
}

/** Where people see a profile or a post. `did` rather than the handle, which may change. */
export const profileUrl = (did: string) => `https://bsky.app/profile/${did}`
export const postUrl = (did: string, key: string) => `${profileUrl(did)}/post/${key}`

const atUri = /^at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/

/** The parts of `at://did/collection/key`, or null when it is something else. */
export function readUri(uri: string): { did: string; collection: string; key: string } | null {
  const [, did, collection, key] = atUri.exec(uri) ?? []
  return did && collection && key ? { did, collection, key } : null
}
