import type { TextRules } from '#connectors/_contract/text-rules.ts'
import { spansOf } from '#connectors/_meta/spans.ts'

const mention = /(?<![\p{L}\p{N}_.@/])@[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?/giu

/**
 * Meta says nothing of how it counts: UTF-16 units, the strictest of the usual ways. An address in a caption is text:
 * nobody can follow it.
 */
export const text: TextRules = {
  count: (words) => words.length,
  spans: (words) => spansOf(words, mention).filter(({ kind }) => kind !== 'link'),
}
