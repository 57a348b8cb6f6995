import { termsOf } from '../signals/terms/index.ts'
import type { Quoted } from './read-posts.ts'

/** How people write terms: the most frequent spelling, small letters rather than capitals where both are met. */
export function spellingsIn(posts: readonly Quoted[]): Map<string, string> {
  const seen = new Map<string, Map<string, number>>()
  for (const { text, language } of posts) {
    for (const { key, start, end } of termsOf(text, language)) {
      const spellings = seen.get(key) ?? new Map<string, number>()
      const written = text.slice(start, end)
      spellings.set(written, (spellings.get(written) ?? 0) + 1)
      seen.set(key, spellings)
    }
  }
  return new Map([...seen].map(([key, spellings]) => [key, bestOf(spellings)]))
}

function bestOf(spellings: ReadonlyMap<string, number>): string {
  const [best = ''] = [...spellings].toSorted(
    ([a, times], [b, others]) =>
      Number(isSmall(b)) - Number(isSmall(a)) || others - times || (a < b ? -1 : 1),
  )[0] ?? ['']
  return best
}

const isSmall = (text: string) => text === text.toLowerCase()

/** A term as it is shown where no post spells it: addresses without their scheme. */
export function shown(key: string, spellings: ReadonlyMap<string, string>): string {
  if (key.startsWith('https://')) return key.slice('https://'.length)
  return spellings.get(key) ?? key
}
