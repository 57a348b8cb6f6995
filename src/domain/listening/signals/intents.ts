import { type CueHit, cuesIn } from './cues.ts'
import { decidingTokens } from './deciding-words.ts'
import { addLearnt, type LearntScores } from './learning/learnt.ts'
import { marksOf } from './learning/marks.ts'
import { LinearModel, type Reading } from './linear-model.ts'
import { type Intent, intents, type ReadLanguage, risks, type Want, wants } from './names.ts'
import { readWeights } from './weights.ts'
import { smallWords } from './words/small-words.ts'

export interface FoundSignal {
  signal: Want
  /** Where the deciding words stand, as tokens. */
  spans: { from: number; to: number }[]
}

/**
 * Intents and risks of a post, each with the words that decided: its turns of phrase where there are, else the words that
 * weigh most in the model, which reads both. Where no word of it decided, it is not said.
 * @param learnt what the corrections of the company that reads it have taught
 */
export function signalsIn(
  reading: Reading,
  language: ReadLanguage,
  /** The raw scores of `sentimentOf`. */
  opinion: ArrayLike<number>,
  learnt?: LearntScores,
): FoundSignal[] {
  const { hits, scores, shares } = wantsAlone(reading, language, opinion)
  if (learnt) addLearnt(learnt, marksOf(reading, hits), 1, scores, shares)
  return wants.flatMap((signal, k) => {
    if ((scores[k] ?? 0) < thresholdOf(signal)) return []
    const spans = hits.filter((hit) => hit.signal === signal).slice(0, 3)
    if (spans.length > 0) return [{ signal, spans }]
    const decided = decidedBy(reading, shares, signal)
    if (decided.length === 0) return []
    return [{ signal, spans: decided.map((from) => ({ from, to: from + 1 })) }]
  })
}

/** The score from which a post is read as this. */
export function thresholdOf(signal: Want): number {
  return wantsModel().weights.thresholds[wants.indexOf(signal)] ?? 0
}

/**
 * What the model alone makes of a post: the log of the odds of each signal, and each token's part in it. Whoever looks for
 * something to buy looks for no job, and whoever asks for anything praises nothing yet, unless a turn of phrase says so:
 * they begin with the same words. Nor is anything wanted where no word decided it, or a risk without a turn of phrase:
 * hardly any that passed was (docs/models.md).
 */
export function wantsAlone(
  reading: Reading,
  language: ReadLanguage,
  opinion: ArrayLike<number>,
): { hits: CueHit[]; scores: Float64Array; shares: Float64Array } {
  const hits = cuesIn(reading.tokens, language)
  const shares = new Float64Array(reading.tokens.length * wants.length)
  const scores = wantsModel().scores(withCues(reading, hits, opinion), shares)
  const asks = (want: Intent) => (scores[wants.indexOf(want)] ?? 0) >= thresholdOf(want)
  const isSaid = (want: Want) => hits.some(({ signal }) => signal === want)
  const unlikely: Want[] = risks.filter((risk) => !isSaid(risk))
  if (asks('buying') && !isSaid('hiring')) unlikely.push('hiring')
  if ((asks('buying') || asks('question')) && !isSaid('praise')) unlikely.push('praise')
  for (const intent of intents)
    if (asks(intent) && !isSaid(intent) && !isDecided(reading, shares, intent))
      unlikely.push(intent)
  for (const want of unlikely) {
    const k = wants.indexOf(want)
    scores[k] = Math.min(scores[k] ?? 0, thresholdOf(want) - UNLIKELY)
  }
  return { hits, scores, shares }
}

/**
 * In a post of fewer words than these, only a felt word decides, or a turn of phrase: “table” alone is no praise of one. A
 * question is told by its form, in two words as in twenty.
 */
const FEWEST_WORDS = 3

/** Whether what a score says is said by a word of the post: by many that weigh next to nothing each, it is not. */
function isDecided(reading: Reading, shares: Float64Array, intent: Intent): boolean {
  const decided = decidedBy(reading, shares, intent)
  const { tokens, polarities } = reading
  const words = tokens.filter(
    ({ kind, plain }) => (kind === 'word' || kind === 'tag') && !smallWords.has(plain),
  )
  if (intent === 'question' || words.length >= FEWEST_WORDS) return decided.length > 0
  const felt = (token: number) =>
    polarities.some((polarity, i) => polarity !== 0 && i % tokens.length === token)
  return decided.some(felt)
}

const decidedBy = (reading: Reading, shares: Float64Array, want: Want) =>
  decidingTokens(reading, shares, wants.length, wants.indexOf(want), 'alone')

/** So far under its threshold that only what people teach brings it over. */
const UNLIKELY = 1

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

function wantsModel(): LinearModel {
  model ??= new LinearModel(readWeights('wants'))
  return model
}

let model: LinearModel | undefined
