import { addLexicons, decidingTokens } from './deciding-words.ts'
import { addLearnt, type LearntScores } from './learning/learnt.ts'
import { marksOf } from './learning/marks.ts'
import { LinearModel, type Reading } from './linear-model.ts'
import type { ReadLanguage, Sentiment } from './names.ts'
import { readWeights } from './weights.ts'

export interface SentimentReading {
  sentiment: Sentiment
  /** Of the likeliest class, between 0 and 1: 0.8 means right about eight times in ten (docs/models.md). */
  confidence: number
  /** The likeliest class, also where the answer is "unsure". */
  leaning: Exclude<Sentiment, 'unsure'>
  /** Positions of the tokens that spoke most for it, the strongest first; three at most. */
  decided: number[]
  /** Of each class, before they become probabilities, as the model alone has them. */
  scores: Float64Array
}

/**
 * What a post of this language thinks, in three classes, and "unsure" under the model's own threshold.
 * @param learnt what the corrections of the company that reads it have taught
 */
export function sentimentOf(
  reading: Reading,
  language: ReadLanguage,
  learnt?: LearntScores,
): SentimentReading {
  const model = modelOf(language)
  const { classes, temperature, thresholds } = model.weights
  const shares = new Float64Array(reading.tokens.length * classes.length)
  const alone = model.scores(reading, shares)
  addLexicons(shares, reading, model.weights)
  const scores = alone.slice()
  if (learnt) addLearnt(learnt, marksOf(reading), temperature, scores, shares)
  const best = indexOfMost(scores)
  const confidence = probabilityOfBest(scores, best, temperature)
  const leaning = classNamed(classes[best])
  return {
    sentiment: confidence < (thresholds[0] ?? 0) ? 'unsure' : leaning,
    confidence,
    leaning,
    decided: decidingTokens(reading, shares, classes.length, best, 'others'),
    scores: alone,
  }
}

/** The model of a language, read from disk once. */
export function modelOf(language: ReadLanguage): LinearModel {
  const known = models.get(language)
  if (known) return known
  const model = new LinearModel(readWeights(`sentiment-${language}`))
  models.set(language, model)
  return model
}

const models = new Map<ReadLanguage, LinearModel>()

export function indexOfMost(scores: Float64Array): number {
  let best = 0
  for (let k = 1; k < scores.length; k++) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k
  return best
}

export function probabilityOfBest(scores: Float64Array, best: number, temperature: number): number {
  const top = scores[best] ?? 0
  let sum = 0
  for (const score of scores) sum += Math.exp((score - top) / temperature)
  return 1 / sum
}

function classNamed(name = ''): Exclude<Sentiment, 'unsure'> {
  return name === 'negative' || name === 'positive' ? name : 'neutral'
}
