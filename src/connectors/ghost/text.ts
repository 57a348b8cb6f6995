import { graphemes } from '#connectors/_contract/graphemes.ts'
import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** Ghost sets no length that people would meet. Addresses become links; `#` and `@` mean nothing there. */
export const text: TextRules = { count: graphemes, spans: plainLinks }
