import { graphemes } from '#connectors/_contract/graphemes.ts'
import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** WordPress sets no length. Addresses become links; `#` and `@` mean nothing there. */
export const text: TextRules = { count: graphemes, spans: plainLinks }
