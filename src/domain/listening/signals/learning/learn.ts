import type { ReadLanguage } from '../names.ts'
import { readingOf } from '../reading.ts'
import { indexOfMost, modelOf } from '../sentiment.ts'
import { type Learnt, type Marks, marksOf } from './learnt.ts'

export interface Lesson {
  text: string
  opinion: 'negative' | 'neutral' | 'positive'
  /** `person`: somebody said so. `left`: it was on somebody's screen, and they let it stand. */
  from: 'person' | 'left'
}

/** How lessons are read by what the others teach. */
export interface Trial {
  /** Lessons that people gave, and how many of them are read as they said. */
  corrected: number
  followed: number
  /** Posts that people let stand, and how many of them are read as before. */
  left: number
  kept: number
  /** Whether what was learnt is less surprised by all of them (−Σ ln p) than the model alone. */
  isBetter: boolean
}

/**
 * How far lessons may move the model: standard deviations of a normal law around “not at all”, of what is added to every
 * post and of each word. Chosen, like the weight of what people let stand (that of what they say: less lets the few that
 * are corrected outweigh the many that were right), away from the posts that docs/models.md reports on.
 */
const SPREAD = { bias: 0.5, word: 1 }
const FOLDS = 5
/** A thousand lessons need 25 steps to come e times nearer. */
const STEPS = 150

/** What these lessons teach, alone. The same lessons in the same order teach the same. */
export function learn(lessons: readonly Lesson[], language: ReadLanguage): Learnt {
  return fit(lessons.map((lesson) => prepare(lesson, language)))
}

/** Each fifth of the lessons read by what the four others teach: what learning is worth on posts it has not seen. */
export function tryLessons(lessons: readonly Lesson[], language: ReadLanguage): Trial {
  const prepared = lessons.map((lesson) => prepare(lesson, language))
  const trial: Trial = { corrected: 0, followed: 0, left: 0, kept: 0, isBetter: false }
  let gain = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = fit(prepared.filter((_, i) => i % FOLDS !== fold))
    for (const [i, lesson] of prepared.entries()) {
      if (i % FOLDS !== fold) continue
      const read = probabilities(lesson, learnt)
      const alone = probabilities(lesson, nothing)
      const isAsTold = indexOfMost(read) === lesson.label
      const isPersons = lessons[i]?.from === 'person'
      trial[isPersons ? 'corrected' : 'left'] += 1
      if (isAsTold) trial[isPersons ? 'followed' : 'kept'] += 1
      gain += Math.log((read[lesson.label] ?? 1) / (alone[lesson.label] ?? 1))
    }
  }
  return { ...trial, isBetter: gain > 0 }
}

const nothing: Learnt = { bias: [0, 0, 0], words: {} }

interface Prepared {
  /** Of the model alone, divided by its temperature. */
  scores: Float64Array
  marks: Marks
  label: number
}

function prepare({ text, opinion }: Lesson, language: ReadLanguage): Prepared {
  const model = modelOf(language)
  const { classes, temperature } = model.weights
  const reading = readingOf(text, language)
  const scores = model.scores(reading).map((score) => score / temperature)
  return { scores, marks: marksOf(reading), label: classes.indexOf(opinion) }
}

/**
 * Softmax regression on top of the model's own scores, held near it by a normal prior: concave, so there is one answer.
 * Climbed by Nesterov's accelerated gradient for strongly concave functions (Introductory Lectures on Convex
 * Optimization, 2004, 2.2.11), in units where the prior is 1: no slope is then steeper than `steepest`.
 */
function fit(lessons: readonly Prepared[]): Learnt {
  const rows = rowsOf(lessons)
  const weights = new Float64Array((rows.size + 1) * CLASSES)
  const steepest = 0.5 * lessons.length * (SPREAD.bias ** 2 + SPREAD.word ** 2) + 1
  const momentum = (Math.sqrt(steepest) - 1) / (Math.sqrt(steepest) + 1)
  const ahead = weights.slice()
  for (let step = 0; step < STEPS; step++) {
    const slope = slopeAt(ahead, lessons, rows)
    for (const [i, was] of weights.entries()) {
      const now = (ahead[i] ?? 0) + (slope[i] ?? 0) / steepest
      weights[i] = now
      ahead[i] = now + momentum * (now - was)
    }
  }
  return inOwnUnits(weights, rows)
}

const CLASSES = 3

/** A row for each word of the lessons; row 0 is what is added to every post. */
function rowsOf(lessons: readonly Prepared[]): Map<number, number> {
  const rows = new Map<number, number>()
  for (const { marks } of lessons)
    for (const found of marks.buckets) if (!rows.has(found)) rows.set(found, rows.size + 1)
  return rows
}

function slopeAt(
  at: Float64Array,
  lessons: readonly Prepared[],
  rows: ReadonlyMap<number, number>,
): Float64Array {
  const slope = at.map((weight) => -weight)
  const scores = new Float64Array(CLASSES)
  for (const { scores: alone, marks, label } of lessons) {
    const perWord = SPREAD.word * marks.value
    for (let k = 0; k < CLASSES; k++) {
      let score = (alone[k] ?? 0) + SPREAD.bias * (at[k] ?? 0)
      for (const found of marks.buckets)
        score += perWord * (at[(rows.get(found) ?? 0) * CLASSES + k] ?? 0)
      scores[k] = score
    }
    const read = softmax(scores)
    for (let k = 0; k < CLASSES; k++) {
      const error = (k === label ? 1 : 0) - (read[k] ?? 0)
      slope[k] = (slope[k] ?? 0) + SPREAD.bias * error
      for (const found of marks.buckets) {
        const i = (rows.get(found) ?? 0) * CLASSES + k
        slope[i] = (slope[i] ?? 0) + perWord * error
      }
    }
  }
  return slope
}

function inOwnUnits(weights: Float64Array, rows: ReadonlyMap<number, number>): Learnt {
  const row = (at: number, unit: number): [number, number, number] => [
    rounded(unit * (weights[at * CLASSES] ?? 0)),
    rounded(unit * (weights[at * CLASSES + 1] ?? 0)),
    rounded(unit * (weights[at * CLASSES + 2] ?? 0)),
  ]
  const words: Learnt['words'] = {}
  for (const [found, at] of rows) words[found] = row(at, SPREAD.word)
  return { bias: row(0, SPREAD.bias), words }
}

const rounded = (weight: number) => Math.round(weight * 1e4) / 1e4

function probabilities({ scores, marks }: Prepared, { bias, words }: Learnt): Float64Array {
  return softmax(
    scores.map((score, k) => {
      let sum = score + (bias[k] ?? 0)
      for (const found of marks.buckets) sum += marks.value * (words[found]?.[k] ?? 0)
      return sum
    }),
  )
}

function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores)
  const exp = scores.map((score) => Math.exp(score - most))
  const sum = exp.reduce((total, one) => total + one, 0)
  return exp.map((one) => one / sum)
}
