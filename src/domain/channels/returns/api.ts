import { z } from 'zod'
import { instant } from '#platform/http/shapes.ts'

/** An account that somebody may connect. */
const choice = z.object({
  remoteId: z.string(),
  handle: z.string(),
  displayName: z.string(),
  /** "Page", "Organisation", in the reader's language; null where the network has one kind only. */
  kind: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  profileUrl: z.string(),
  /** It is connected already: its access is renewed. */
  connected: z.boolean(),
})

/** What somebody came back with from a network. */
export const returnView = z.object({
  connectorId: z.string(),
  networkName: z.string(),
  expiresAt: instant,
  /** Null: the network gave no access. */
  accounts: z.array(choice).nullable(),
  /** Null: it did. */
  refusal: z.object({ reason: z.string(), next: z.string() }).nullable(),
})
export type ReturnView = z.infer<typeof returnView>

export const chosen = z.object({ accounts: z.array(z.string().max(500)).max(500) })
