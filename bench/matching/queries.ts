import { chance } from './corpus.ts'

/** What each query is made of, for engines that have a language of their own. */
export type Wanted =
  | { op: 'word'; word: string }
  | { op: 'phrase'; words: string[] }
  | { op: 'near'; words: [string, string]; distance: number }
  | { op: 'and' | 'or'; parts: Wanted[] }
  | { op: 'not'; part: Wanted }

/**
 * Queries as companies write them, 6.4 terms on average: (brand OR brand OR "a phrase") AND (context OR …) NOT …, some
 * NEAR/5, and one in fifty of nothing but common words. Words are drawn from the posts themselves, so that each finds some.
 */
export function wantedQueries(texts: readonly string[], count: number): Wanted[] {
  const random = chance(7)
  const cut = texts.slice(0, 20_000).map((text) => text.toLowerCase().match(/\p{L}+/gu) ?? [])
  const frequencies = new Map<string, number>()
  for (const words of cut)
    for (const w of new Set(words)) frequencies.set(w, (frequencies.get(w) ?? 0) + 1)
  const byFrequency = [...frequencies].toSorted((a, b) => b[1] - a[1]).map(([word]) => word)
  const common = byFrequency.slice(0, 150)
  const usual = byFrequency.slice(150, 3_000)
  const rare = byFrequency.slice(1_000)
  const pick = (words: readonly string[]): string =>
    words[Math.floor(random() * words.length)] ?? 'a'
  const word = (words: readonly string[]): Wanted => ({ op: 'word', word: pick(words) })
  const phrase = (): Wanted => {
    const words = pick2(cut, random)
    const at = Math.floor(random() * Math.max(1, words.length - 2))
    const taken = words.slice(at, at + 2 + Math.floor(random() * 2))
    return taken.length > 1 ? { op: 'phrase', words: taken } : word(rare)
  }
  const several = (most: number, make: () => Wanted): Wanted[] =>
    Array.from({ length: 1 + Math.floor(random() * most) }, make)
  return Array.from({ length: count }, (): Wanted => {
    if (random() < 0.02) return { op: 'and', parts: [word(common), word(common), word(common)] }
    const brand: Wanted = {
      op: 'or',
      parts: several(3, () => (random() < 0.3 ? phrase() : word(rare))),
    }
    const context: Wanted =
      random() < 0.15
        ? { op: 'near', words: [pick(usual), pick(usual)], distance: 5 }
        : { op: 'or', parts: several(5, () => word(random() < 0.3 ? common : usual)) }
    const parts: Wanted[] = [brand, context]
    if (random() < 0.5)
      parts.push({ op: 'not', part: { op: 'or', parts: several(3, () => word(usual)) } })
    return { op: 'and', parts }
  })
}

function pick2(cut: readonly string[][], random: () => number): string[] {
  return cut[Math.floor(random() * cut.length)] ?? []
}

/** In our own language. */
export function ours(wanted: Wanted): string {
  if (wanted.op === 'word') return `"${wanted.word}"`
  if (wanted.op === 'phrase') return `"${wanted.words.join(' ')}"`
  if (wanted.op === 'near')
    return `("${wanted.words[0]}" NEAR/${wanted.distance - 1} "${wanted.words[1]}")`
  if (wanted.op === 'not') return `NOT ${ours(wanted.part)}`
  return `(${wanted.parts.map(ours).join(wanted.op === 'and' ? ' AND ' : ' OR ')})`
}

/** In PostgreSQL's: nearness is a choice of exact distances. */
export function tsquery(wanted: Wanted): string {
  if (wanted.op === 'word') return `'${wanted.word}'`
  if (wanted.op === 'phrase') return `(${wanted.words.map((w) => `'${w}'`).join(' <-> ')})`
  if (wanted.op === 'near') {
    const [a, b] = wanted.words
    const apart = Array.from({ length: wanted.distance }, (_, i) => i + 1)
    return `(${apart.flatMap((n) => [`'${a}' <${n}> '${b}'`, `'${b}' <${n}> '${a}'`]).join(' | ')})`
  }
  if (wanted.op === 'not') return `!${tsquery(wanted.part)}`
  return `(${wanted.parts.map(tsquery).join(wanted.op === 'and' ? ' & ' : ' | ')})`
}
