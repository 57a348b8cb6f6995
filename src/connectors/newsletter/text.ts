import type { Span, TextRules } from '#connectors/_contract/text-rules.ts'

/** A letter is as long as one likes: characters are counted, and addresses become links. */
export const text: TextRules = { count, spans }

function count(words: string): number {
  let length = 0
  for (const _ of words) length++
  return length
}

function spans(words: string): Span[] {
  return [...words.matchAll(/https?:\/\/[^\s<>"]+/g)].map(({ 0: link, index: start }) => {
    const bare = link.replace(/[.,;:!?…»”’]+$/u, '')
    const value = bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
    return { start, end: start + value.length, kind: 'link', value }
  })
}
