import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** Plain text, counted by characters; what looks like a link is made one where it is read. */
export const text: TextRules = { count: (words) => [...words].length, spans: () => [] }
