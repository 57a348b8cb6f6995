import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'
import { countCodePoints, countedPerLink } from './weights.ts'
import { links } from './links.ts'
import { mentions, tags } from './names.ts'

/**
 * Counts and reads a text as X does: the algorithm of twitter-text 3.1 with its configuration v3 (github.com/twitter/
 * twitter-text, config/v3.json, 2021-10-21; docs.x.com/fundamentals/counting-characters, read 2026-11-25). Its own
 * package brings core-js and a copy of every emoji; its conformance cases prove this one.
 */
export const text: TextRules = { count, spans }

/** In X's own unit, of which a post may have 280: an address 23, Latin letters 1, other letters and an emoji 2. */
function count(words: string): number {
  const normal = words.normalize('NFC')
  let counted = 0
  let at = 0
  for (const { start, end } of links(normal)) {
    counted += countCodePoints(normal.slice(at, start)) + countedPerLink
    at = end
  }
  return counted + countCodePoints(normal.slice(at))
}

/** Links, mentions and tags in order; where two overlap, the one that begins first wins, a link before all. */
function spans(words: string): Span[] {
  const found = links(words)
  const isFree = (span: Span) =>
    found.every(({ start, end }) => span.end <= start || span.start >= end)
  const all = [...found, ...[...mentions(words), ...tags(words)].filter(isFree)]
  return all.toSorted((a, b) => a.start - b.start)
}
