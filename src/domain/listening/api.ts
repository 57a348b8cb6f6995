import { z } from 'zod'
import { manifestSchema } from '#connectors/_contract/manifest.ts'
import { id, instant, pageOf, pageQuery } from '#platform/http/shapes.ts'
import { intents, risks, sentiments } from './signals/names.ts'

const name = z.string().trim().min(1).max(120)
/** Longer ones are refused by the reading itself, with a sentence. */
const expression = z.string().max(20_000)

export const stretch = z.object({ start: z.number().int(), end: z.number().int() })

/** Something to say about a place of an expression, in the reader's language. */
export const remark = z.object({ code: z.string(), at: stretch, sentence: z.string() })

export const queryInput = z.object({ name: name.optional(), expression })
export const queryChanges = queryInput.partial()

export const expressionCheck = z.object({ expression })

export const checkedExpression = z.object({
  error: remark.nullable(),
  /** How it was understood, every operator written out; null when it was not. */
  reading: z.string().nullable(),
  notes: z.array(remark),
  /** What it would find among the mentions already kept, at most the latest 2,000. */
  preview: z
    .object({ looked: z.number(), found: z.number(), examples: z.array(z.string()) })
    .nullable(),
})
export type CheckedExpression = z.infer<typeof checkedExpression>

export const queriesQuery = z.object({ days: z.coerce.number().int().min(7).max(90).default(14) })

export const queryView = z.object({
  id,
  name: z.string(),
  expression: z.string(),
  reading: z.string(),
  createdAt: instant,
  updatedAt: instant,
  /** Mentions not dismissed, by the day they were written in the company's zone; every day of the period is there. */
  days: z.array(z.object({ day: z.iso.date(), value: z.number() })),
  found: z.number(),
  /** In as many days before. */
  foundBefore: z.number(),
  unseen: z.number(),
  lastFoundAt: instant.nullable(),
})
export type QueryView = z.infer<typeof queryView>

export const sourceInput = z.object({
  connectorId: z.string().max(60),
  /** A search goes through this account. */
  channelId: id.optional(),
  name: name.optional(),
  /** What a feed's form asks: see `fields` of the offer. */
  settings: z.record(z.string().max(60), z.string().max(2000)).default({}),
})
export const sourceChanges = z.object({ name: name.optional(), paused: z.boolean().optional() })

export const sourceView = z.object({
  id,
  kind: z.enum(['feed', 'search']),
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
  itemsRead: z.number(),
  mentions: z.number(),
  /** What a search asks the network for, and how many more it had to leave out. */
  searches: z.array(z.string()),
  searchesLeftOut: z.number(),
})
export type SourceView = z.infer<typeof sourceView>

export const offersView = z.object({
  feeds: z.array(
    z.object({
      connectorId: z.string(),
      networkName: z.string(),
      stamp: z.string(),
      fields: manifestSchema.shape.connect.shape.fields,
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

export const mentionView = z.object({
  id,
  source: z.object({
    id: id.nullable(),
    name: z.string(),
    networkName: z.string(),
    stamp: z.string(),
  }),
  url: z.string(),
  author: z
    .object({
      name: z.string(),
      handle: z.string(),
      avatarUrl: z.string().nullable(),
      profileUrl: z.string().nullable(),
      followers: z.number().nullable(),
    })
    .nullable(),
  title: z.string().nullable(),
  titleHighlights: z.array(stretch),
  /** The part of the text around what was found. */
  excerpt: z.string(),
  highlights: z.array(stretch),
  language: z.string().nullable(),
  at: instant,
  foundAt: instant,
  seen: z.boolean(),
  dismissed: z.boolean(),
  /** What the desk read in it as it kept it; null for mentions kept before it could read. */
  signals: z
    .object({
      /** Of a person where one has said it, else of the model; see `byPerson`. */
      sentiment: z.enum(sentiments),
      byPerson: z.boolean(),
      /** Of the model, between 0 and 1. */
      confidence: z.number(),
      intents: z.array(z.enum(intents)),
      risks: z.array(z.enum(risks)),
      /** By signal, the words that decided. */
      words: z.record(z.string(), z.array(z.string())),
    })
    .nullable(),
  queries: z.array(z.object({ id, name: z.string() })),
})
export type MentionView = z.infer<typeof mentionView>

export const mentionsQuery = pageQuery.extend({
  queryId: id.optional(),
  sourceId: id.optional(),
  /** Written since this instant, and before that one. */
  since: instant.optional(),
  until: instant.optional(),
  state: z.enum(['kept', 'unseen', 'dismissed', 'all']).default('kept'),
  sentiment: z.enum(sentiments).optional(),
  intent: z.enum(intents).optional(),
  risk: z.enum(risks).optional(),
})
export const mentionsPage = pageOf(mentionView)
export type MentionsPage = z.infer<typeof mentionsPage>

export const mentionChanges = z.object({
  seen: z.boolean().optional(),
  dismissed: z.boolean().optional(),
  /** What a person says the opinion is; null takes it back. */
  sentiment: z.enum(['negative', 'neutral', 'positive']).nullable().optional(),
})
export const seenInput = z.object({ ids: z.array(id).min(1).max(200) })
