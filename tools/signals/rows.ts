import { featuresOfToken, mannersOf, pairBucket } from '#domain/listening/signals/features.ts'
import type { Reading } from '#domain/listening/signals/linear-model.ts'

/** Texts as rows of a sparse matrix, with the same features and the same norms as `LinearModel.scores`. */
export interface Rows {
  starts: Int32Array
  columns: Int32Array
  values: Float32Array
  /** The lexicons' figures, a row per text. */
  dense: Float64Array
  denseSize: number
  count: number
  buckets: number
}

export function rowsOf(readings: readonly Reading[], buckets: number, withFigures: boolean): Rows {
  const mask = buckets - 1
  const columns: number[] = []
  const values: number[] = []
  const starts = new Int32Array(readings.length + 1)
  const denseSize = withFigures ? (readings[0]?.figures.length ?? 0) : 0
  const dense = new Float64Array(readings.length * denseSize)
  for (const [row, reading] of readings.entries()) {
    const words: number[] = []
    const letters: number[] = []
    let before: number | null = null
    for (const [i, token] of reading.tokens.entries()) {
      const features = featuresOfToken(token, mask)
      words.push(...features.words, pairBucket(before, token.plain, mask))
      if (reading.negated[i] === 1 && token.kind === 'word') words.push(features.denied)
      letters.push(...features.letters)
      before = features.hash
    }
    words.push(...mannersOf(reading.text, reading.tokens, mask), pairBucket(before, null, mask))
    push(words, 0)
    push(letters, buckets)
    starts[row + 1] = columns.length
    if (withFigures) dense.set(reading.figures, row * denseSize)
  }
  return {
    starts,
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
    dense,
    denseSize,
    count: readings.length,
    buckets,
  }

  function push(found: number[], offset: number): void {
    const norm = 1 / Math.sqrt(Math.max(found.length, 1))
    const counts = new Map<number, number>()
    for (const column of found) counts.set(column, (counts.get(column) ?? 0) + 1)
    for (const [column, times] of counts) {
      columns.push(column + offset)
      values.push(times * norm)
    }
  }
}
