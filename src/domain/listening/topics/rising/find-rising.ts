import { gather, type Topic } from './gather.ts'
import { riseOf, told } from './rise.ts'
import type { TermCount } from './term-counts.ts'

/** The usual of a term in one stretch of time. */
export interface UsualCount {
  stretch: number
  posts: number
  weight: number
}

/** Of all terms announced, at most this share is expected to be false. */
const FALSE_SHARE = 0.05

/**
 * Topics that are new in a period: terms far above their usual share, those of the same posts gathered.
 * @param now how much all of the period weighs
 * @param tested how many terms the period has: all of them count as tested, most being too rare to be told
 * @param said how much was said in each usual stretch of time
 */
export function findRising(
  now: number,
  { terms, tested }: { terms: readonly TermCount[]; tested: number },
  usual: ReadonlyMap<string, readonly UsualCount[]>,
  said: ReadonlyMap<number, number>,
): Topic[] {
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
