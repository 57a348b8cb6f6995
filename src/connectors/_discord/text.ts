import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/**
 * Counts UTF-16 units, as Discord's own editor does, and reads what its messages make of a text: addresses, and the
 * marks that name people, roles and channels (docs.discord.com/developers/reference#message-formatting, 2026-11-25).
 */
export const text: TextRules = { count: (words) => words.length, spans }

const stretch =
  /(?<link>https?:\/\/[^\s<>]+)|<(?<mention>@[!&]?\d+|#\d+)>|(?<!\w)(?<call>@(?:everyone|here))\b/gu

function spans(words: string): Span[] {
  return [...words.matchAll(stretch)].map((match): Span => {
    const { link, mention, call } = match.groups ?? {}
    const start = match.index
    if (link !== undefined) {
      const value = withoutClosing(link)
      return { start, end: start + value.length, kind: 'link', value }
    }
    const value = (mention ?? call ?? '').replace(/^[@#][!&]?/, '')
    return { start, end: start + match[0].length, kind: 'mention', value }
  })
}

/** An address without the punctuation that ends a sentence, or a parenthesis it did not open. */
function withoutClosing(address: string): string {
  const bare = address.replace(/[.,:;"'’\]!?…]+$/u, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}
