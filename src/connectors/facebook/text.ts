import type { TextRules } from '#connectors/_contract/text-rules.ts'
import { spansOf } from '#connectors/_meta/spans.ts'

/**
 * Meta says nothing of how it counts: UTF-16 units, the strictest of the usual ways. People cannot be named from
 * here: an @ is text.
 */
export const text: TextRules = { count: (words) => words.length, spans: (words) => spansOf(words) }
