import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'
import { topLevelDomains } from '#connectors/_contract/top-level-domains.ts'

/**
 * Counts and reads a text as LinkedIn shows it. A mention is written `@[Atelier Morel](urn:li:organization:123)` and
 * counts as the name alone (learn.microsoft.com, “little text format”, li-lms-2026-05, read 2026-11-25).
 */
export const text: TextRules = { count, spans }

function count(words: string): number {
  return words.replace(mention, (_, name: string) => name).length
}

const mention = /@\[([^\]\n]{1,100})\]\((urn:li:(?:organization|person):[\w-]+)\)/g
const tag = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)/gu
const link =
  /(?<![\p{L}\p{N}@.-])(?:https?:\/\/)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+([a-z]{2,}))(?![\p{L}\p{N}@-])(?::\d+)?(?:[/?#][^\s<>"»]*)?/giu

/** Mentions, links and tags in order; where two overlap, the one that begins first wins. */
function spans(words: string): Span[] {
  const all = [...mentions(words), ...links(words), ...tags(words)]
  let end = 0
  return all
    .toSorted((a, b) => a.start - b.start)
    .filter((span) => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}

function* mentions(words: string): Generator<Span> {
  for (const { 0: whole, index } of words.matchAll(mention)) {
    yield { start: index, end: index + whole.length, kind: 'mention', value: whole.slice(1) }
  }
}

function* tags(words: string): Generator<Span> {
  for (const { 0: whole, 1: value = '', index } of words.matchAll(tag)) {
    yield { start: index, end: index + whole.length, kind: 'hashtag', value }
  }
}

function* links(words: string): Generator<Span> {
  for (const { 0: whole, 2: top = '', index } of words.matchAll(link)) {
    if (!topLevelDomains.has(top.toLowerCase())) continue
    const address = withoutClosing(whole)
    const value = /^https?:/i.test(address) ? address : `https://${address}`
    yield { start: index, end: index + address.length, kind: 'link', value }
  }
}

/** An address does not end with the punctuation of the sentence it stands in. */
function withoutClosing(address: string): string {
  const shorter = address.replace(/[.,;:!?'’”»\]}]+$/u, '')
  const isOpen = shorter.split('(').length < shorter.split(')').length
  if (!shorter.endsWith(')') || !isOpen) return shorter
  return withoutClosing(shorter.slice(0, -1))
}
