import { type Token } from './words/tokens.ts'
import { featuresOfToken, mannersOf, pairBucket, type TokenFeatures } from './features.ts'
import type { LinearWeights } from './weights.ts'

/** What a reading of one post needs, made once and shared by every model of its language. */
export interface Reading {
  text: string
  tokens: Token[]
  negated: Uint8Array
  /** Of the lexicons; empty for a model that uses none. */
  figures: Float64Array
  /** What each lexicon says of each token, negations counted: a row per lexicon. */
  polarities: Float64Array
}

/**
 * A linear model over hashed words and letters. The score of a class is
 *     bias + Σ words w / √words + Σ letters w / √letters + Σ figures,
 * so each token's share is a sum that can be told apart: `shares` says which words decided, exactly.
 */
export class LinearModel {
  readonly weights: LinearWeights
  readonly #mask: number
  readonly #known = new Map<string, KnownToken>()

  constructor(weights: LinearWeights) {
    this.weights = weights
    this.#mask = weights.buckets - 1
  }

  /** The raw score of each class. With `shares`, each token's part of each class, a row per token. */
  scores(reading: Reading, shares?: Float64Array): Float64Array {
    const { classes, scale, bias, dense } = this.weights
    const size = classes.length
    const words = new Float64Array(size)
    const letters = new Float64Array(size)
    let countOfWords = 0
    let countOfLetters = 0
    let before: TokenFeatures | null = null
    const { tokens, negated } = reading
    for (const [i, token] of tokens.entries()) {
      const known = this.#remember(token)
      const at = i * size
      countOfWords += known.features.words.length + 1
      countOfLetters += known.features.letters.length
      const pair = pairBucket(before?.hash ?? null, token.plain, this.#mask)
      const denied = negated[i] === 1 && token.kind === 'word' ? known.features.denied : -1
      if (denied >= 0) countOfWords++
      for (let k = 0; k < size; k++) {
        let share = (known.words[k] ?? 0) + this.#weight(pair, k)
        if (denied >= 0) share += this.#weight(denied, k)
        words[k] = (words[k] ?? 0) + share
        letters[k] = (letters[k] ?? 0) + (known.letters[k] ?? 0)
        if (shares) shares[at + k] = share
      }
      before = known.features
    }
    const manners = mannersOf(reading.text, tokens, this.#mask)
    manners.push(pairBucket(before?.hash ?? null, null, this.#mask))
    countOfWords += manners.length
    for (const found of manners)
      for (let k = 0; k < size; k++) words[k] = (words[k] ?? 0) + this.#weight(found, k)
    const perWord = scale / Math.sqrt(Math.max(countOfWords, 1))
    const perLetters = scale / Math.sqrt(Math.max(countOfLetters, 1))
    const result = new Float64Array(size)
    for (let k = 0; k < size; k++) {
      let score = (bias[k] ?? 0) + (words[k] ?? 0) * perWord + (letters[k] ?? 0) * perLetters
      for (let d = 0; d < reading.figures.length; d++)
        score += (reading.figures[d] ?? 0) * (dense[d * size + k] ?? 0)
      result[k] = score
    }
    if (shares)
      for (const [i, token] of tokens.entries()) {
        const own = this.#remember(token).letters
        for (let k = 0; k < size; k++)
          shares[i * size + k] = (shares[i * size + k] ?? 0) * perWord + (own[k] ?? 0) * perLetters
      }
    return result
  }

  #weight(bucket: number, k: number): number {
    return this.weights.table[bucket * this.weights.classes.length + k] ?? 0
  }

  /** Everything about a token that its neighbours do not change. Posts repeat their words: most are met already. */
  #remember(token: Token): KnownToken {
    const key = token.kind === 'tag' ? `#${token.text}` : token.text
    const met = this.#known.get(key)
    if (met) return met
    const features = featuresOfToken(token, this.#mask)
    const size = this.weights.classes.length
    const known: KnownToken = {
      features,
      words: new Float64Array(size),
      letters: new Float64Array(size),
    }
    for (let k = 0; k < size; k++) {
      for (const bucket of features.words)
        known.words[k] = (known.words[k] ?? 0) + this.#weight(bucket, k)
      for (const bucket of features.letters)
        known.letters[k] = (known.letters[k] ?? 0) + this.#weight(bucket + this.weights.buckets, k)
    }
    if (this.#known.size >= remembered) this.#known.clear()
    this.#known.set(key, known)
    return known
  }
}

interface KnownToken {
  features: TokenFeatures
  words: Float64Array
  letters: Float64Array
}

/** Some 8 MB at most. */
const remembered = 30_000
