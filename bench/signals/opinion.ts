import Sentiment from 'sentiment'
import { loadLexicon } from '#domain/listening/signals/lexicon.ts'
import type { ReadLanguage } from '#domain/listening/signals/names.ts'
import { readingOf } from '#domain/listening/signals/reading.ts'
import { sentimentOf } from '#domain/listening/signals/sentiment.ts'
import { ownPosts } from '../../tools/signals/corpus.ts'
import { isHeldOut } from '../../tools/signals/held-out.ts'
import { accuracyAtCoverage, scoresOf } from '../../tools/signals/score.ts'
import { type Example, opinions, umsab } from '../../tools/signals/sources.ts'
import type { BenchResult } from '../run.ts'
import { percent, perCpuSecond } from './cpu.ts'

/** Opinion in French and English: macro-F1 of three classes, without "unsure", against AFINN as npm has it. */
export function opinion(folder: string | undefined): BenchResult {
  const result: BenchResult = { figures: {}, against: {} }
  for (const language of ['en', 'fr'] as const) {
    for (const part of ['trade', 'public'] as const) {
      const own = ownPosts(language, part).filter((post) => isHeldOut(post.text))
      if (own.length > 0)
        measure(
          result,
          part === 'trade' ? `own_${language}` : `own_public_${language}`,
          language,
          own.map((post) => ({ ...post, source: 'corpus' })),
        )
    }
    for (const part of ['val', 'test']) {
      const posts = folder === undefined ? undefined : umsab(folder, language, part)
      if (posts) measure(result, `umsab_${part}_${language}`, language, posts)
    }
  }
  return result
}

function measure(
  { figures, against }: BenchResult,
  name: string,
  language: ReadLanguage,
  posts: readonly Example[],
): void {
  const truth = posts.map((post) => opinions.indexOf(post.opinion))
  const read = posts.map((post) => sentimentOf(readingOf(post.text, language), language))
  const found = read.map((reading) => opinions.indexOf(reading.leaning))
  const scores = scoresOf(truth, found, opinions.length)
  figures[`${name}_posts`] = posts.length
  figures[`${name}_f1`] = percent(scores.macroF1)
  figures[`${name}_f1_standard_error`] = percent(scores.error)
  for (const [k, { precision, recall, f1 }] of scores.perClass.entries())
    figures[`${name}_${opinions[k]}_precision_recall_f1`] = [precision, recall, f1]
      .map(percent)
      .join(' ')
  figures[`${name}_accuracy_at_25_50_75_100`] = accuracyAtCoverage(
    truth.map((label, i) => label === found[i]),
    read.map(({ confidence }) => confidence),
  )
    .map(percent)
    .join(' ')
  const sure = read.flatMap((reading, i) => (reading.sentiment === 'unsure' ? [] : [i]))
  figures[`${name}_unsure`] = percent(1 - sure.length / posts.length)
  figures[`${name}_accuracy_when_sure`] = percent(
    sure.filter((i) => truth[i] === found[i]).length / Math.max(sure.length, 1),
  )
  figures[`${name}_mean_confidence`] = percent(
    read.reduce((sum, { confidence }) => sum + confidence, 0) / posts.length,
  )
  const texts = posts.map((post) => post.text)
  figures[`${name}_per_cpu_second`] = perCpuSecond(texts, (text) =>
    sentimentOf(readingOf(text, language), language),
  )

  const afinn = afinnOf(language)
  against[`${name}_afinn_f1`] = percent(scoresOf(truth, texts.map(afinn), opinions.length).macroF1)
  against[`${name}_afinn_per_cpu_second`] = perCpuSecond(texts, afinn)
  const counts = opinions.map((_, k) => truth.filter((label) => label === k).length)
  const most = counts.indexOf(Math.max(...counts))
  against[`${name}_majority_f1`] = percent(
    scoresOf(
      truth,
      truth.map(() => most),
      opinions.length,
    ).macroF1,
  )
}

/** npm's `sentiment`, with its own AFINN in English and with AFINN-fr handed to it in French. */
function afinnOf(language: ReadLanguage): (text: string) => number {
  const reader = new Sentiment()
  if (language === 'fr') {
    const labels = Object.fromEntries(loadLexicon(['afinn-fr']).values)
    reader.registerLanguage('fr', { labels })
  }
  return (text) => 1 + Math.sign(reader.analyze(text, { language }).score)
}
