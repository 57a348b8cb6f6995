import { z } from 'zod'
import { manifestSchema } from '#connectors/_contract/manifest.ts'
import { id, instant } from '#platform/http/shapes.ts'
import { name } from '../shapes.ts'

export const sourceInput = z.object({
  connectorId: z.string().max(60),
  /** A search goes through this account. */
  channelId: id.optional(),
  name: name.optional(),
  /** What a feed's, a stream's or a place's form asks: see `fields` of the offer. */
  settings: z.record(z.string().max(60), z.string().max(2000)).default({}),
  /** Listen to what the network tells as it comes, where it is offered: see `streams` of the offers. */
  live: z.boolean().default(false),
})
/** A list of feeds, as programs that read them export it (OPML). */
export const feedList = z.object({ opml: z.string().min(1).max(1_000_000) })
/** What became of it: how many are listened to now, how many were before, and what is no web address. */
export const feedsBrought = z.object({
  added: z.number(),
  known: z.number(),
  wrong: z.array(z.string()),
})
export type FeedsBrought = z.infer<typeof feedsBrought>

export const sourceChanges = z.object({ name: name.optional(), paused: z.boolean().optional() })

export const sourceView = z.object({
  id,
  kind: z.enum(['feed', 'search', 'stream', 'file', 'our-accounts']),
  connectorId: z.string(),
  networkName: z.string(),
  stamp: z.string(),
  channelId: id.nullable(),
  name: z.string(),
  /** Where a feed is read. */
  address: z.string().nullable(),
  /** new: not read yet. waiting: a search without any saved query. */
  state: z.enum(['new', 'fine', 'troubled', 'paused', 'waiting']),
  /** What is wrong and what happens next, in the reader's language. */
  trouble: z.string().nullable(),
  troubleSince: instant.nullable(),
  lastPollAt: instant.nullable(),
  lastItemAt: instant.nullable(),
  nextPollAt: instant.nullable(),
  /** Since when its hub tells us at once of what is new. */
  toldSince: instant.nullable(),
  /** A stream only: how it is heard. */
  live: z
    .object({
      /** Null while nobody hears it. */
      since: instant.nullable(),
      perMinute: z.number(),
      /** How late the last of it was. */
      secondsBehind: z.number().nullable(),
      /** What came and could not be read. */
      skipped: z.number(),
      /** Stretches of time that were not heard and will not be, the latest first. */
      missed: z.array(z.object({ from: instant, to: instant })),
      /** The other side streams to nobody for the moment: it is asked every other minute. */
      isAsked: z.boolean(),
    })
    .nullable(),
  itemsRead: z.number(),
  mentions: z.number(),
  /** What a search asks the network for, and how many more it had to leave out. */
  searches: z.array(z.string()),
  searchesLeftOut: z.number(),
})
export type SourceView = z.infer<typeof sourceView>

const formOffer = z.object({
  connectorId: z.string(),
  networkName: z.string(),
  stamp: z.string(),
  fields: manifestSchema.shape.connect.shape.fields,
  help: manifestSchema.shape.connect.shape.help,
  needsAccount: z.boolean(),
  channels: z.array(z.object({ channelId: id, handle: z.string() })),
})

export const offersView = z.object({
  /** What the company's own accounts receive; null where it is listened to already. */
  ourAccounts: z.object({ handles: z.array(z.string()) }).nullable(),
  feeds: z.array(
    z.object({
      connectorId: z.string(),
      networkName: z.string(),
      stamp: z.string(),
      fields: manifestSchema.shape.connect.shape.fields,
      /** As it stands in a list, where its name is no brand. */
      called: manifestSchema.shape.called,
      description: manifestSchema.shape.description,
      help: manifestSchema.shape.connect.shape.help,
      /** It reads feeds, by their address or that of a page that announces one. */
      isFeedReader: z.boolean(),
      /** It watches a page that has no feed. */
      watches: z.boolean(),
    }),
  ),
  /** What networks tell as it comes; through one of the connected accounts when they are named. */
  streams: z.array(formOffer),
  /** Places of a network that may be followed each by itself: a community, a server. */
  places: z.array(formOffer),
  /** What is searched without an account, and is not yet. */
  openSearches: z.array(
    z.object({
      connectorId: z.string(),
      networkName: z.string(),
      stamp: z.string(),
      description: manifestSchema.shape.description,
      help: manifestSchema.shape.connect.shape.help,
    }),
  ),
  /** Connected accounts through which their network can be searched, and is not yet. */
  searches: z.array(
    z.object({
      connectorId: z.string(),
      networkName: z.string(),
      stamp: z.string(),
      channelId: id,
      handle: z.string(),
    }),
  ),
})
export type OffersView = z.infer<typeof offersView>
