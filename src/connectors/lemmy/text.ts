import { withoutClosing } from '#connectors/_contract/markdown.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/** Counts code points, as Lemmy does; reads addresses, people (@name@server) and communities (!name@server). */
export const text: TextRules = { count: (words) => [...words].length, spans }

const stretch = /(?<link>https?:\/\/[^\s<>]+)|(?<![\w/@])(?<name>[@!]\w+@[\w-]+(?:\.[\w-]+)+)/gu

function spans(words: string): Span[] {
  return [...words.matchAll(stretch)].map((match): Span => {
    const { link, name = '' } = match.groups ?? {}
    const start = match.index
    if (link === undefined) {
      return { start, end: start + name.length, kind: 'mention', value: name.slice(1) }
    }
    const value = withoutClosing(link)
    return { start, end: start + value.length, kind: 'link', value }
  })
}
