import { z } from 'zod'
import type { Text } from '#platform/text.ts'
import { titleMax } from './words.ts'

const optionsSchema = z.object({
  title: z.string().trim().catch(''),
  tags: z.array(z.string().trim()).catch([]),
  privacy: z.enum(['public', 'unlisted', 'private']).catch('public'),
  forKids: z.boolean().catch(false),
})

/** Options as they are used; what is missing or unreadable has its default. */
export function optionsOf(options: Record<string, unknown>) {
  const { tags, ...rest } = optionsSchema.parse(options)
  return { ...rest, tags: tags.map((tag) => tag.replace(/^#/, '')).filter((tag) => tag !== '') }
}

/** Of all tags; commas between them count, and the quotes around one that has a space. */
const tagsMax = 500

/** What YouTube refuses in every text of a video. */
export const hasAngles = (words: string) => /[<>]/.test(words)

/** What YouTube would refuse of the options. */
export function checkOptions(options: Record<string, unknown>): { field: string; reason: Text }[] {
  const { title, tags } = optionsOf(options)
  const problems: { field: string; reason: Text }[] = []
  if (title.length > titleMax) problems.push({ field: 'title', reason: longTitle })
  if (hasAngles(title)) problems.push({ field: 'title', reason: noAngles })
  const written = tags.map((tag) => (/\s/.test(tag) ? `"${tag}"` : tag)).join(',')
  if (written.length > tagsMax) problems.push({ field: 'tags', reason: longTags })
  if (hasAngles(written)) problems.push({ field: 'tags', reason: noAngles })
  return problems
}

export const noAngles = {
  en: 'YouTube takes neither < nor > in the words of a video: take them out.',
  fr: 'YouTube n’accepte ni < ni > dans les mots d’une vidéo : retirez-les.',
}

const longTitle = {
  en: 'The title of a video has 100 characters at most.',
  fr: 'Le titre d’une vidéo a 100 caractères au plus.',
}

const longTags = {
  en: 'Tags have 500 characters at most all together: take some out.',
  fr: 'Les mots-clés ont 500 caractères au plus en tout : retirez-en.',
}
