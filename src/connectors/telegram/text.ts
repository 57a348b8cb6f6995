import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'
import { topLevelDomains } from '#connectors/_contract/top-level-domains.ts'

/**
 * Counts in UTF-16 code units, the unit of Telegram's entities (core.telegram.org/api/entities#entity-length), and
 * reads addresses, names and tags as its apps show them. Read 2026-11-25.
 */
export const text: TextRules = { count: (words) => words.length, spans }

/** In order; where two overlap, the first one wins. */
function spans(words: string): Span[] {
  const ordered = [...links(words), ...mentions(words), ...tags(words)].toSorted(
    (a, b) => a.start - b.start,
  )
  let end = 0
  return ordered.filter((span) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

const address =
  /(?<![\p{L}\p{N}@._-])(https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+)(?::\d+)?/giu

/** With or without https: a name that ends as a domain does is enough. */
function* links(words: string): Generator<Span> {
  for (const match of words.matchAll(address)) {
    const [origin, scheme = '', domain = ''] = match
    const last = domain.toLowerCase().split('.').at(-1) ?? ''
    if (!topLevelDomains.has(last)) continue
    const after = words.slice(match.index + origin.length)
    if (after.startsWith('@')) continue
    const end = match.index + origin.length + tailLength(after)
    const written = words.slice(match.index, end)
    yield { start: match.index, end, kind: 'link', value: scheme ? written : `https://${written}` }
  }
}

/** Path and query, without the punctuation that closes a sentence. */
function tailLength(after: string): number {
  const tail = /^[/?#][^\s<>«»"]*/u.exec(after)?.[0] ?? ''
  return tail.replace(/[.,:;!?'’)\]]+$/u, '').length
}

function* mentions(words: string): Generator<Span> {
  for (const match of words.matchAll(/(?<![\p{L}\p{N}_@/])@([a-z]\w{3,31})(?!\w)/giu)) {
    const [whole, value = ''] = match
    yield { start: match.index, end: match.index + whole.length, kind: 'mention', value }
  }
}

function* tags(words: string): Generator<Span> {
  for (const match of words.matchAll(/(?<![\p{L}\p{N}_#])#([\p{L}\p{M}\p{N}_·]+)/gu)) {
    const [whole, value = ''] = match
    if (/^[\d_·]+$/.test(value)) continue
    yield { start: match.index, end: match.index + whole.length, kind: 'hashtag', value }
  }
}
