import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/** How Nostr counts: characters of Unicode, as NIP-11 says of `max_content_length` (read 2026-11-25). */
export const text: TextRules = { count, spans }

function count(words: string): number {
  let length = 0
  for (const _ of words) length++
  return length
}

const address = '[023456789acdefghjklmnpqrstuvwxyz]+'

/**
 * What clients show apart: addresses, people (`nostr:npub1…`, NIP-27), notes, and tags (NIP-24). In a mention,
 * `@npub1…` is written too; it leaves as `nostr:`.
 */
const pattern = new RegExp(
  [
    `(?<link>https?:\\/\\/[^\\s<>"]+)`,
    `(?<person>(?:nostr:|@)(?:npub|nprofile)1${address})`,
    `(?<note>nostr:(?:note|nevent|naddr)1${address})`,
    `(?<![\\p{L}\\p{N}_&#/])#(?<tag>[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{M}\\p{N}_]*)`,
  ].join('|'),
  'gu',
)

function spans(words: string): Span[] {
  return [...words.matchAll(pattern)].map((match) => {
    const start = match.index
    const { link, person, note, tag } = match.groups ?? {}
    if (link) {
      const value = withoutPunctuation(link)
      return { start, end: start + value.length, kind: 'link', value }
    }
    const end = start + match[0].length
    if (person) return { start, end, kind: 'mention', value: person.replace(/^(nostr:|@)/, '') }
    if (note) return { start, end, kind: 'link', value: note }
    return { start, end, kind: 'hashtag', value: tag ?? '' }
  })
}

function withoutPunctuation(link: string): string {
  const bare = link.replace(/[.,;:!?…»”’]+$/u, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}
