import { chanceOf, chanceOfAtLeast, countBeyond, type CountLaw } from './negative-binomial.ts'

/** A count from which on a stretch could ring: its chance, and how much likelier it is than the next count. */
interface Step {
  chance: number
  costs: number
}

/** How much likelier than the mean of all one stretch may be to ring. */
const FREER = 10
/** Bounds above are met so nearly that they leave nothing. */
const FEW = 64
/** Chances nearer to each other are not told apart: rarities are kept to four digits. */
const EDGE = 1.005

/**
 * Counts are whole: where few mentions are expected, no count may exist that chance passes once in a thousand, only one that
 * it passes once in five thousand. What such stretches leave unspent is given to all: the bounds of the week are moved down
 * together, the rarest next count first, as long as chance passes no more of them than if each were met exactly.
 * @param laws of each stretch of the week
 * @param rare how rare a count would have to be, were counts not whole (−log₁₀ of its chance)
 * @param fewest no count below rings
 * @returns how rare it must be instead: as rare, or less
 */
export function spendWhole(laws: readonly CountLaw[], rare: number, fewest: number): number {
  const each = 10 ** -rare
  const bounds = laws.map((law) => ({ law, alarm: Math.max(fewest, countBeyond(each, law)) }))
  const few = bounds.filter(({ alarm }) => alarm <= FEW)
  const exact = bounds.length - few.length
  const steps = few.flatMap(({ law, alarm }) => stepsBelow(alarm, law, each * FREER * EDGE, fewest))
  let passed = few.reduce((sum, { law, alarm }) => sum + chanceOfAtLeast(alarm, law), 0)
  let spent = each
  const ordered = steps.toSorted((a, b) => a.chance - b.chance)
  for (const [i, { chance, costs }] of ordered.entries()) {
    passed += costs
    if (chance > each * FREER || passed + exact * chance > each * laws.length) break
    // Steps too near to be told apart are taken together or not at all.
    const next = ordered[i + 1]?.chance ?? Infinity
    if (next > chance * EDGE) spent = chance
  }
  return spent === each ? rare : -Math.log10(spent * Math.sqrt(EDGE))
}

function stepsBelow(alarm: number, law: CountLaw, most: number, fewest: number): Step[] {
  const steps: Step[] = []
  let chance = chanceOfAtLeast(alarm, law)
  for (let count = alarm - 1; count >= fewest; count--) {
    const costs = chanceOf(count, law)
    chance += costs
    if (chance > most) break
    steps.push({ chance, costs })
  }
  return steps
}
