import { z } from 'zod'
import { day, id, instant, pageOf, pageQuery, words } from '#platform/http/shapes.ts'
import { stretch } from '../shapes.ts'
import { intents, risks, sentiments, wants } from '../signals/names.ts'
import { assigneeFilter, assignmentView } from './assign/api.ts'

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
  /** Its source gave a title and no text: `excerpt` says the same as `title`. */
  onlyTitle: z.boolean(),
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
      /** A person said which intents and risks it has. */
      wantsByPerson: z.boolean(),
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
      /** How many of the others nobody has seen yet. */
      unseen: z.number(),
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
  /** Days of the company's calendar, both included. */
  from: day.optional(),
  to: day.optional(),
  /** Words that its title or its text says, each from its beginning; between quotes, together. Eight at most. */
  words: words(200).optional(),
  state: z.enum(['kept', 'unseen', 'seen', 'dismissed', 'all']).default('kept'),
  sentiment: z.enum(sentiments).optional(),
  intent: z.enum(intents).optional(),
  risk: z.enum(risks).optional(),
  assignee: assigneeFilter.optional(),
  /**
   * What says the same is one line: it stands where the latest of those asked for is, and shows the first of them. Where
   * reach is sorted by, both are the widest.
   */
  folded: z.enum(['yes', 'no']).default('no'),
  /** The latest written first, or the author with the most followers; those unknown last. */
  sort: z.enum(['newest', 'reach']).default('newest'),
})
export const mentionsQuery = pageQuery.extend(mentionsFilters.shape)
export const mentionsPage = pageOf(mentionView)
export type MentionsPage = z.infer<typeof mentionsPage>

/** Not seen and not dismissed, each counted once. */
export const unseenView = z.object({ mentions: z.number() })
export type UnseenView = z.infer<typeof unseenView>

export const mentionChanges = z.object({
  seen: z.boolean().optional(),
  dismissed: z.boolean().optional(),
  /** What a person says the opinion is; null takes it back. */
  sentiment: z.enum(['negative', 'neutral', 'positive']).nullable().optional(),
  /** What a person says its intents and risks are, all of them; null takes it back. */
  wants: z.array(z.enum(wants)).max(wants.length).nullable().optional(),
  /** All this is said of everything in its fold. */
  alike: z.boolean().optional(),
})
export const seenInput = z.object({
  ids: z.array(id).min(1).max(200),
  /** And everything in their folds. */
  alike: z.boolean().optional(),
})
