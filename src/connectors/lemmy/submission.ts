import { asMarkdown } from '#connectors/_contract/markdown.ts'
import { z } from 'zod'
import type { Outgoing } from '#connectors/_contract/connector.ts'
import { titleAndBody } from '#connectors/_contract/title-and-body.ts'
import { text as rules } from './text.ts'

const optionsSchema = z.object({
  title: z.string().trim().catch(''),
  asLink: z.boolean().catch(false),
  nsfw: z.boolean().catch(false),
})

export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)

export interface Submission {
  title: string
  body: string
  /** The link that the post is, when it was asked for: it stays in the words too. */
  link: string | null
}

/** A post as Lemmy has them: a title, words under it, and one link or image. */
export function submissionOf({ text, options }: Pick<Outgoing, 'text' | 'options'>): Submission {
  const { title: asked, asLink } = optionsOf(options)
  const link = asLink ? rules.spans(text).find(({ kind }) => kind === 'link') : undefined
  const { title, body } = titleAndBody(text, asked)
  return { title: title.replace(/\s+/g, ' '), body: asMarkdown(body), link: link?.value ?? null }
}
