import { z } from 'zod'
import { HAND_COUNTS } from '#connectors/_contract/connector.ts'
import { manifestSchema } from '#connectors/_contract/manifest.ts'
import { id, instant } from '#platform/http/shapes.ts'

/** Limits in force for one account: the manifest's, or the network's own where it tells them. */
export const limits = z.object({
  textMax: z.number().nullable(),
  imagesMax: z.number(),
  imageMaxBytes: z.number().nullable(),
  imageTypes: z.array(z.string()),
  altMax: z.number().nullable(),
  /** Null: the network has no polls. */
  poll: z
    .object({
      choicesMax: z.number(),
      choiceLength: z.number(),
      minutesMin: z.number(),
      minutesMax: z.number(),
      multiple: z.boolean(),
      withImages: z.boolean(),
    })
    .nullable(),
})

export const channel = z.object({
  id,
  connectorId: z.string(),
  /** The network whose preview and way of counting it has: its own, or the one that is played for practice. */
  looksLike: z.string(),
  networkName: z.string(),
  stamp: z.string(),
  handle: z.string(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  profileUrl: z.string(),
  state: z.enum(['connected', 'broken', 'disconnected']),
  /** What is wrong and what to do, in the reader's language. */
  trouble: z.string().nullable(),
  troubleSince: instant.nullable(),
  accessExpiresAt: instant.nullable(),
  /** When a person must have connected it again; null when the desk renews its access by itself, or it does not end. */
  reconnectBy: instant.nullable(),
  lastHeardAt: instant.nullable(),
  capabilities: manifestSchema.shape.capabilities,
  /** Set where posts are put up by a person: what can be counted of them, and whether people are as they come. */
  handed: z
    .object({
      proof: z.enum(['link', 'photo']),
      counts: z.array(z.enum(HAND_COUNTS)),
      visits: z.boolean(),
      /** Why nothing can be put there any more. */
      closed: z.string().nullable(),
    })
    .nullable(),
  /** People write on pages that this desk serves, within the company's own website. */
  site: z.boolean(),
  limits,
})
export type ChannelView = z.infer<typeof channel>

/** A network one may connect. The manifest itself, as data. */
export const connectorView = manifestSchema.extend({
  /** Where there are two ways to connect: whether the network's own page is the one to propose first. */
  visitFirst: z.boolean(),
})
export type ConnectorView = z.infer<typeof connectorView>

export const connectWithCredentials = z.object({
  connectorId: z.string(),
  fields: z.record(z.string(), z.string().max(2000)),
})

export const beginOAuth = connectWithCredentials
export const begunOAuth = z.object({ url: z.url() })
