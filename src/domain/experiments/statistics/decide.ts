import type { Comparison } from './compare.ts'
import { eventsForDistance } from './sample-size.ts'

/** What was fixed before the first figure came in. */
export interface Rule {
  /** Smallest relative difference that would change what the company does: 0.2 for 20 %. */
  minimumEffect: number
  /** Level of the intervals, 0.95: a version is chosen when its probability to be better passes 0.975. */
  certainty: number
  /** Events of both versions together under which nothing is decided. */
  plannedEvents: number
}

export type Decision =
  | { kind: 'b-better' | 'a-better' | 'no-difference-that-matters' }
  /** Under the planned number of events. */
  | { kind: 'too-early'; needed: number }
  | { kind: 'cannot-tell'; needed: number }

/**
 * Decides by the rule fixed beforehand; the same for both versions.
 *
 * What holds: read once, at the planned number of events, two versions that are worth the same are
 * told apart wrongly at most 1 − certainty of the time. Looking earlier costs nothing, as nothing is
 * decided then, and counting events rather than days keeps that true whenever they come. Reading
 * on after a first "cannot tell" adds to the risk at each new reading: the probability stays what
 * the facts say, the long-run rate of wrong choices does not (Robinson, Variance Explained, 2015).
 */
export function decide(comparison: Comparison, rule: Rule): Decision {
  const events = comparison.a.count + comparison.b.count
  if (events < rule.plannedEvents) return { kind: 'too-early', needed: rule.plannedEvents - events }
  const enough = (1 + rule.certainty) / 2
  if (comparison.probabilityBBetter >= enough) return { kind: 'b-better' }
  if (comparison.probabilityBBetter <= 1 - enough) return { kind: 'a-better' }
  const edge = 1 + rule.minimumEffect
  if (comparison.probabilityBetween(1 / edge, edge) >= rule.certainty) {
    return { kind: 'no-difference-that-matters' }
  }
  return { kind: 'cannot-tell', needed: Math.max(1, eventsToDecide(comparison, rule) - events) }
}

/**
 * Events at which the rule would decide four times in five, if the difference is the one seen: the
 * lesser of what shows a difference and of what shows that it is under the minimum.
 */
function eventsToDecide(comparison: Comparison, { minimumEffect, certainty }: Rule): number {
  const seen = Math.abs(Math.log(comparison.ratio.mid))
  const distance = Math.max(seen, Math.log1p(minimumEffect) - seen)
  return eventsForDistance({
    distance,
    certainty,
    shareOfB: comparison.b.exposure / (comparison.a.exposure + comparison.b.exposure),
    dispersion: Math.max(1, comparison.dispersion.estimate ?? 1),
  })
}
