import type { Reading } from './linear-model.ts'
import { figuresPerLexicon } from './polarity.ts'
import type { LinearWeights } from './weights.ts'
import { smallWords } from './words/small-words.ts'

/**
 * The tokens that spoke most for a class, the strongest first, three at most. `shares` comes from `LinearModel.scores`: a
 * row per token. Where one class excludes the others, a token's part is its lead over their mean.
 */
export function decidingTokens(
  reading: Reading,
  shares: Float64Array,
  size: number,
  chosen: number,
  among: 'others' | 'alone',
): number[] {
  const ranked: { i: number; part: number }[] = []
  for (const [i, { kind, plain }] of reading.tokens.entries()) {
    if (kind === 'link' || kind === 'person' || smallWords.has(plain) || stops.test(plain)) continue
    const own = shares[i * size + chosen] ?? 0
    const part = among === 'alone' ? own : own - meanOfOthers(shares, i, size, chosen)
    if (part > least) ranked.push({ i, part })
  }
  return ranked
    .toSorted((a, b) => b.part - a.part)
    .slice(0, 3)
    .map(({ i }) => i)
}

/**
 * Adds to each token's exact share its part of what the lexicons weighed: of the praise or blame in proportion to its own
 * polarity, and of their balance.
 */
export function addLexicons(shares: Float64Array, reading: Reading, weights: LinearWeights): void {
  const { classes, dense } = weights
  const size = classes.length
  const count = reading.tokens.length
  const lexicons = count === 0 ? 0 : reading.polarities.length / count
  for (let l = 0; l < lexicons; l++) {
    const row = reading.polarities.subarray(l * count, (l + 1) * count)
    const { good, bad } = sidesOf(row)
    if (good + bad === 0) continue
    const weight = (figure: number, k: number) =>
      dense[(l * figuresPerLexicon + figure) * size + k] ?? 0
    for (let i = 0; i < count; i++) {
      const felt = row[i] ?? 0
      if (felt === 0) continue
      const side = felt > 0 ? 0 : 1
      const total = felt > 0 ? good : bad
      const partOfSide = (Math.abs(felt) / total) * Math.log1p(total)
      for (let k = 0; k < size; k++)
        shares[i * size + k] =
          (shares[i * size + k] ?? 0) +
          partOfSide * weight(side, k) +
          (felt / (good + bad + 2)) * weight(2, k) +
          (felt / (good + bad)) * weight(3, k)
    }
  }
}

const least = 0.03
const stops = /^[.,;:()"%€$&+«»*…]+$/

function meanOfOthers(shares: Float64Array, i: number, size: number, chosen: number): number {
  let sum = 0
  for (let k = 0; k < size; k++) if (k !== chosen) sum += shares[i * size + k] ?? 0
  return sum / (size - 1)
}

function sidesOf(row: Float64Array): { good: number; bad: number } {
  let good = 0
  let bad = 0
  for (const felt of row) {
    if (felt > 0) good += felt
    else bad -= felt
  }
  return { good, bad }
}
