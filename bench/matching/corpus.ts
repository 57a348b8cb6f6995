import { readFileSync } from 'node:fs'

/** A source of chance that gives the same numbers at each run (mulberry32, public domain). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Short posts: the lines of a file, or made ones, whose words follow Zipf's law over 40,000 made words (as many as a
 * hundred thousand real short posts held), 14 words and 84 characters on average, with the signs people use.
 */
export function posts(count: number, file?: string): string[] {
  if (file) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    return Array.from({ length: count }, (_, i) => lines[i % lines.length] ?? '')
  }
  const random = chance(1)
  const vocabulary = madeWords(40_000, random)
  return Array.from({ length: count }, () => madePost(vocabulary, random))
}

function madeWords(count: number, random: () => number): string[] {
  const syllables =
    'a be chê con dre é fa gu hi jo ka lu mo né ou pa que ri sse ta u va xi yo zé'.split(' ')
  const words = new Set<string>()
  while (words.size < count) {
    const length = 1 + Math.floor(Math.min(words.size / 300, 1) + random() * 2.4)
    words.add(
      Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join(''),
    )
    if (words.size < 25 && random() < 0.5) words.add(syllables[words.size] ?? 'a')
    if (random() < 0.002) words.add(`${Math.floor(random() * 9_999)}`)
    // Short words run out: longer ones are made of two.
    if (random() < 0.5) words.add([...words].at(-1) + (syllables[Math.floor(random() * 25)] ?? ''))
  }
  return [...words]
}

function madePost(vocabulary: readonly string[], random: () => number): string {
  const length = 4 + Math.floor(random() * 21)
  const words = Array.from({ length }, () => {
    const word = vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? ''
    const dress = random()
    if (dress < 0.02) return `#${word}`
    if (dress < 0.04) return `@${word}`
    if (dress < 0.05) return '😀'
    if (dress < 0.15) return `${word},`
    return dress < 0.3 ? word[0]?.toUpperCase() + word.slice(1) : word
  })
  return `${words.join(' ')}${random() < 0.3 ? '!' : '.'}`
}
