export interface Scores {
  macroF1: number
  /** Standard error of the macro-F1, from 500 resamples of the texts (bootstrap, fixed seed). */
  error: number
  accuracy: number
  perClass: { precision: number; recall: number; f1: number }[]
}

/** Scores of predicted classes against the true ones. */
export function scoresOf(
  truth: readonly number[],
  found: readonly number[],
  classes: number,
): Scores {
  const all = truth.map((_, i) => i)
  const random = mulberry(7)
  const resampled = Array.from({ length: 500 }, () =>
    macroF1(
      all.map(() => Math.floor(random() * truth.length)),
      truth,
      found,
      classes,
    ),
  )
  const mean = resampled.reduce((a, b) => a + b, 0) / resampled.length
  const spread = resampled.reduce((a, b) => a + (b - mean) ** 2, 0) / (resampled.length - 1)
  return {
    macroF1: macroF1(all, truth, found, classes),
    error: Math.sqrt(spread),
    accuracy: all.filter((i) => truth[i] === found[i]).length / Math.max(all.length, 1),
    perClass: Array.from({ length: classes }, (_, k) => classScores(all, truth, found, k)),
  }
}

/** Accuracy among the surest quarter, half, three quarters and all of the answers. */
export function accuracyAtCoverage(
  right: readonly boolean[],
  confidence: readonly number[],
): number[] {
  const order = right
    .map((_, i) => i)
    .toSorted((a, b) => (confidence[b] ?? 0) - (confidence[a] ?? 0))
  return [0.25, 0.5, 0.75, 1].map((part) => {
    const kept = order.slice(0, Math.round(order.length * part))
    return kept.filter((i) => right[i]).length / Math.max(kept.length, 1)
  })
}

/** A small generator whose draws depend on the seed alone (mulberry32, Tommy Ettinger, public domain). */
export function mulberry(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function macroF1(
  rows: readonly number[],
  truth: readonly number[],
  found: readonly number[],
  classes: number,
): number {
  let sum = 0
  for (let k = 0; k < classes; k++) sum += classScores(rows, truth, found, k).f1
  return sum / classes
}

function classScores(
  rows: readonly number[],
  truth: readonly number[],
  found: readonly number[],
  k: number,
): { precision: number; recall: number; f1: number } {
  let both = 0
  let said = 0
  let is = 0
  for (const i of rows) {
    if (found[i] === k) said++
    if (truth[i] === k) is++
    if (found[i] === k && truth[i] === k) both++
  }
  return {
    precision: both / Math.max(said, 1),
    recall: both / Math.max(is, 1),
    f1: (2 * both) / Math.max(said + is, 1),
  }
}
