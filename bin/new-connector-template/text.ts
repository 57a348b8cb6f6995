import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** How New Network counts, and what it makes a link of. Runs in the browser too. */
export const text: TextRules = { count: graphemes, spans: () => [] }
