import type { Marks } from './marks.ts'

/** A post as a regression sees it: what the shipped model makes of it, what it holds, and what it is. */
export interface Example {
  /** Of each class, by the model alone. */
  scores: Float64Array
  marks: Marks
  label: number
}

/** What is added to the scores of each class: to every post, and by bucket of words. */
export interface Added {
  bias: number[]
  words: Record<string, number[]>
}

/** How far lessons may move a model: standard deviations of a normal law around “not at all”. */
export interface Spread {
  /** Of what is added to every post. */
  bias: number
  /** Of what each word adds. */
  word: number
}

/** A thousand lessons need 25 steps to come e times nearer. */
const STEPS = 150

/**
 * Softmax regression on top of a model's own scores, held near it by a normal prior: concave, so there is one answer.
 * Climbed by Nesterov's accelerated gradient for strongly concave functions (Introductory Lectures on Convex
 * Optimization, 2004, 2.2.11), in units where the prior is 1: no slope is then steeper than `steepest`. The same examples
 * in the same order give the same.
 */
export function fit(examples: readonly Example[], spread: Spread): Added {
  const size = examples[0]?.scores.length ?? 0
  const rows = rowsOf(examples)
  const weights = new Float64Array((rows.size + 1) * size)
  const steepest = 0.5 * examples.length * (spread.bias ** 2 + spread.word ** 2) + 1
  const momentum = (Math.sqrt(steepest) - 1) / (Math.sqrt(steepest) + 1)
  const ahead = weights.slice()
  for (let step = 0; step < STEPS; step++) {
    const slope = slopeAt(ahead, { examples, rows, spread, size })
    for (const [i, was] of weights.entries()) {
      const now = (ahead[i] ?? 0) + (slope[i] ?? 0) / steepest
      weights[i] = now
      ahead[i] = now + momentum * (now - was)
    }
  }
  return inOwnUnits(weights, rows, spread, size)
}

/** The scores of a post with what was learnt. */
export function scoresWith({ scores, marks }: Example, { bias, words }: Added): Float64Array {
  return scores.map((score, k) => {
    let sum = score + (bias[k] ?? 0)
    for (const found of marks.buckets) sum += marks.value * (words[found]?.[k] ?? 0)
    return sum
  })
}

export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores)
  const exp = scores.map((score) => Math.exp(score - most))
  const sum = exp.reduce((total, one) => total + one, 0)
  return exp.map((one) => one / sum)
}

interface Problem {
  examples: readonly Example[]
  rows: ReadonlyMap<number, number>
  spread: Spread
  /** Number of classes. */
  size: number
}

/** A row for each word of the lessons; row 0 is what is added to every post. */
function rowsOf(examples: readonly Example[]): Map<number, number> {
  const rows = new Map<number, number>()
  for (const { marks } of examples)
    for (const found of marks.buckets) if (!rows.has(found)) rows.set(found, rows.size + 1)
  return rows
}

function slopeAt(at: Float64Array, { examples, rows, spread, size }: Problem): Float64Array {
  const slope = at.map((weight) => -weight)
  const scores = new Float64Array(size)
  for (const { scores: alone, marks, label } of examples) {
    const perWord = spread.word * marks.value
    for (let k = 0; k < size; k++) {
      let score = (alone[k] ?? 0) + spread.bias * (at[k] ?? 0)
      for (const found of marks.buckets)
        score += perWord * (at[(rows.get(found) ?? 0) * size + k] ?? 0)
      scores[k] = score
    }
    const read = softmax(scores)
    for (let k = 0; k < size; k++) {
      const error = (k === label ? 1 : 0) - (read[k] ?? 0)
      slope[k] = (slope[k] ?? 0) + spread.bias * error
      for (const found of marks.buckets) {
        const i = (rows.get(found) ?? 0) * size + k
        slope[i] = (slope[i] ?? 0) + perWord * error
      }
    }
  }
  return slope
}

function inOwnUnits(
  weights: Float64Array,
  rows: ReadonlyMap<number, number>,
  spread: Spread,
  size: number,
): Added {
  const row = (at: number, unit: number) =>
    Array.from(weights.subarray(at * size, (at + 1) * size), (one) => rounded(unit * one))
  const words: Added['words'] = {}
  for (const [found, at] of rows) words[found] = row(at, spread.word)
  return { bias: row(0, spread.bias), words }
}

const rounded = (weight: number) => Math.round(weight * 1e4) / 1e4
