import { type Lexicon, polarityAt } from './lexicon.ts'
import type { Token } from './words/tokens.ts'

/** Figures of each lexicon, in this order. The first two are sums over words, so each word's share is known. */
export const figuresPerLexicon = 7

/**
 * What the lexicons say of a post: weight of praise, weight of blame (both damped), their balance and its sign, the last
 * word's sign, blame after a `but`, and silence. A word under a negation counts against itself, at 0.7, as in the
 * measured trial.
 */
export function polarityFigures(
  lexicons: readonly Lexicon[],
  tokens: readonly Token[],
  negated: Uint8Array,
  /** Receives the polarity of each token, one row per lexicon. */
  perToken?: Float64Array,
): Float64Array {
  const figures = new Float64Array(lexicons.length * figuresPerLexicon)
  for (const [l, lexicon] of lexicons.entries()) {
    let good = 0
    let bad = 0
    let last = 0
    let turned = 0
    let afterBut = 0
    for (let i = 0; i < tokens.length;) {
      const token = tokens[i]
      if (token !== undefined && turns.has(token.plain)) turned = 1
      const { value, length } = polarityAt(lexicon, tokens, i)
      if (value !== 0) {
        const felt = negated[i] === 1 ? -0.7 * value : value
        if (felt > 0) good += felt
        else bad -= felt
        if (turned === 1) afterBut += felt
        last = felt
        if (perToken) for (let j = i; j < i + length; j++) perToken[l * tokens.length + j] = felt
      }
      i += length
    }
    const at = l * figuresPerLexicon
    figures[at] = Math.log1p(good)
    figures[at + 1] = Math.log1p(bad)
    figures[at + 2] = (good - bad) / (good + bad + 2)
    figures[at + 3] = Math.sign(good - bad)
    figures[at + 4] = Math.sign(last)
    figures[at + 5] = Math.sign(afterBut)
    figures[at + 6] = good + bad === 0 ? 1 : 0
  }
  return figures
}

const turns = new Set(['mais', 'but', 'however', 'pourtant', 'cependant', 'par contre'])
