import {
  intents,
  type ReadLanguage,
  readSignals,
  type Risk,
  risks,
} from '#domain/listening/signals/index.ts'
import { ownPosts } from '../../tools/signals/corpus.ts'
import { isHeldOut } from '../../tools/signals/held-out.ts'
import { goEmotions, umsab, xed } from '../../tools/signals/sources.ts'
import type { BenchResult } from '../run.ts'
import { percent, perCpuSecond } from './cpu.ts'

/**
 * Intents and risks on our own held-out posts, each as precision, recall and F1; risks that are seen in talk of anything,
 * where there are hardly any; and the whole of a reading, timed.
 */
export function wants(folder: string | undefined): BenchResult {
  const result: BenchResult = { figures: {}, against: {} }
  for (const language of ['en', 'fr'] as const) {
    const posts = ownPosts(language).filter((post) => isHeldOut(post.text))
    if (posts.length === 0) continue
    const read = posts.map((post) => readSignals(post.text, language))
    for (const signal of [...intents, ...risks]) {
      const is = posts.map((post) => [...post.intents, ...post.risks].includes(signal))
      const said = read.map(({ words }) => words[signal] !== undefined)
      const both = is.filter((yes, i) => yes && said[i]).length
      const [precision, recall] = [both / Math.max(count(said), 1), both / Math.max(count(is), 1)]
      const f1 = (2 * both) / Math.max(count(is) + count(said), 1)
      result.figures[`${signal}_${language}_posts`] = count(is)
      result.figures[`${signal}_${language}_precision_recall_f1`] = [precision, recall, f1]
        .map(percent)
        .join(' ')
      result.against[`${signal}_${language}_always_f1`] = percent(
        (2 * count(is)) / (count(is) + posts.length),
      )
    }
    const texts = posts.map((post) => post.text)
    result.figures[`whole_reading_${language}_per_cpu_second`] = perCpuSecond(texts, (text) =>
      readSignals(text),
    )
  }
  for (const [name, language, texts] of folder === undefined ? [] : talkOf(folder))
    result.figures[`risks_in_1000_${name} (${texts.length})`] = risksIn(texts, language)
  return result
}

/** Texts about anything: nobody labelled their risks, which are few, so that what is seen there is nearly all mistaken. */
function talkOf(folder: string): Talk[] {
  return [
    ['comments_en', 'en', textsOf(goEmotions(folder, 'test'))],
    ['subtitles_en', 'en', textsOf(xed(folder, 'en'))],
    ['subtitles_fr', 'fr', textsOf(xed(folder, 'fr'))],
    ['tweets_en', 'en', textsOf(umsab(folder, 'en') ?? [])],
    ['tweets_fr', 'fr', textsOf(umsab(folder, 'fr') ?? [])],
  ]
}

type Talk = [name: string, ReadLanguage, texts: string[]]

const textsOf = (examples: readonly { text: string }[]) => examples.map(({ text }) => text)

function risksIn(texts: readonly string[], language: ReadLanguage): string {
  const seen = new Map<Risk, number>()
  for (const text of texts)
    for (const risk of readSignals(text, language).risks) seen.set(risk, (seen.get(risk) ?? 0) + 1)
  return risks
    .map((risk) => `${risk} ${((1000 * (seen.get(risk) ?? 0)) / texts.length).toFixed(1)}`)
    .join(' ')
}

function count(list: readonly boolean[]): number {
  return list.filter(Boolean).length
}
