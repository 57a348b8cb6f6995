import { z } from 'zod'
import { id, language } from '#platform/http/shapes.ts'
import { about, label } from '../api.ts'
import { storable } from '../storable.ts'

export const suggestLabelsInput = z.object({
  text: z.string().max(20_000).overwrite(storable),
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
