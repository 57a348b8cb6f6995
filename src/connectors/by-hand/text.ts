import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/** Counted as people count; an address is all that stands apart. */
export const text: TextRules = { count: graphemes, spans }

function spans(words: string): Span[] {
  return [...words.matchAll(/https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]]/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'link' as const,
    value: found[0],
  }))
}
