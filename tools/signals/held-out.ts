import { roll, seed } from '#domain/listening/signals/words/hash.ts'

/** Whether a text belongs to the tenth that is never trained on. The text alone decides, so copies stay on one side. */
export function isHeldOut(text: string): boolean {
  const hash = roll(seed, text.trim().toLowerCase())
  return ((hash ^ (hash >>> 15)) >>> 0) % 10 === 0
}
