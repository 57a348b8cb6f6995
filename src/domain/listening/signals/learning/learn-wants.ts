import { thresholdOf, wantsAlone } from '../intents.ts'
import { type ReadLanguage, type Want, wants } from '../names.ts'
import { readingOf } from '../reading.ts'
import { modelOf } from '../sentiment.ts'
import type { LearntScores } from './learnt.ts'
import { marksOf } from './marks.ts'
import { type Example, fit } from './regression.ts'
import { type From, type Trial, tryOut } from './trial.ts'

/** All that a post wants and risks, as people said or let stand. */
export interface WantsLesson {
  text: string
  language: ReadLanguage
  wants: readonly Want[]
  from: From
}

/** A post with what the model alone makes of it, of all signals; and of one, as no and yes. */
interface Read extends Omit<ReadOne, 'label'> {
  lesson: WantsLesson
}
type ReadOne = Example & { from: From }

/** Chosen away from the posts that docs/models.md reports on. */
const SPREAD = { bias: 0.5, word: 1 }
/** More of what was let stand than this for each correction would teach little, and drown it. */
const LEFT_PER_CORRECTION = 4
/** Under it a weight moves nothing, and most are. */
const LEAST = 0.01

export interface WantTrial extends Omit<Trial, 'isBetter'> {
  signal: Want
  /** Whether posts are read with what was learnt of it. */
  used: boolean
}

/**
 * What lessons teach of intents and risks: a yes or no of each, in both languages together.
 * @param fewest corrections of a signal that it takes to learn of it
 */
export function learnWants(
  lessons: readonly WantsLesson[],
  fewest: number,
): { learnt: LearntScores | undefined; trials: WantTrial[] } {
  const read = lessons.map(readAlone)
  const found = wants.flatMap((signal) => {
    const examples = examplesOf(read, signal)
    const corrected = examples.filter(({ from }) => from === 'person').length
    if (corrected === 0) return []
    const { isBetter, ...counts } =
      corrected < fewest
        ? { corrected, followed: 0, left: examples.length - corrected, kept: 0, isBetter: false }
        : tryOut(examples, SPREAD, ([no = 0, yes = 0]) => (yes - no >= thresholdOf(signal) ? 1 : 0))
    return [{ signal, ...counts, used: isBetter, examples }]
  })
  const used = found.filter((one) => one.used)
  return {
    learnt: used.length === 0 ? undefined : together(used),
    trials: found.map(({ examples: _, ...trial }) => trial),
  }
}

function readAlone(lesson: WantsLesson): Read {
  const { text, language, from } = lesson
  const reading = readingOf(text, language)
  const { scores, hits } = wantsAlone(reading, language, modelOf(language).scores(reading))
  return { lesson, scores, marks: marksOf(reading, hits), from }
}

/**
 * Yes or no of one signal. It is a correction where the person did not say what the model alone reads; what else they
 * left in what they corrected, they let stand.
 */
function examplesOf(read: readonly Read[], signal: Want): ReadOne[] {
  const k = wants.indexOf(signal)
  const all = read.map(({ lesson, scores, marks, from }): ReadOne => {
    const score = scores[k] ?? 0
    const is = lesson.wants.includes(signal)
    const isCorrected = from === 'person' && is !== score >= thresholdOf(signal)
    const odds = Float64Array.of(0, score)
    return { scores: odds, marks, label: is ? 1 : 0, from: isCorrected ? 'person' : 'left' }
  })
  const corrected = all.filter(({ from }) => from === 'person')
  const left = all.filter(({ from }) => from === 'left')
  return [...corrected, ...left.slice(0, corrected.length * LEFT_PER_CORRECTION)]
}

/** What two classes add is one figure: how much likelier the yes has become. */
function together(used: readonly { signal: Want; examples: readonly ReadOne[] }[]): LearntScores {
  const learnt: LearntScores = { bias: wants.map(() => 0), words: {} }
  for (const { signal, examples } of used) {
    const k = wants.indexOf(signal)
    const { bias, words } = fit(examples, SPREAD)
    learnt.bias[k] = yes(bias)
    for (const [found, weights] of Object.entries(words)) {
      if (Math.abs(yes(weights)) < LEAST) continue
      const row = (learnt.words[found] ??= wants.map(() => 0))
      row[k] = yes(weights)
    }
  }
  return learnt
}

const yes = ([no = 0, yes = 0]: readonly number[]) => Math.round((yes - no) * 1e4) / 1e4
