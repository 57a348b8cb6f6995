import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rarestOf } from './peaks.ts'
import { dice, poisson } from './simulate.ts'
import type { Stretch } from './stretches.ts'

const DAYS = 42
const FEWEST = 3
/** Width of the law of the rarest of many stretches, were counts not whole. */
const BY_LAW = 1 / Math.LN10

/** Days of 24 hours by chance alone, of which some bring a crisis. */
function past(mean: number, seed: number, crisis = 0): Stretch[] {
  const roll = dice(seed)
  return Array.from({ length: DAYS * 24 }, (_, hour) => {
    const day = Math.floor(hour / 24)
    const more = day % 10 === 4 && hour % 24 === 12 ? crisis : 0
    return { count: poisson(mean, roll) + more, mean, day: String(day) }
  })
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

describe('the rarest stretch of each day', () => {
  // Three in an hour come on one day in three at most.
  test.each([0.02, 0.1, 0.3, 0.5])(
    'is as wide as the law has it where only chance speaks, however few come (%d an hour)',
    (mean) => {
      const widths = Array.from({ length: 15 }, (_, i) => rarestOf(past(mean, i + 1), 0, FEWEST))
      const found = median(widths.map(({ width }) => width))
      expect(found).toBeGreaterThan(BY_LAW / 2)
      expect(found).toBeLessThan(BY_LAW * 1.6)
    },
  )

  test('is wider where whole days are moody', () => {
    const moody = past(0.3, 7).map((one, hour) =>
      Math.floor(hour / 24) % 3 === 0 ? { ...one, count: one.count * 4 } : one,
    )
    expect(rarestOf(moody, 0, FEWEST).width).toBeGreaterThan(2 * BY_LAW)
  })

  test('is not moved by the size of past crises', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0.05, 0.5, 4),
        fc.integer({ min: 40, max: 4_000 }),
        (mean, crisis) => {
          const { width, middle } = rarestOf(past(mean, 3, crisis), 0, FEWEST)
          const usual = rarestOf(past(mean, 3, 40), 0, FEWEST)
          expect(width).toBeCloseTo(usual.width, 3)
          expect(middle).toBeCloseTo(usual.middle, 3)
        },
      ),
      { numRuns: 20 },
    )
  })
})
