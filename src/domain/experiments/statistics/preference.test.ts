import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededDraws } from './fixtures/seeded-draws.ts'
import { preferenceOf } from './preference.ts'

test('known cases: Beta(7.5, 3.5), integrated numerically', () => {
  const seven = preferenceOf(7, 3)
  expect(seven.interval.low).toBeCloseTo(0.3942, 3)
  expect(seven.interval.high).toBeCloseTo(0.9073, 3)
  expect(preferenceOf(0, 0).share).toBeNull()
  expect(preferenceOf(0, 0).probabilityFirst).toBeCloseTo(0.5, 12)
  expect(preferenceOf(60, 40).needed).toBe(0)
})

test('the two sides are treated alike, and more of the same is never less sure', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (a, b) => {
      const [one, other] = [preferenceOf(a, b), preferenceOf(b, a)]
      expect(one.probabilityFirst).toBeCloseTo(1 - other.probabilityFirst, 9)
      expect(one.interval.low).toBeCloseTo(1 - other.interval.high, 5)
      if (a > b) {
        expect(preferenceOf(2 * a, 2 * b).probabilityFirst).toBeGreaterThanOrEqual(
          one.probabilityFirst - 1e-12,
        )
      }
    }),
    { numRuns: 100 },
  )
})

test('where nobody prefers either, one is taken wrongly at most one time in twenty', () => {
  const draw = seededDraws(7)
  let wrong = 0
  const rounds = 2000
  for (let i = 0; i < rounds; i++) {
    let first = 0
    for (let v = 0; v < 120; v++) if (draw.uniform() < 0.5) first++
    if (preferenceOf(first, 120 - first).needed === 0) wrong++
  }
  expect(wrong / rounds).toBeLessThan(0.065)
})
