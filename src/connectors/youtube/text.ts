import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/** Counts bytes of UTF-8, as YouTube does in a description (videos resource, `snippet.description`). */
export const text: TextRules = { count: (words) => new TextEncoder().encode(words).length, spans }

const tag = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)/gu

function spans(words: string): Span[] {
  const links = plainLinks(words)
  const tags = [...words.matchAll(tag)].map(({ 0: whole, 1: value = '', index }): Span => ({
    start: index,
    end: index + whole.length,
    kind: 'hashtag',
    value,
  }))
  const isFree = (span: Span) =>
    links.every(({ start, end }) => span.end <= start || span.start >= end)
  return [...links, ...tags.filter(isFree)].toSorted((a, b) => a.start - b.start)
}
