import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'
import { topLevelDomains } from '#connectors/_contract/top-level-domains.ts'

/** Lexicon `app.bsky.feed.post`, 2026-08-20: 300 graphemes, and 3,000 bytes of UTF-8. */
export const maxGraphemes = 300
const maxBytes = 3000

/**
 * Counts and reads a text as Bluesky's own client does (`@atproto/api` 0.21.0, `rich-text/detection`,
 * read 2026-11-22; checked against its own test cases).
 */
export const text: TextRules = { count, spans }

/** Graphemes; and one more than the maximum at least when the text is over the limit in bytes. */
function count(words: string): number {
  const seen = graphemes(words)
  return utf8Length(words) > maxBytes ? Math.max(seen, maxGraphemes + 1) : seen
}

/** Links, mentions and tags in order; where two overlap, the first one wins, as on the screens of Bluesky. */
function spans(words: string): Span[] {
  const all = [...mentions(words), ...links(words), ...tags(words), ...cashtags(words)]
  const ordered = all.toSorted((a, b) => a.start - b.start)
  return ordered.filter((span, i) => !ordered.slice(0, i).some((before) => before.end > span.start))
}

const encoder = new TextEncoder()

/** Length in bytes of UTF-8, the unit of facets. */
export function utf8Length(words: string): number {
  return encoder.encode(words).length
}

function* mentions(words: string): Generator<Span> {
  for (const match of words.matchAll(/(^|\s|\()@([a-zA-Z0-9.-]+)\b/g)) {
    const [, lead = '', handle = ''] = match
    if (!hasTopLevelDomain(handle) && !handle.endsWith('.test')) continue
    const start = match.index + lead.length
    yield { start, end: start + 1 + handle.length, kind: 'mention', value: handle }
  }
}

function* links(words: string): Generator<Span> {
  const pattern = /(^|\s|\()((https?:\/\/\S+)|((?<domain>[a-z][a-z0-9]*(\.[a-z0-9]+)+)\S*))/gim
  for (const match of words.matchAll(pattern)) {
    const [, lead = '', written = ''] = match
    const domain = match.groups?.['domain']
    if (domain !== undefined && !hasTopLevelDomain(domain)) continue
    if (domain === undefined && !/^https?:/.test(written)) continue
    const start = match.index + lead.length
    const address = withoutTrailingPunctuation(written)
    const value = domain === undefined ? address : `https://${address}`
    yield { start, end: start + address.length, kind: 'link', value }
  }
}

function withoutTrailingPunctuation(address: string): string {
  const bare = address.replace(/[.,;:!?]$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}

const invisible = '\\u00AD\\u2060\\u200A-\\u200D\\u20e2'

/** A tag holds something else than figures and punctuation, and nothing that cannot be seen. */
const tagPattern = new RegExp(
  `(^|\\s)[#＃]((?!\\ufe0f)[^\\s${invisible}]*[^\\d\\s\\p{P}${invisible}]+[^\\s${invisible}]*)`,
  'gu',
)

function* tags(words: string): Generator<Span> {
  for (const match of words.matchAll(tagPattern)) {
    const [, lead = '', written = ''] = match
    const tag = written.trim().replace(/\p{P}+$/u, '')
    if (tag === '' || graphemes(tag) > 64) continue
    const start = match.index + lead.length
    yield { start, end: start + 1 + tag.length, kind: 'hashtag', value: tag }
  }
}

function* cashtags(words: string): Generator<Span> {
  const pattern = /(^|\s|\()\$([A-Za-z][A-Za-z0-9]{0,4})(?=\s|$|[.,;:!?)"'’])/g
  for (const match of words.matchAll(pattern)) {
    const [, lead = '', ticker = ''] = match
    const start = match.index + lead.length
    const value = `$${ticker.toUpperCase()}`
    yield { start, end: start + 1 + ticker.length, kind: 'hashtag', value }
  }
}

function hasTopLevelDomain(domain: string): boolean {
  const dot = domain.lastIndexOf('.')
  return dot > 0 && topLevelDomains.has(domain.slice(dot + 1))
}
