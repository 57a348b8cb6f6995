import { type CueHit, cuesIn } from './cues.ts'
import { decidingTokens } from './deciding-words.ts'
import { LinearModel, type Reading } from './linear-model.ts'
import { type Intent, type ReadLanguage, type Risk, wants } from './names.ts'
import { readWeights } from './weights.ts'

export interface FoundSignal {
  signal: Intent | Risk
  /** Where the deciding words stand, as tokens. */
  spans: { from: number; to: number }[]
}

/**
 * Intents and risks of a post, each with the words that decided: its turns of phrase where there are, else the words that
 * weigh most in the model, which reads both. Whoever looks for something to buy looks for no job, and whoever asks for
 * anything praises nothing yet, unless a turn of phrase says so: they begin with the same words.
 */
export function signalsIn(
  reading: Reading,
  language: ReadLanguage,
  /** The raw scores of `sentimentOf`. */
  opinion: ArrayLike<number>,
): FoundSignal[] {
  const hits = cuesIn(reading.tokens, language)
  model ??= new LinearModel(readWeights('wants'))
  const { weights } = model
  const shares = new Float64Array(reading.tokens.length * wants.length)
  const scores = model.scores(withCues(reading, hits, opinion), shares)
  const passes = (k: number) => (scores[k] ?? 0) >= (weights.thresholds[k] ?? 0)
  const asks = (want: Intent) => passes(wants.indexOf(want))
  return wants.flatMap((signal, k) => {
    if (!passes(k)) return []
    const spans = hits.filter((hit) => hit.signal === signal).slice(0, 3)
    if (spans.length > 0) return [{ signal, spans }]
    if (signal === 'hiring' && asks('buying')) return []
    if (signal === 'praise' && (asks('buying') || asks('question'))) return []
    const decided = decidingTokens(reading, shares, wants.length, k, 'alone')
    return [{ signal, spans: decided.map((from) => ({ from, to: from + 1 })) }]
  })
}

/** The reading with what the model of wants sees beside words: its cues (one, two or more), the opinion, the lexicons' figures. */
export function withCues(
  reading: Reading,
  hits: readonly CueHit[],
  opinion: ArrayLike<number>,
): Reading {
  const cues = wants.length * 2
  const figures = new Float64Array(cues + opinion.length + reading.figures.length)
  for (const [k, signal] of wants.entries()) {
    const count = hits.filter((hit) => hit.signal === signal).length
    figures[k * 2] = Math.min(count, 1)
    figures[k * 2 + 1] = count > 1 ? 1 : 0
  }
  figures.set(centred(opinion), cues)
  figures.set(reading.figures, cues + opinion.length)
  return { ...reading, figures }
}

/** Scores of classes that exclude each other mean something by their differences alone. */
function centred(scores: ArrayLike<number>): number[] {
  const all = Array.from(scores)
  const mean = all.reduce((sum, score) => sum + score, 0) / all.length
  return all.map((score) => score - mean)
}

let model: LinearModel | undefined
