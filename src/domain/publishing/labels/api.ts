import { z } from 'zod'
import { id, language, words } from '#platform/http/shapes.ts'

/** Content labels: what a post is to its reader. */
export const LABELS = [
  'informative',
  'useful',
  'exclusive',
  'visual',
  'inspiring',
  'spontaneous',
  'unexpected',
] as const
export const label = z.enum(LABELS)
export type Label = z.infer<typeof label>
export const about = z.enum(['us', 'customer'])

export const suggestLabelsInput = z.object({
  text: words(20_000),
  language: language.nullable().default(null),
  /** The post being written, which teaches nothing about itself. */
  postId: id.nullable().default(null),
})

/** What the words of a post make it, each time with the words that decided. */
export const labelSuggestionsView = z.object({
  labels: z.array(
    z.object({
      label,
      because: z.array(z.string()),
      /** Those among them that the company’s own labels have taught. */
      learnt: z.array(z.string()),
    }),
  ),
  about: z.object({ about, because: z.array(z.string()) }).nullable(),
})
export type LabelSuggestionsView = z.infer<typeof labelSuggestionsView>
