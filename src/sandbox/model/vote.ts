import type { Random } from './random.ts'
import type { ViewStep } from './views.ts'

/** So many more people had chosen this by that instant. */
export interface VoteStep {
  /** Epoch milliseconds. */
  at: number
  /** Place of the choice in the poll. */
  choice: number
  count: number
}

/** Of those who see a poll, how many vote: ours. A vote costs less than a comment and more than a like. */
const VOTES_PER_VIEW = 0.06

/** How differently the choices of one poll please: the standard deviation of the logarithm of their weight; ours. */
const TASTE = 0.35

/**
 * How people vote, decided when the poll is accepted: those who see it, as they see it, until it closes. One vote each.
 * @param closes epoch milliseconds
 */
export function vote(
  views: readonly ViewStep[],
  { choices, closes }: { choices: number; closes: number },
  random: Random,
): VoteStep[] {
  const weights = Object.fromEntries(
    Array.from({ length: choices }, (_, n) => [String(n), random.logNormal(1, TASTE)]),
  )
  return views
    .filter(({ at }) => at < closes)
    .flatMap(({ at, count }) => {
      const votes = Array.from({ length: choices }, () => 0)
      for (let viewer = 0; viewer < count; viewer++) {
        if (!random.chance(VOTES_PER_VIEW)) continue
        const choice = Number(random.weighted(weights))
        votes[choice] = (votes[choice] ?? 0) + 1
      }
      return votes.flatMap((n, choice) => (n > 0 ? [{ at, choice, count: n }] : []))
    })
}
