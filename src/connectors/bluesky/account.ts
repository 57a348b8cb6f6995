import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

export const defaultServer = 'https://bsky.social'

/** `granted`: by the network's own page; without it, by an app password. */
const settingsSchema = z.object({
  server: z.string().default(defaultServer),
  access: z.literal('granted').optional(),
})
const secretsSchema = z.object({ accessJwt: z.string(), refreshJwt: z.string() })

/** The two tokens of a session that was opened by an app password. */
export type Secrets = z.infer<typeof secretsSchema>

/** The address of the server that holds the account. */
export function serverOf(account: Pick<Account, 'settings'>): string {
  return settingsSchema.parse(account.settings).server
}

/** Whether access was given on the network's own page. */
export const isGranted = (account: Pick<Account, 'settings'>): boolean =>
  settingsSchema.parse(account.settings).access === 'granted'

export function secretsOf(account: Pick<Account, 'secrets'>): Secrets {
  return secretsSchema.parse(account.secrets)
}

const grantedSchema = z.object({
  server: z.string(),
  /** Who gave access, as it calls itself. */
  issuer: z.string(),
  /** As whom it was asked, and the key that signed: the same must ask ever after. */
  clientId: z.string(),
  signedBy: z.string().optional(),
  scope: z.string(),
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** Without a proof by this key, the tokens are good for nothing. */
  proofKey: z.string().min(1),
})

/** All of an access that was given on the network's own page. */
export const grantedOf = ({ settings, secrets }: Pick<Account, 'settings' | 'secrets'>) =>
  grantedSchema.parse({ ...settings, ...secrets })

/** Where people see a profile or a post. `did` rather than the handle, which may change. */
export const profileUrl = (did: string) => `https://bsky.app/profile/${did}`
export const postUrl = (did: string, key: string) => `${profileUrl(did)}/post/${key}`

const atUri = /^at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/

/** The parts of `at://did/collection/key`, or null when it is something else. */
export function readUri(uri: string): { did: string; collection: string; key: string } | null {
  const [, did, collection, key] = atUri.exec(uri) ?? []
  return did && collection && key ? { did, collection, key } : null
}
