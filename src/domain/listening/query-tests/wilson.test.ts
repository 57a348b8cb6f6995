import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from './wilson.ts'

test.each([
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies where the published table says', (successes, count, low, high) => {
  const share = wilson(successes, count)
  expect(share?.low).toBeCloseTo(low, 4)
  expect(share?.high).toBeCloseTo(high, 4)
})

test('nine judgements tell nothing yet', () => {
  expect(wilson(9, 9)).toBeNull()
})

test('the share lies within its interval, which narrows as more is judged', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, part) => {
        const k = Math.round(n * part)
        const few = wilson(k, n)
        const many = wilson(k * 4, n * 4)
        if (!few || !many) throw new Error('enough was judged')
        expect(few.low).toBeLessThanOrEqual(few.value)
        expect(few.high).toBeGreaterThanOrEqual(few.value)
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      },
    ),
  )
})
