import { z } from 'zod'
import { manifestSchema } from '#connectors/_contract/manifest.ts'
import { id, instant, pageOf, pageQuery } from '#platform/http/shapes.ts'
import { assigneeFilter, assignmentView } from './mentions/assign/api.ts'
import { intents, risks, sentiments } from './signals/names.ts'

const name = z.string().trim().min(1).max(120)
/** Longer ones are refused by the reading itself, with a sentence. */
const expression = z.string().max(20_000)

export const stretch = z.object({ start: z.number().int(), end: z.number().int() })

/** Something to say about a place of an expression, in the reader's language. */
export const remark = z.object({ code: z.string(), at: stretch, sentence: z.string() })

/** A text that the query must find, or must not. */
export const queryExample = z.object({
  text: z.string().trim().min(1).max(2_000),
  wanted: z.boolean(),
})
export type QueryExample = z.infer<typeof queryExample>
const examples = z.array(queryExample).max(40)

export const queryInput = z.object({
  name: name.optional(),
  expression,
  examples: examples.optional(),
  /** Saves although an example fails. */
  evenFailing: z.boolean().optional(),
})
export const queryChanges = queryInput.partial()

export const expressionCheck = z.object({
  expression,
  examples: examples.optional(),
  /** The name under which it is to be saved: naming itself is refused. */
  name: name.optional(),
})

export const foreignQuery = z.object({ expression })
export const broughtIn = z.object({
  expression: z.string(),
  /** What changed meaning or could not come. */
  changes: z.array(z.object({ written: z.string(), sentence: z.string() })),
})
export type BroughtIn = z.infer<typeof broughtIn>

export const checkedExpression = z.object({
  error: remark.nullable(),
  /** How it was understood, every operator written out; null when it was not. */
  reading: z.string().nullable(),
  notes: z.array(remark),
  /** For each example in its order: does it do as it must? */
  examples: z.array(z.boolean()),
  /** What it would find among the last things read. */
  preview: z
    .object({
      looked: z.number(),
      found: z.number(),
      examples: z.array(z.string()),
      /** Of its words and phrases, how many of what is found hold each, and how many only it brings. */
      terms: z.array(z.object({ written: z.string(), found: z.number(), alone: z.number() })),
    })
    .nullable(),
})
export type CheckedExpression = z.infer<typeof checkedExpression>

export const queriesQuery = z.object({ days: z.coerce.number().int().min(7).max(90).default(14) })

export const queryView = z.object({
  id,
  name: z.string(),
  expression: z.string(),
  reading: z.string(),
  examples: z.array(queryExample),
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

export const queryTemplate = z.object({
  id: z.string(),
  title: z.string(),
  help: z.string(),
  blanks: z.array(z.object({ name: z.string(), label: z.string(), example: z.string() })),
})
export type QueryTemplateView = z.infer<typeof queryTemplate>

export const templateFilling = z.object({
  id: z.string().max(40),
  values: z.record(z.string().max(20), z.string().max(500)),
})

const share = z.object({ low: z.number(), value: z.number(), high: z.number() })

export const judgingView = z.object({
  /** Twenty of its mentions drawn at random, always the same while they are there. */
  hits: z.array(z.object({ mention: z.lazy(() => mentionView), relevant: z.boolean().nullable() })),
  judged: z.number(),
  relevant: z.number(),
  /** The share of relevant mentions with its 95 % interval; null while too few are judged to tell. */
  precision: share.nullable(),
  /** How many must be judged before it can be told. */
  needed: z.number(),
  /** Words and phrases, by how many of the judged mentions that hold them are off the subject. */
  noise: z.array(z.object({ written: z.string(), off: z.number(), judged: z.number() })),
})
export type JudgingView = z.infer<typeof judgingView>

/** Null takes a judgement back. */
export const judgement = z.object({ mentionId: id, relevant: z.boolean().nullable() })

export const sourceInput = z.object({
  connectorId: z.string().max(60),
  /** A search goes through this account. */
  channelId: id.optional(),
  name: name.optional(),
  /** What a feed's form asks: see `fields` of the offer. */
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
  kind: z.enum(['feed', 'search', 'stream', 'file']),
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

export const offersView = z.object({
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
  streams: z.array(
    z.object({
      connectorId: z.string(),
      networkName: z.string(),
      stamp: z.string(),
      fields: manifestSchema.shape.connect.shape.fields,
      help: manifestSchema.shape.connect.shape.help,
      needsAccount: z.boolean(),
      channels: z.array(z.object({ channelId: id, handle: z.string() })),
    }),
  ),
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
      /** To ask for everything of theirs; null when nothing tells them apart from others. */
      key: z.string().nullable(),
      name: z.string(),
      handle: z.string(),
      avatarUrl: z.string().nullable(),
      profileUrl: z.string().nullable(),
      /** Their reach: as the network said when the mention was found (`foundAt`); null where it did not. */
      followers: z.number().nullable(),
      /** log10(followers + 1), to one decimal; null where followers are unknown. */
      weight: z.number().nullable(),
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
  /** Who looks after it; null: nobody. */
  assignment: assignmentView.nullable(),
  /** The connected accounts that can answer it; null where its network is not answered from the desk. */
  answer: z.object({ accounts: z.array(z.object({ id, handle: z.string() })) }).nullable(),
  /** How often the network says that it had been reshared when it was found; null where it did not. */
  reshares: z.number().nullable(),
  /** What else says the same and is not dismissed; null where nothing does. */
  fold: z
    .object({
      id,
      /** Others in it, and how many of them are reshares, as the network says. */
      alike: z.number(),
      reshared: z.number(),
      lastAt: instant,
      /** Distinct authors, this one's included, and of how many the network told the followers. */
      authors: z.number(),
      authorsTold: z.number(),
      /** Of those told, added up: somebody who follows two is counted twice. Null when none is. */
      followers: z.number().nullable(),
    })
    .nullable(),
})
export type MentionView = z.infer<typeof mentionView>

export const mentionsFilters = z.object({
  queryId: id.optional(),
  sourceId: id.optional(),
  /** A network, by the id of its connector. */
  network: z.string().max(60).optional(),
  /** `key` of an author. */
  author: z.string().max(600).optional(),
  /** ISO 639: `fr` takes `fr-CA` as well. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  /** Written since this instant, and before that one. */
  since: instant.optional(),
  until: instant.optional(),
  state: z.enum(['kept', 'unseen', 'seen', 'dismissed', 'all']).default('kept'),
  sentiment: z.enum(sentiments).optional(),
  intent: z.enum(intents).optional(),
  risk: z.enum(risks).optional(),
  assignee: assigneeFilter.optional(),
  /** What says the same is one line: the first of them that is asked for, or the widest where reach is sorted by. */
  folded: z.enum(['yes', 'no']).default('no'),
  /** The latest written first, or the author with the most followers; those unknown last. */
  sort: z.enum(['newest', 'reach']).default('newest'),
})
export const mentionsQuery = pageQuery.extend(mentionsFilters.shape)
export const mentionsPage = pageOf(mentionView)
export type MentionsPage = z.infer<typeof mentionsPage>

export const mentionChanges = z.object({
  seen: z.boolean().optional(),
  dismissed: z.boolean().optional(),
  /** What a person says the opinion is; null takes it back. */
  sentiment: z.enum(['negative', 'neutral', 'positive']).nullable().optional(),
  /** Seen and dismissed are said of everything in its fold. */
  alike: z.boolean().optional(),
})
export const seenInput = z.object({
  ids: z.array(id).min(1).max(200),
  /** And everything in their folds. */
  alike: z.boolean().optional(),
})
