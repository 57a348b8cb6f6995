import type { Period } from '../period.ts'
import { isShared, type TermCount, type TopicPost } from '../rising/term-counts.ts'
import { holdersOf } from './holders.ts'
import type { Hour } from './hour.ts'
import { latestOf, spotsWithin } from './spots.ts'

/** The most posts of a period that are counted, the latest. */
const MOST_POSTS = 20_000

/**
 * Counts the period itself: its terms that enough people say, with their posts.
 * @param size all numbers of the hours are below it
 */
export function presentOf(
  hours: readonly Hour[],
  counted: readonly Uint8Array[],
  period: Period,
  size: number,
) {
  const [since, until] = [period.since.getTime(), period.until.getTime()]
  const spots = latestOf(spotsWithin(hours, counted, since, until), MOST_POSTS)
  const numbersOf = (numberOf: (hour: Hour, place: number) => number | undefined) =>
    Int32Array.from(spots.hour, (number, i) => {
      const hour = hours[number]
      return (hour && numberOf(hour, spots.place[i] ?? 0)) ?? 0
    })
  const voiceOf = numbersOf(({ voice }, place) => voice[place])
  const voices = new Distinct(voiceOf, size)
  const days = new Distinct(
    numbersOf(({ voiceOfDay }, place) => voiceOfDay[place]),
    size,
  )
  const copies = new Distinct(
    numbersOf(({ copy }, place) => copy[place]),
    size,
  )
  const names = [...new Set(hours.flatMap(({ packed }) => packed.sources))]
  const sources = new Distinct(
    numbersOf(({ packed }, place) =>
      names.indexOf(packed.sources[packed.source[place] ?? 0] ?? ''),
    ),
    names.length,
  )
  const weightOf = (places: Int32Array) => Math.min(days.among(places), copies.among(places))
  const { terms: tested, holding, wordOf } = holdersOf(hours, spots, size)
  const postAt = (i: number): TopicPost => ({
    get id() {
      return hours[spots.hour[i] ?? 0]?.idOf(spots.place[i] ?? 0) ?? ''
    },
    at: new Date(spots.at[i] ?? 0),
    voice: voiceOf[i] ?? 0,
  })
  const posts = Array.from(spots.hour, (_, i) => postAt(i))
  const terms: TermCount[] = []
  const candidateOf = new Int32Array(size).fill(-1)
  for (let number = 0; number < size; number++) {
    const places = holding(number)
    if (places.length < 3) continue
    const count = {
      weight: weightOf(places),
      voices: voices.among(places),
      sources: sources.among(places),
    }
    if (!isShared({ ...count, posts: places })) continue
    candidateOf[number] = terms.length
    const held = Array.from(places, (place) => posts[place] as TopicPost)
    terms.push({ ...count, term: wordOf(number), posts: held })
  }
  return {
    posts: spots.length,
    weight: weightOf(Int32Array.from(posts.keys())),
    terms,
    tested,
    /** By number, the place in `terms`; -1 where it is not among them. */
    candidateOf,
  }
}

/** How many different numbers there are among some places, time after time. */
class Distinct {
  readonly #numbers: Int32Array
  readonly #met: Int32Array
  #round = 0

  constructor(numbers: Int32Array, size: number) {
    this.#numbers = numbers
    this.#met = new Int32Array(size)
  }

  among(places: Int32Array): number {
    const round = ++this.#round
    let count = 0
    for (const place of places) {
      const number = this.#numbers[place] ?? 0
      if (this.#met[number] === round) continue
      this.#met[number] = round
      count++
    }
    return count
  }
}
