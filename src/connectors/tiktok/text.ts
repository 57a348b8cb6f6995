import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/**
 * Counts UTF-16 units, as TikTok says it does (“in UTF-16 runes”, direct-post and photo-post). Nobody can follow an
 * address in a caption: it is text.
 */
export const text: TextRules = { count: (words) => words.length, spans }

const tag = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{M}\p{N}_]+)/gu
const mention = /(?<![\p{L}\p{N}_.@/])@([a-z0-9_](?:[a-z0-9_.]{0,22}[a-z0-9_])?)/giu

function spans(words: string): Span[] {
  const links = plainLinks(words)
  const found = [...stretches(words, tag, 'hashtag'), ...stretches(words, mention, 'mention')]
  return found
    .filter((span) => links.every(({ start, end }) => span.end <= start || span.start >= end))
    .toSorted((a, b) => a.start - b.start)
}

const stretches = (words: string, pattern: RegExp, kind: Span['kind']): Span[] =>
  [...words.matchAll(pattern)].map(({ 0: whole, 1: value = '', index: start }) => ({
    start,
    end: start + whole.length,
    kind,
    value,
  }))
