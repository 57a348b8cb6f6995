import { z } from 'zod'
import { id, instant, trimmed, words } from '#platform/http/shapes.ts'

/** A set of hashtags, words that stay the same, or words with holes that are asked for. */
export const phraseKind = z.enum(['hashtags', 'snippet', 'template'])
export type PhraseKind = z.infer<typeof phraseKind>

/** What may stand between braces in a template: `{produit}`. */
export const variableName = z.string().regex(/^[\p{L}_][\p{L}\p{N}_-]{0,39}$/u)

export const phraseVariable = z.object({
  name: variableName,
  kind: z.enum(['text', 'number', 'date', 'choice']),
  /** What is asked; the name itself when empty. */
  label: trimmed(80).default(''),
  /** Proposed; a number as `12.5`, a date as `2026-12-01`. */
  default: trimmed(500).default(''),
  choices: z.array(trimmed(200).min(1)).max(30).default([]),
})
export type PhraseVariable = z.infer<typeof phraseVariable>

const texts = z.object({ fr: words(10_000).optional(), en: words(10_000).optional() })
const variables = z.array(phraseVariable).max(20)

export const phraseInput = z.object({
  kind: phraseKind,
  name: trimmed(80).min(1),
  /** By language; a post in a language without its own words takes the other's. */
  texts,
  variables: variables.default([]),
})

/** What is absent stays as it is; the texts and the variables are replaced as a whole. */
export const phraseChanges = z
  .object({ kind: phraseKind, name: trimmed(80).min(1), texts, variables })
  .partial()

export const phraseView = z.object({
  id,
  kind: phraseKind,
  name: z.string(),
  texts: z.object({ fr: z.string().optional(), en: z.string().optional() }),
  variables: z.array(phraseVariable),
  updatedBy: z.string(),
  updatedAt: instant,
})
export type PhraseView = z.infer<typeof phraseView>
