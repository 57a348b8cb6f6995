import { roll, seed } from '../signals/words/hash.ts'

/** A number for a text, spread over 32 bits. */
export function hash(text: string): number {
  const h = roll(seed, text)
  return Math.imul(h ^ (h >>> 16), 0x45d9f3b) | 0
}
