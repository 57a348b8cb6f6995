import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/** Counts graphemes, and reads links, handles and hashtags as the practice network shows them. */
export const text: TextRules = { count: graphemes, spans }

const patterns: { kind: Span['kind']; pattern: RegExp; lead: number }[] = [
  { kind: 'link', pattern: /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]/g, lead: 0 },
  {
    kind: 'mention',
    pattern: /(?<![\p{L}\p{N}/@])@[a-z0-9][a-z0-9._-]*[a-z0-9](?:@[a-z]+)?/giu,
    lead: 1,
  },
  { kind: 'hashtag', pattern: /(?<![\p{L}\p{N}/#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu, lead: 1 },
]

function spans(words: string): Span[] {
  const all = patterns.flatMap(({ kind, pattern, lead }) =>
    [...words.matchAll(pattern)].map((match): Span => ({
      start: match.index,
      end: match.index + match[0].length,
      kind,
      value: match[0].slice(lead),
    })),
  )
  const ordered = all.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return ordered.filter((span, i) => !ordered.slice(0, i).some((before) => before.end > span.start))
}
