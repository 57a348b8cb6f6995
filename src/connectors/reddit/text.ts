import { withoutClosing } from '#connectors/_contract/markdown.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/** Counts UTF-16 units, never fewer than Reddit; reads addresses, people (u/name) and communities (r/name). */
export const text: TextRules = { count: (words) => words.length, spans }

const stretch =
  /(?<link>https?:\/\/[^\s<>]+)|(?<![\w/])(?<name>\/?[ur]\/[A-Za-z0-9_-]{2,21})(?![\w-])/gu

function spans(words: string): Span[] {
  return [...words.matchAll(stretch)].map((match): Span => {
    const { link, name = '' } = match.groups ?? {}
    const start = match.index
    if (link === undefined) {
      const value = name.replace(/^\//, '')
      return { start, end: start + name.length, kind: 'mention', value }
    }
    const value = withoutClosing(link)
    return { start, end: start + value.length, kind: 'link', value }
  })
}
