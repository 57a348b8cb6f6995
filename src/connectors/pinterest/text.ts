import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/**
 * Counts code points, as Pinterest's own description of a Pin does (`maxLength`, OpenAPI 5.23). Addresses in it are not
 * followed: the first one is where the Pin itself leads, unless another is given.
 */
export const text: TextRules = { count: (words) => [...words].length, spans }

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
