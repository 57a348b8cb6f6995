import { z } from 'zod'
import { readLanguages, wants } from '../names.ts'
import type { Marks } from './marks.ts'

/** A figure for each class, added to every post, and one for each word (a hash of it, never the word). */
const added = (classes: number) => {
  const perClass = z.array(z.number()).length(classes)
  return z.object({ bias: perClass, words: z.record(z.string(), perClass) })
}

/** Of the opinion, in the order of its model's classes. */
const OPINIONS = 3

/**
 * What one company's corrections add to the models: to that of opinions, by language, and to that of intents and risks, for
 * both together. Nothing where it was not worth it.
 */
export const learntShape = z.object({
  opinions: z.partialRecord(z.enum(readLanguages), added(OPINIONS)).optional(),
  wants: added(wants.length).optional(),
})
export type Learnt = z.output<typeof learntShape>
export type LearntScores = NonNullable<Learnt['wants']>

/**
 * Adds what was learnt to the scores of a post and to what each of its tokens weighed, both in the model's own units.
 * @param temperature of the model, which multiplies what was learnt
 */
export function addLearnt(
  { bias, words }: LearntScores,
  { ofToken, buckets, value }: Marks,
  temperature: number,
  scores: Float64Array,
  shares: Float64Array,
): void {
  const size = scores.length
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
