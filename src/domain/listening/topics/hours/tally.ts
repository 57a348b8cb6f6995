import type { Period } from '../period.ts'
import type { UsualCount } from '../rising/find-rising.ts'
import type { TermCount } from '../rising/term-counts.ts'
import { presentOf } from './present.ts'
import type { Hour } from './hour.ts'
import type { Said } from './at-hand.ts'
import { usualOf } from './usual.ts'

/** What was said in a period and in the usual stretches of time before it. */
export interface Tally {
  posts: number
  /** Of all of them: see `weightOf`. */
  weight: number
  /** How much was said in each usual stretch, the latest first; 0 is the latest. */
  before: { stretch: number; posts: number; weight: number }[]
  /** Terms that may be told about: said by enough people. */
  terms: TermCount[]
  /** How many terms the period has. */
  tested: number
  /** How many posts of each stretch held a term; the weight told is their number. */
  usual(term: string): readonly UsualCount[]
  /** The same of some terms, with their true weights. */
  weigh(terms: readonly TermCount[]): Map<string, UsualCount[]>
}

/**
 * Counts what hours hold.
 * @param sources those that are counted, as they are called in `packed.sources`
 * @param queryId only what it found
 */
export function tallyOf(
  { hours, numbering }: Said,
  period: Period,
  sources: ReadonlySet<string>,
  queryId: string | undefined,
): Tally {
  const counted = hours.map((hour) => placesIn(hour, sources, queryId))
  const { posts, terms, tested, weight, candidateOf } = presentOf(
    hours,
    counted,
    period,
    numbering.size,
  )
  const usual = usualOf(hours, counted, period, terms.length, candidateOf)
  const numberOf = new Map(terms.map(({ term }, i) => [term, i]))
  return {
    posts,
    weight,
    before: usual.before,
    terms,
    tested,
    usual: (term) => {
      const number = numberOf.get(term)
      return number === undefined ? [] : usual.countsOf(number)
    },
    weigh: (some) => {
      const asked = some.map(({ term }) => numberOf.get(term) ?? -1)
      const weighed = usual.weigh(asked)
      return new Map(some.map(({ term }, i) => [term, weighed[i] ?? []]))
    },
  }
}

/** 1 for each post of an hour that is counted: it says something, its source is counted, the query found it. */
function placesIn(
  { packed }: Hour,
  sources: ReadonlySet<string>,
  queryId: string | undefined,
): Uint8Array {
  const { at, source, termEnds } = packed
  const isCounted = packed.sources.map((name) => sources.has(name))
  const result = new Uint8Array(at.length)
  for (let i = 0; i < at.length; i++) {
    const says = (termEnds[i] ?? 0) > (termEnds[i - 1] ?? 0)
    if (says && isCounted[source[i] ?? 0] && isFoundBy(packed, i, queryId)) result[i] = 1
  }
  return result
}

export function isFoundBy(packed: Hour['packed'], i: number, queryId: string | undefined): boolean {
  if (queryId === undefined) return true
  const query = packed.queries.indexOf(queryId)
  if (query < 0) return false
  for (let hit = packed.queryEnds[i - 1] ?? 0; hit < (packed.queryEnds[i] ?? 0); hit++)
    if (packed.foundBy[hit] === query) return true
  return false
}
