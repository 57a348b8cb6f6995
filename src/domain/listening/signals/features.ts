import { bucket, roll, rollUnit, seed } from './words/hash.ts'
import { type Token, withoutAccents } from './words/tokens.ts'

/**
 * What the linear models see of a token, as buckets of a hash: the word, its form without accents, the word under a
 * negation, the pair with the word before; and apart from these, its runs of two to five letters.
 */
export interface TokenFeatures {
  words: Int32Array
  /** The word as it counts under a negation. */
  denied: number
  letters: Int32Array
  /** Rolling hash of the word, for the pair with what follows. */
  hash: number
}

/** Number of buckets is a power of two; `mask` is it less one. */
export function featuresOfToken(token: Token, mask: number): TokenFeatures {
  const { text, plain, kind } = token
  const hash = roll(seed, plain)
  const words = [bucket(hash, mask)]
  if (text !== plain) words.push(bucket(roll(accentSeed, text), mask))
  if (kind === 'tag') words.push(bucket(roll(tagSeed, plain), mask))
  const letters = kind === 'link' || kind === 'person' ? [] : letterRuns(plain, mask)
  return {
    words: Int32Array.from(words),
    denied: bucket(roll(deniedSeed, plain), mask),
    letters: Int32Array.from(letters),
    hash,
  }
}

/** The bucket of two words that follow each other; `null` stands for the edge of the post. */
export function pairBucket(before: number | null, word: string | null, mask: number): number {
  return bucket(roll(rollUnit(before ?? edgeSeed, 95), word ?? '</s>'), mask)
}

/** Manners that no single word carries: shouting, stretched letters, length. */
export function mannersOf(text: string, tokens: readonly Token[], mask: number): number[] {
  const found: number[] = []
  const shouted = Math.min(text.match(shout)?.length ?? 0, 3)
  if (shouted > 0) found.push(bucket(roll(seed, `<CAPS${shouted}>`), mask))
  if (stretched.test(text)) found.push(bucket(roll(seed, '<LONG>'), mask))
  found.push(bucket(roll(seed, `<LEN${Math.min(Math.floor(tokens.length / 6), 5)}>`), mask))
  return found
}

const shout = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu
const stretched = /(\p{L})\1{2,}/u
const accentSeed = roll(seed, '~')
const tagSeed = roll(seed, '#')
/** Where a word under a negation begins. */
export const deniedSeed = roll(seed, 'NOT_')
const letterSeed = roll(seed, 'c')
const edgeSeed = roll(seed, '<s>')

const shortest = 2
const longest = 5

function letterRuns(word: string, mask: number): number[] {
  const padded = ` ${word.length > 40 ? withoutAccents(word.slice(0, 40)) : word} `
  const runs: number[] = []
  for (let start = 0; start < padded.length - 1; start++) {
    let hash = letterSeed
    const end = Math.min(padded.length, start + longest)
    for (let i = start; i < end; i++) {
      hash = rollUnit(hash, padded.charCodeAt(i))
      if (i - start + 1 >= shortest) runs.push(bucket(hash, mask))
    }
  }
  return runs
}
