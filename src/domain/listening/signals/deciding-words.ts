import type { Reading } from './linear-model.ts'
import { figuresPerLexicon } from './polarity.ts'
import type { LinearWeights } from './weights.ts'
import { smallWords } from './words/small-words.ts'

/**
 * The tokens that spoke most for a class, the strongest first, three at most. A token's part is its exact share of the
 * linear score, above its mean share of the other classes, plus its part of what the lexicons weighed: of the praise or
 * blame in proportion to its own polarity, and of their balance. `shares` comes from `LinearModel.scores`.
 */
export function decidingTokens(
  reading: Reading,
  shares: Float64Array,
  weights: LinearWeights,
  chosen: number,
): number[] {
  const size = weights.classes.length
  const parts = new Float64Array(shares)
  addLexicons(parts, reading, weights)
  const lead = (i: number) => {
    let others = 0
    for (let k = 0; k < size; k++) if (k !== chosen) others += parts[i * size + k] ?? 0
    return (parts[i * size + chosen] ?? 0) - others / (size - 1)
  }
  const ranked: { i: number; part: number }[] = []
  for (const [i, { kind, plain }] of reading.tokens.entries()) {
    if (kind === 'link' || kind === 'person' || smallWords.has(plain) || stops.test(plain)) continue
    const part = lead(i)
    if (part > least) ranked.push({ i, part })
  }
  return ranked
    .toSorted((a, b) => b.part - a.part)
    .slice(0, 3)
    .map(({ i }) => i)
}

const least = 0.03
const stops = /^[.,;:()"%€$&+«»*…]+$/

function addLexicons(
  parts: Float64Array,
  reading: Reading,
  { classes, dense }: LinearWeights,
): void {
  const size = classes.length
  const count = reading.tokens.length
  const lexicons = count === 0 ? 0 : reading.polarities.length / count
  for (let l = 0; l < lexicons; l++) {
    const row = reading.polarities.subarray(l * count, (l + 1) * count)
    let good = 0
    let bad = 0
    for (const felt of row)
      if (felt > 0) good += felt
      else bad -= felt
    const weight = (figure: number, k: number) =>
      dense[(l * figuresPerLexicon + figure) * size + k] ?? 0
    for (let i = 0; i < count; i++) {
      const felt = row[i] ?? 0
      if (felt === 0) continue
      const side = felt > 0 ? 0 : 1
      const total = felt > 0 ? good : bad
      const partOfSide = (Math.abs(felt) / total) * Math.log1p(total)
      for (let k = 0; k < size; k++)
        parts[i * size + k] =
          (parts[i * size + k] ?? 0) +
          partOfSide * weight(side, k) +
          (felt / (good + bad + 2)) * weight(2, k) +
          (felt / (good + bad)) * weight(3, k)
    }
  }
}
