import { plainLinks } from '#connectors/_contract/plain-links.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** Characters, as people count them; addresses become links. */
export const text: TextRules = { count: (words) => [...words].length, spans: plainLinks }
