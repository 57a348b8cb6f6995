import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/**
 * Counts what leaves: Slack wants `&`, `<` and `>` written as `&amp;`, `&lt;` and `&gt;`
 * (api.slack.com/reference/surfaces/formatting#escaping, read 2026-11-25).
 */
export const text: TextRules = { count: (words) => escape(words).length, spans }

const written: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text in which nothing is a command of Slack any more: no `<!channel>`, no `<@somebody>`. */
export const escape = (words: string): string =>
  words.replace(/[&<>]/g, (sign) => written[sign] ?? sign)

export const unescape = (words: string): string =>
  words.replace(/&(?:lt|gt|amp);/g, (code) => ({ '&lt;': '<', '&gt;': '>' })[code] ?? '&')

/** Addresses only: names and tags of a plain text are plain text on Slack. */
function spans(words: string): Span[] {
  return [...words.matchAll(/https?:\/\/[^\s<>|]+/giu)].map((match): Span => {
    const value = withoutClosing(match[0])
    return { start: match.index, end: match.index + value.length, kind: 'link', value }
  })
}

function withoutClosing(address: string): string {
  const bare = address.replace(/[.,:;"'’»\]!?…]+$/u, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}
