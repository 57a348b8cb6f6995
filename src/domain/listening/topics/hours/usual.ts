import { DAY, type Period } from '../period.ts'
import type { UsualCount } from '../rising/find-rising.ts'
import type { Hour } from './hour.ts'
import { spotsWithin } from './spots.ts'

/** What one stretch of time holds, of everything or of one term. */
class Mark {
  posts = 0
  readonly #voices = new Set<number>()
  readonly #copies = new Set<number>()

  add({ voiceOfDay, copy }: Hour, place: number): void {
    this.posts++
    this.#voices.add(voiceOfDay[place] ?? 0)
    this.#copies.add(copy[place] ?? 0)
  }

  /** See `TermCount.weight`. */
  get weight(): number {
    return Math.min(this.#voices.size, this.#copies.size)
  }
}

/**
 * Counts the usual stretches of time, and what they hold of the candidates of the period.
 * @param candidateOf by number, which of the candidates it is, or -1
 */
export function usualOf(
  hours: readonly Hour[],
  counted: readonly Uint8Array[],
  { since, usualSince, days }: Period,
  candidates: number,
  candidateOf: Int32Array,
) {
  const spots = spotsWithin(hours, counted, usualSince.getTime(), since.getTime())
  const stretchOf = (at: number) => Math.floor((since.getTime() - at) / (days * DAY))
  const stretches = stretchOf(usualSince.getTime()) + 1
  const marksOf = () => Array.from({ length: stretches }, () => new Mark())
  const each = (work: (candidate: number, stretch: number, hour: Hour, place: number) => void) => {
    for (let i = 0; i < spots.length; i++) {
      const [number, place] = [spots.hour[i] ?? 0, spots.place[i] ?? 0]
      const hour = hours[number]
      if (!hour) continue
      const { terms } = hour
      const { termEnds } = hour.packed
      const stretch = stretchOf(spots.at[i] ?? 0)
      for (let t = termEnds[place - 1] ?? 0; t < (termEnds[place] ?? 0); t++) {
        const candidate = candidateOf[terms[t] ?? 0] ?? -1
        if (candidate >= 0) work(candidate, stretch, hour, place)
      }
    }
  }
  const all = marksOf()
  for (let i = 0; i < spots.length; i++) {
    const hour = hours[spots.hour[i] ?? 0]
    if (hour) all[stretchOf(spots.at[i] ?? 0)]?.add(hour, spots.place[i] ?? 0)
  }
  const counts = new Int32Array(candidates * stretches)
  each((candidate, stretch) => {
    const at = candidate * stretches + stretch
    counts[at] = (counts[at] ?? 0) + 1
  })
  return {
    before: told(all),
    /** Posts alone: the weight told is their number. */
    countsOf: (candidate: number): UsualCount[] =>
      Array.from(counts.subarray(candidate * stretches, (candidate + 1) * stretches)).flatMap(
        (posts, stretch) => (posts === 0 ? [] : [{ stretch, posts, weight: posts }]),
      ),
    /** The same of some candidates, with their weights. */
    weigh: (asked: readonly number[]): UsualCount[][] => {
      const marks = new Map(asked.map((candidate) => [candidate, marksOf()]))
      each((candidate, stretch, hour, place) => marks.get(candidate)?.[stretch]?.add(hour, place))
      return asked.map((candidate) => told(marks.get(candidate) ?? []))
    },
  }
}

const told = (marks: readonly Mark[]): UsualCount[] =>
  marks.flatMap(({ posts, weight }, stretch) => (posts === 0 ? [] : [{ stretch, posts, weight }]))
