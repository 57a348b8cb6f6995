import type { ReadLanguage } from '#domain/listening/signals/names.ts'
import { readingOf } from '#domain/listening/signals/reading.ts'
import { LinearModel } from '#domain/listening/signals/linear-model.ts'
import { indexOfMost, probabilityOfBest } from '#domain/listening/signals/sentiment.ts'
import type { LinearWeights } from '#domain/listening/signals/weights.ts'
import { ownPosts } from './corpus.ts'
import { isHeldOut } from './held-out.ts'
import { rowsOf } from './rows.ts'
import { fitSoftmax, quantise } from './softmax.ts'
import { type Example, goEmotions, opinions, xed } from './sources.ts'
import { translatedComments } from './translated.ts'

export const sentimentFit = {
  penalty: 3,
  densePenalty: 1,
  rounds: 40,
  /** French has twice as many: English, which helps it, crowds them with words of its own. */
  buckets: { fr: 131_072, en: 65_536 },
  /** How much a post of our corpus counts in the model of its own language, and in that of the other: English does better
   * on found comments without any French (docs/models.md). */
  corpus: 3,
  corpusOfOther: { fr: 1, en: 0 },
}

/** How much a text of each source counts, in the model of its own language and in the other's. */
const worth: Record<string, [own: number, other: number]> = {
  goemotions: [1, 0.3],
  'xed-en': [1, 0.3],
  'xed-fr': [1, 0],
  'goemotions-fr': [4, 0],
}

interface Row extends Example {
  language: ReadLanguage
}

/**
 * The sentiment model of a language: softmax regression over all sources, each with its own bias. English helps French
 * through what the two share: lexicons' figures, emoji, punctuation, borrowed words; XED has no neutral line in French.
 * Confidence is calibrated and the threshold of "unsure" chosen on the tenth held out, never on UMSAB.
 */
export function trainSentiment(language: ReadLanguage, folder: string): LinearWeights {
  const rows = [...allRows(language, folder), ...publicRows(language)]
  const kept = rows.filter((row) => !isHeldOut(row.text))
  const weights = fitted(language, kept)
  const target = targetOf(rows, language)
  const held = rows.filter((row) => row.source === target && isHeldOut(row.text))
  return calibrated(weights, held)
}

/**
 * Every example, our posts first. A comment that stands there in French is not learnt in English as well: its tenth held
 * out would be known by its original.
 */
export function allRows(language: ReadLanguage, folder: string): Row[] {
  const translated = language === 'fr' ? translatedComments() : []
  const inFrench = new Set(translated.map((comment) => comment.id))
  const rows: Row[] = [
    ...(['fr', 'en'] as const).flatMap((own) =>
      ownPosts(own).map((post) => ({ ...post, source: `corpus-${own}`, language: own })),
    ),
    ...goEmotions(folder, 'train')
      .filter(({ id = '' }) => !inFrench.has(id))
      .map((example) => ({ ...example, language: 'en' as const })),
    ...xed(folder, 'en').map((example) => ({ ...example, language: 'en' as const })),
  ]
  if (language === 'fr')
    rows.push(
      ...[...xed(folder, 'fr'), ...translated].map((example) => ({
        ...example,
        language: 'fr' as const,
      })),
    )
  return rows.filter((row) => worthOf(row, language) > 0)
}

/**
 * Our posts about all that is not trade, counted with those that are. The other language's model and that of intents do
 * without them.
 */
function publicRows(language: ReadLanguage): Row[] {
  return ownPosts(language, 'public').map((post) => ({
    ...post,
    source: `corpus-${language}`,
    language,
  }))
}

export function fitted(
  language: ReadLanguage,
  rows: readonly Row[],
  fit = sentimentFit,
): LinearWeights {
  const sources = [...new Set(rows.map((row) => row.source))]
  const counts = Map.groupBy(rows, (row) => `${row.source} ${row.opinion}`)
  const totals = Map.groupBy(rows, (row) => row.source)
  const balance = (row: Row) => {
    const total = totals.get(row.source)?.length ?? 1
    const classes = opinions.filter((opinion) => counts.has(`${row.source} ${opinion}`)).length
    return total / classes / (counts.get(`${row.source} ${row.opinion}`)?.length ?? 1)
  }
  const parameters = fitSoftmax(
    {
      rows: rowsOf(
        rows.map((row) => readingOf(row.text, row.language)),
        fit.buckets[language],
        true,
      ),
      labels: Int32Array.from(rows, (row) => opinions.indexOf(row.opinion)),
      weights: Float64Array.from(rows, (row) => balance(row) * worthOf(row, language, fit)),
      sources: Int32Array.from(rows, (row) => sources.indexOf(row.source)),
      sourceCount: sources.length,
    },
    opinions.length,
    fit,
  )
  return quantise(parameters, {
    task: 'sentiment',
    language,
    classes: [...opinions],
    buckets: fit.buckets[language],
    bias: parameters.biases[sources.indexOf(targetOf(rows, language))] ?? [],
    trainedOn: Object.fromEntries([...totals].map(([name, all]) => [name, all.length])),
  })
}

/** The source most like the posts to be read: our own, or subtitles, whose three classes a person chose. */
function targetOf(rows: readonly Row[], language: ReadLanguage): string {
  const own = rows.find((row) => row.source === `corpus-${language}`)
  return own?.source ?? 'xed-en'
}

function worthOf(row: Row, language: ReadLanguage, fit = sentimentFit): number {
  const [own, other] = row.source.startsWith('corpus-')
    ? [fit.corpus, fit.corpusOfOther[language]]
    : (worth[row.source] ?? [0, 0])
  return row.language === language ? own : other
}

/** Chooses the temperature that makes the held-out texts likeliest, and the threshold that leaves one in five unsure. */
function calibrated(weights: LinearWeights, held: readonly Row[]): LinearWeights {
  const model = new LinearModel(weights)
  const scored = held.map((row) => ({
    scores: model.scores(readingOf(row.text, row.language)),
    truth: opinions.indexOf(row.opinion),
  }))
  const loss = (temperature: number) =>
    scored.reduce(
      (sum, { scores, truth }) => sum - Math.log(probabilityOfBest(scores, truth, temperature)),
      0,
    )
  const steps = Array.from({ length: 60 }, (_, i) => 0.5 * 1.04 ** i)
  const temperature = steps.reduce((best, step) => (loss(step) < loss(best) ? step : best), 1)
  const surest = scored
    .map(({ scores }) => probabilityOfBest(scores, indexOfMost(scores), temperature))
    .toSorted((a, b) => a - b)
  const threshold = surest[Math.floor(surest.length * unsureShare)] ?? 0
  return {
    ...weights,
    temperature: Number(temperature.toFixed(4)),
    thresholds: [Number(threshold.toFixed(4))],
  }
}

const unsureShare = 0.2
