import { LinearModel } from '#domain/listening/signals/linear-model.ts'
import type { ReadLanguage } from '#domain/listening/signals/names.ts'
import { readingOf } from '#domain/listening/signals/reading.ts'
import { roll, seed } from '#domain/listening/signals/words/hash.ts'
import { allRows, fitted, sentimentFit } from './train-sentiment.ts'

/**
 * The opinion of each of our posts, by a sentiment model that has not seen it: the corpus is cut in two, and each half is
 * read by a model trained without it. What the model of wants learns of opinions is then as unsure as it will find them.
 */
export function opinionsOfOthers(
  language: ReadLanguage,
  folder: string,
): Map<string, Float64Array> {
  const rows = allRows(language, folder)
  const own = `corpus-${language}`
  const found = new Map<string, Float64Array>()
  for (const half of [0, 1]) {
    const unseen = (row: (typeof rows)[number]) => row.source === own && halfOf(row.text) === half
    const model = new LinearModel(
      fitted(
        language,
        rows.filter((row) => !unseen(row)),
        quick,
      ),
    )
    for (const row of rows.filter(unseen))
      found.set(row.text, model.scores(readingOf(row.text, language)))
  }
  return found
}

/** Half the rounds: these models only say how unsure an opinion is of posts it has not met. */
const quick = { ...sentimentFit, rounds: 20 }

function halfOf(text: string): number {
  return (Math.imul(roll(seed, text), 0x85ebca6b) >>> 12) & 1
}
