/**
 * Prints posts without their labels, in an order that tells nothing, for a second labelling from the guide alone:
 *
 *     node src/domain/listening/signals/corpus/blind-sample.ts 320
 *
 * `blindSample()` draws the same posts in the same order for the same corpus and seed, so that the number before a post
 * is enough to find it again; a longer corpus gives another sample.
 */
import { type CorpusLanguage, type CorpusRow, readCorpus } from './read-corpus.ts'

/** The seed of the sample kept in second-labels.tsv. */
const seedOfSecondLabels = 20261126

/**
 * @param language which half of the corpus
 * @param size how many posts to draw, without replacement
 * @param seed any whole number
 */
export function blindSample(language: CorpusLanguage, size: number, seed: number): CorpusRow[] {
  const rows = readCorpus(language)
  const random = numbersFrom(seed)
  // Fisher and Yates: each order is as likely as any other.
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1))
    const [here, there] = [rows[last], rows[pick]]
    if (here === undefined || there === undefined) continue
    rows[last] = there
    rows[pick] = here
  }
  return rows.slice(0, size)
}

/** Mulberry32 (Tommy Ettinger, public domain): small, even enough for a shuffle, the same on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

if (import.meta.main) {
  const size = Number(process.argv[2] ?? 300)
  for (const language of ['fr', 'en'] as const)
    for (const [at, row] of blindSample(language, size, seedOfSecondLabels).entries())
      process.stdout.write(`${language} ${at + 1}\t${row.text}\n`)
}
