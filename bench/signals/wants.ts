import { intents, readSignals, risks } from '#domain/listening/signals/index.ts'
import { ownPosts } from '../../tools/signals/corpus.ts'
import { isHeldOut } from '../../tools/signals/held-out.ts'
import type { BenchResult } from '../run.ts'
import { percent, perCpuSecond } from './cpu.ts'

/** Intents and risks on our own held-out posts, each as precision, recall and F1; and the whole of a reading, timed. */
export function wants(): BenchResult {
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
  return result
}

function count(list: readonly boolean[]): number {
  return list.filter(Boolean).length
}
