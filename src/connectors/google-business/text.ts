import type { TextRules } from '#connectors/_contract/text-rules.ts'

/**
 * Counts UTF-16 units: Google does not say what its 1,500 characters are, and this is never fewer. Nothing in the text of
 * a post is followed: what is to be opened is its button.
 */
export const text: TextRules = { count: (words) => words.length, spans: () => [] }
