import type { Span } from './text-rules.ts'

const address = /(?<![\p{L}\p{N}@/])https?:\/\/[^\s<>"]+/giu
/** What closes a sentence rather than an address. */
const closing = ".,;:!?'’”»]}"

/** The addresses of a text that a reader takes for links, without the punctuation that follows them. */
export function plainLinks(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(address)) {
    const value = trimmed(match[0])
    if (!URL.canParse(value)) continue
    spans.push({ start: match.index, end: match.index + value.length, kind: 'link', value })
  }
  return spans
}

/** A closing parenthesis belongs to the address only when it was opened there. */
function trimmed(words: string): string {
  let opened = words.split('(').length - words.split(')').length
  let end = words.length
  for (; end > 0; end--) {
    const last = words[end - 1] ?? ''
    if (last === ')' && opened < 0) opened++
    else if (!closing.includes(last)) break
  }
  return words.slice(0, end)
}
