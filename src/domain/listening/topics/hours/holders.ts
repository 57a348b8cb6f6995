import type { Hour } from './hour.ts'
import type { Spots } from './spots.ts'

/** The terms of some posts, each with the posts that hold it, in their order. */
export interface Holders {
  /** How many terms there are. */
  terms: number
  /** Places in `spots` of the posts that hold a term. */
  holding(number: number): Int32Array
  wordOf(number: number): string
}

/** @param size all numbers are below it */
export function holdersOf(hours: readonly Hour[], spots: Spots, size: number): Holders {
  const counts = new Int32Array(size)
  const firstHour = new Int32Array(size)
  const firstWord = new Int32Array(size)
  const each = (work: (number: number, i: number, hour: number, t: number) => void) => {
    for (let i = 0; i < spots.length; i++) {
      const [hour, place] = [spots.hour[i] ?? 0, spots.place[i] ?? 0]
      const said = hours[hour]
      if (!said) continue
      const { terms } = said
      const { termEnds } = said.packed
      const end = termEnds[place] ?? 0
      for (let t = termEnds[place - 1] ?? 0; t < end; t++) work(terms[t] ?? 0, i, hour, t)
    }
  }
  let different = 0
  each((number, _, hour, t) => {
    const known = counts[number] ?? 0
    counts[number] = known + 1
    if (known > 0) return
    different++
    firstHour[number] = hour
    firstWord[number] = hours[hour]?.packed.terms[t] ?? 0
  })
  const ends = counts.slice()
  for (let i = 1; i < size; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0)
  const next = ends.map((end, i) => end - (counts[i] ?? 0))
  const places = new Int32Array(ends.at(-1) ?? 0)
  each((number, i) => {
    const place = next[number] ?? 0
    places[place] = i
    next[number] = place + 1
  })
  return {
    terms: different,
    holding: (number) => places.subarray((ends[number] ?? 0) - (counts[number] ?? 0), ends[number]),
    wordOf: (number) => hours[firstHour[number] ?? 0]?.words?.[firstWord[number] ?? 0] ?? '',
  }
}
