import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** Nothing is published here: a text is only counted. */
export const text: TextRules = { count: graphemes, spans: () => [] }
