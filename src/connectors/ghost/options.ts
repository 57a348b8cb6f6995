import { z } from 'zod'
import type { Text } from '#platform/text.ts'
import { excerptMax, titleMax } from './limits.ts'

const optionsSchema = z.object({
  title: z.string().trim().catch(''),
  excerpt: z.string().trim().catch(''),
  tags: z.array(z.string()).catch([]),
  newsletter: z.string().trim().catch(''),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)

/** What Ghost would refuse of them. */
export function checkOptions(options: Record<string, unknown>): { field: string; reason: Text }[] {
  const { title, excerpt } = optionsOf(options)
  const problems: { field: string; reason: Text }[] = []
  if (title.length > titleMax) problems.push({ field: 'title', reason: longerThan(titleMax) })
  if (excerpt.length > excerptMax) {
    problems.push({ field: 'excerpt', reason: longerThan(excerptMax) })
  }
  return problems
}

const longerThan = (max: number): Text => ({
  en: `Ghost accepts ${max} characters at most here.`,
  fr: `Ghost accepte ici ${max} caractères au plus.`,
})
