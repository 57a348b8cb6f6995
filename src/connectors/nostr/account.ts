import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'
import { npub } from './bech32.ts'

export const network = 'Nostr'

/** Who signs, and where it goes. */
export interface Identity {
  secret: string
  pubkey: string
  relays: string[]
  /** Where pictures are uploaded, if anywhere: a Blossom server. */
  mediaServer?: string
}

const settingsSchema = z.object({
  relays: z.array(z.string()),
  mediaServer: z.string().optional(),
  /** The fewest characters that one of its relays takes, when they say so. */
  textMax: z.number().optional(),
})

export type Settings = z.infer<typeof settingsSchema>

export const settingsOf = (account: Pick<Account, 'settings'>): Settings =>
  settingsSchema.parse(account.settings)

export function identityOf(account: Account): Identity {
  const { relays, mediaServer } = settingsOf(account)
  const { key } = z.object({ key: z.string() }).parse(account.secrets)
  return { secret: key, pubkey: account.remoteId, relays, ...(mediaServer ? { mediaServer } : {}) }
}

/** Where people without an app of Nostr see a profile or a note. */
export const pageOf = (address: string) => `https://njump.me/${address}`

export const profileUrl = (pubkey: string) => pageOf(npub(pubkey))

/** Sixty-three letters say nothing to anybody: the first and the last tell two keys apart. */
export function shortName(pubkey: string): string {
  const written = npub(pubkey)
  return `${written.slice(0, 12)}…${written.slice(-6)}`
}
