import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfAtLeast, countBeyond, type CountLaw } from './negative-binomial.ts'
import { spendWhole } from './spend.ts'

const FEWEST = 3
const laws = fc.array(
  fc.record({
    mean: fc.double({ min: 0.001, max: 60, noNaN: true }),
    overdispersion: fc.double({ min: 0, max: 2, noNaN: true }),
  }),
  { minLength: 1, maxLength: 40 },
)
const rarities = fc.double({ min: 1, max: 8, noNaN: true })

/** How many alarms chance gives in the stretches of a week. */
const alarmsOf = (week: readonly CountLaw[], rare: number): number =>
  week.reduce((sum, law) => {
    const alarm = Math.max(FEWEST, countBeyond(10 ** -rare, law))
    return sum + chanceOfAtLeast(alarm, law)
  }, 0)

describe('what whole counts leave of a budget', () => {
  test('is spent, and no more', () => {
    fc.assert(
      fc.property(laws, rarities, (week, rare) => {
        const budget = week.length * 10 ** -rare
        // The last bound is met to a quarter of a hundredth.
        expect(alarmsOf(week, spendWhole(week, rare, FEWEST))).toBeLessThanOrEqual(budget * 1.003)
      }),
    )
  })

  test('never makes a bound higher', () => {
    fc.assert(
      fc.property(laws, rarities, (week, rare) => {
        expect(spendWhole(week, rare, FEWEST)).toBeLessThanOrEqual(rare)
      }),
    )
  })

  test('lets an hour ring one worrying mention sooner', () => {
    // By night hardly any is expected, by day one an hour: three by night are much rarer than they would have to be.
    const week = Array.from({ length: 168 }, (_, hour) => ({
      mean: hour % 24 < 8 ? 0.1 : 0.6 + (hour % 24) / 40,
      overdispersion: 0.07,
    }))
    const evening = week[20] ?? expect.fail('a week has more hours')
    const alarm = (rare: number) => countBeyond(10 ** -rare, evening)
    expect(alarm(3.75)).toBe(8)
    expect(alarm(spendWhole(week, 3.75, FEWEST))).toBe(7)
  })
})
