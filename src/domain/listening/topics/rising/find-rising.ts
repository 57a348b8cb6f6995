import { gather, type Topic } from './gather.ts'
import { type Rise, riseOf, told } from './rise.ts'
import {
  countOf,
  isShared,
  postsByTerm,
  type TermCount,
  type TopicPost,
  weightOf,
} from './term-counts.ts'

/** The usual of a term in one stretch of time. */
export interface UsualCount {
  stretch: number
  posts: number
  weight: number
}

/** Of all terms announced, at most this share is expected to be false. */
const FALSE_SHARE = 0.05

export interface RisingTerm extends TermCount, Rise {}

/** Terms that may be told about: said by enough people. Their usual is to be asked for. */
export function candidates(posts: readonly TopicPost[]): { terms: TermCount[]; tested: number } {
  const byTerm = postsByTerm(posts)
  const terms = [...byTerm]
    .filter(([, holding]) => holding.length >= 3)
    .map(([term, holding]) => countOf(term, holding))
  return { terms: terms.filter(isShared), tested: byTerm.size }
}

/**
 * Topics that are new in a period: terms far above their usual share, those of the same posts gathered.
 * @param tested how many terms the period has: all of them count as tested, most being too rare to be told
 * @param said how much was said in each usual stretch of time
 */
export function findRising(
  posts: readonly TopicPost[],
  { terms, tested }: { terms: readonly TermCount[]; tested: number },
  usual: ReadonlyMap<string, readonly UsualCount[]>,
  said: ReadonlyMap<number, number>,
): Topic[] {
  const now = weightOf(posts)
  const rises = terms.map((count) => {
    const counts = usual.get(count.term) ?? []
    const before = [...said].map(([stretch, weight]) => ({
      said: weight,
      with: counts.find((one) => one.stretch === stretch)?.weight ?? 0,
    }))
    return { ...count, ...riseOf({ said: now, with: count.weight }, before) }
  })
  const isTold = told(
    rises.map(({ p }) => p),
    tested,
    FALSE_SHARE,
  )
  return gather(rises.filter((_, i) => isTold[i]))
}
