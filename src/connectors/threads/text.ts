import type { TextRules } from '#connectors/_contract/text-rules.ts'
import { spansOf } from '#connectors/_meta/spans.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const bytes = new TextEncoder()
const plain = /^[\n\x20-\x7e]*$/
/** Drawn as a picture by itself, made one by a selector, a flag, or a keycap. */
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}|\u20E3/u

const mention = /(?<![\p{L}\p{N}_.@/])@[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?/giu

/**
 * Characters as people see them; an emoji counts the bytes of its UTF-8 (documentation/threads/posts, “Limitations”,
 * read 2026-11-25).
 */
export const text: TextRules = { count, spans: (words) => spansOf(words, mention) }

function count(words: string): number {
  if (plain.test(words)) return words.length
  let length = 0
  for (const { segment } of segmenter.segment(words))
    length += emoji.test(segment) ? bytes.encode(segment).length : 1
  return length
}
