import { type Example, fit, scoresWith, softmax, type Spread } from './regression.ts'

/** `person`: somebody said so. `left`: it was on somebody's screen, and they let it stand. */
export type From = 'person' | 'left'

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

const FOLDS = 5

/**
 * Each fifth of the lessons read by what the four others teach: what learning is worth on posts it has not seen.
 * @param classOf the class that a post of these scores is read as
 */
export function tryOut(
  examples: readonly (Example & { from: From })[],
  spread: Spread,
  classOf: (scores: Float64Array) => number,
): Trial {
  const trial: Trial = { corrected: 0, followed: 0, left: 0, kept: 0, isBetter: false }
  let gain = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = fit(
      examples.filter((_, i) => i % FOLDS !== fold),
      spread,
    )
    for (const [i, example] of examples.entries()) {
      if (i % FOLDS !== fold) continue
      const scores = scoresWith(example, learnt)
      const isAsTold = classOf(scores) === example.label
      const isPersons = example.from === 'person'
      trial[isPersons ? 'corrected' : 'left'] += 1
      if (isAsTold) trial[isPersons ? 'followed' : 'kept'] += 1
      gain += Math.log(shareOf(scores, example.label) / shareOf(example.scores, example.label))
    }
  }
  return { ...trial, isBetter: gain > 0 }
}

const shareOf = (scores: Float64Array, label: number) => softmax(scores)[label] ?? 1
