import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/** Counts code points, the “characters” of the Neue Post Format (www.tumblr.com/docs/npf, read 2026-11-25). */
export const text: TextRules = { count: codePoints, spans }

export function codePoints(words: string): number {
  let pairs = 0
  for (const _ of words.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) pairs++
  return words.length - pairs
}

/** Each is a block of its own. */
export const paragraphs = (words: string): string[] =>
  words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** Addresses only: blogs are named by numbers that a text does not hold, and tags stand beside it. */
function spans(words: string): Span[] {
  return [...words.matchAll(/https?:\/\/[^\s<>]+/giu)].map((match): Span => {
    const value = withoutClosing(match[0])
    return { start: match.index, end: match.index + value.length, kind: 'link', value }
  })
}

function withoutClosing(address: string): string {
  const bare = address.replace(/[.,:;"'’»\]!?…]+$/u, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}
