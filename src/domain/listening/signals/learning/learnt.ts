import { z } from 'zod'
import { deniedSeed } from '../features.ts'
import { bucket, roll, seed } from '../words/hash.ts'
import type { Reading } from '../linear-model.ts'
import type { ReadLanguage } from '../names.ts'

/** Number of buckets that words of lessons are counted in: few enough to be kept as a line of numbers. */
const MASK = 0xffff

const perClass = z.tuple([z.number(), z.number(), z.number()])

/**
 * What one company's corrections add to the model of a language, in the order of its classes: to every post, and by
 * word (a hash of it, never the word). Both are added to the scores after they were divided by the temperature.
 */
export const learntShape = z.object({
  bias: perClass,
  words: z.record(z.string(), perClass),
})
export type Learnt = z.output<typeof learntShape>
export type LearntByLanguage = Partial<Record<ReadLanguage, Learnt>>

/** The words of a post that may have been learnt: each once, wherever it stands, apart under a negation. */
export interface Marks {
  /** By token: its bucket, or −1 where nothing is learnt of it. */
  ofToken: Int32Array
  buckets: number[]
  /** Of each bucket in the post: 1 / √words, so that a long post is moved no further than a short one. */
  value: number
}

export function marksOf({ tokens, negated }: Reading): Marks {
  const ofToken = new Int32Array(tokens.length).fill(-1)
  for (const [i, { kind, plain }] of tokens.entries()) {
    if (kind !== 'word' && kind !== 'tag') continue
    ofToken[i] = bucket(roll(negated[i] === 1 ? deniedSeed : seed, plain), MASK)
  }
  const buckets = [...new Set(ofToken)].filter((found) => found >= 0)
  return { ofToken, buckets, value: 1 / Math.sqrt(Math.max(buckets.length, 1)) }
}

/**
 * Adds what was learnt to the scores of a post and to what each of its tokens weighed, both in the model's own units.
 * @param temperature of the model, which multiplies what was learnt
 */
export function addLearnt(
  { bias, words }: Learnt,
  reading: Reading,
  temperature: number,
  scores: Float64Array,
  shares: Float64Array,
): void {
  const size = scores.length
  const { ofToken, buckets, value } = marksOf(reading)
  for (let k = 0; k < size; k++) {
    let sum = bias[k] ?? 0
    for (const found of buckets) sum += value * (words[found]?.[k] ?? 0)
    scores[k] = (scores[k] ?? 0) + temperature * sum
  }
  const told = new Set<number>()
  for (const [i, found] of ofToken.entries()) {
    const weights = words[found]
    if (!weights || told.has(found)) continue
    told.add(found)
    for (let k = 0; k < size; k++)
      shares[i * size + k] = (shares[i * size + k] ?? 0) + temperature * value * (weights[k] ?? 0)
  }
}
