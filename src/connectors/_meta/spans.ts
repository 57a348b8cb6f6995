import type { Span } from '#connectors/_contract/text-rules.ts'

/** Links, tags and, where a pattern is given, mentions, in order; where two overlap, the first one wins. */
export function spansOf(words: string, mention?: RegExp): Span[] {
  const all = [...links(words), ...tags(words), ...(mention ? mentions(words, mention) : [])]
  let end = 0
  return all
    .toSorted((a, b) => a.start - b.start)
    .filter((span) => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}

const link = /https?:\/\/[^\s<>«»"“”]{1,2000}/giu

function* links(words: string): Generator<Span> {
  for (const { index: start, 0: found } of words.matchAll(link)) {
    const value = withoutEnd(found)
    if (URL.canParse(value)) yield { start, end: start + value.length, kind: 'link', value }
  }
}

/** Punctuation that closes the sentence is no part of the address, nor a parenthesis that was opened before it. */
function withoutEnd(found: string): string {
  let end = found.length
  for (;;) {
    const last = found[end - 1] ?? ''
    const isClosing = last === ')' && !found.slice(0, end).includes('(')
    if (!isClosing && !/[.,;:!?'’\]}…]/u.test(last)) return found.slice(0, end)
    end--
  }
}

/** A tag has a letter; a number alone is none. */
const tag = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*)/gu

function* tags(words: string): Generator<Span> {
  for (const { index: start, 0: whole, 1: value = '' } of words.matchAll(tag))
    yield { start, end: start + whole.length, kind: 'hashtag', value }
}

function* mentions(words: string, pattern: RegExp): Generator<Span> {
  for (const { index: start, 0: whole } of words.matchAll(pattern))
    yield { start, end: start + whole.length, kind: 'mention', value: whole.slice(1) }
}
