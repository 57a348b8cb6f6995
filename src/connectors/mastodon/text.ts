import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'
import { topLevelDomains } from '#connectors/_contract/top-level-domains.ts'

/** What an address counts, however long (docs.joinmastodon.org/user/posting, read 2026-11-22). */
const countedPerLink = 23

/**
 * Counts and reads a text as a Mastodon server does: graphemes, an address for 23, a mention without its
 * server (mastodon/mastodon, `StatusLengthValidator`, `Extractor`, `Tag::HASHTAG_RE`, read 2026-11-22).
 */
export const text: TextRules = { count, spans }

function count(words: string): number {
  let counted = ''
  let at = 0
  for (const span of spans(words)) {
    if (span.kind === 'hashtag') continue
    counted += words.slice(at, span.start)
    counted += span.kind === 'link' ? 'x'.repeat(countedPerLink) : `@${span.value.split('@')[0]}`
    at = span.end
  }
  return graphemes(counted + words.slice(at))
}

/** Links, mentions and tags in order; where two overlap, the first one wins. */
function spans(words: string): Span[] {
  const all = [...links(words), ...mentions(words), ...tags(words)]
  const ordered = all.toSorted((a, b) => a.start - b.start)
  let end = 0
  return ordered.filter((span) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

const linkStart =
  /(?<![A-Za-z0-9@＠$#＃])https?:\/\/((?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]+)(?::\d+)?/giu

function* links(words: string): Generator<Span> {
  for (const match of words.matchAll(linkStart)) {
    const [origin, domain = ''] = match
    if (!isDomain(domain)) continue
    const start = match.index
    const end = start + origin.length + tailLength(words.slice(start + origin.length))
    yield { start, end, kind: 'link', value: words.slice(start, end) }
  }
}

function isDomain(domain: string): boolean {
  const [last = '', owner = ''] = domain.toLowerCase().split('.').toReversed()
  if (owner.includes('_')) return false
  return topLevelDomains.has(last) || last.startsWith('xn--') || /^[^\p{ASCII}]{2,}$/u.test(last)
}

/** How much of what follows a host belongs to its address: path and query, without closing punctuation. */
function tailLength(after: string): number {
  let tail = /^[/?][^\s<>]*/u.exec(after)?.[0] ?? ''
  for (;;) {
    const shorter = tail.replace(/[!?*"'’“”«»「」;:=,.$%[\]~&|@(]+$/u, '')
    const isUnbalanced = shorter.endsWith(')') && parentheses(shorter) < 0
    const next = isUnbalanced ? shorter.slice(0, -1) : shorter
    if (next === tail) return tail.length
    tail = next
  }
}

const parentheses = (words: string) => words.split('(').length - words.split(')').length

const mention =
  /(?<![=/\p{L}\p{M}\p{N}_])@([a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?)(?:@([\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_]))?(?!@|:\/\/)/giu

function* mentions(words: string): Generator<Span> {
  for (const match of words.matchAll(mention)) {
    const value = match[0].slice(1)
    yield { start: match.index, end: match.index + match[0].length, kind: 'mention', value }
  }
}

const tag =
  /(?<![=/)\p{L}\p{N}_])[#＃]([\p{L}\p{M}\p{N}\p{Pc}](?:[\p{L}\p{M}\p{N}\p{Pc}·・\u200c]*[\p{L}\p{M}\p{N}\p{Pc}])?)/gu

function* tags(words: string): Generator<Span> {
  for (const match of words.matchAll(tag)) {
    const [whole, value = ''] = match
    // A number alone is no tag.
    if (!/[\p{L}\p{M}·・\u200c]/u.test(value)) continue
    yield { start: match.index, end: match.index + whole.length, kind: 'hashtag', value }
  }
}
