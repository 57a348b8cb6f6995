import { graphemes } from '#connectors/_contract/graphemes.ts'
import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** A wiki limits whole pages, not what is added. Addresses become links; the rest is shown as it was written. */
export const text: TextRules = { count: graphemes, spans: plainLinks }
