import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalQuantile } from './normal.ts'
import { solveIncreasing } from './solve.ts'
import { betaI, gammaP, lnGamma } from './special-functions.ts'

// Reference values: SciPy 1.17.1 (gammaln, gammainc, betainc), 2026-11-22.
describe('the functions agree with SciPy', () => {
  test.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [1, 0],
    [3.7, 1.428072326665388],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
  ])('ln Γ(%d)', (x, expected) => {
    expect(lnGamma(x)).toBeCloseTo(expected, x > 1e3 ? 6 : 11)
  })

  test.each([
    [0.5, 0.1, 0.34527915398142317],
    [0.5, 3, 0.9856941215645704],
    [1, 1, 0.6321205588285577],
    [10, 12, 0.7576078383294875],
    [100.5, 80, 0.015026293811978514],
    [100.5, 130, 0.9968169199992776],
    [50000.5, 50200, 0.8139356365058645],
    [1e6, 999000, 0.15865521357430365],
  ])('P(%d, %d)', (a, x, expected) => {
    expect(gammaP(a, x)).toBeCloseTo(expected, 8)
  })

  test.each([
    [0.3, 2, 5, 0.5798250000000003],
    [0.001, 0.5, 0.5, 0.020135041633377492],
    [0.9, 10, 3, 0.889130022255],
    [0.5, 80.5, 50.5, 0.004128790523327307],
    [0.51, 20000.5, 19500.5, 0.9277732812136564],
    [0.02, 3.5, 900.5, 0.9999940013634012],
    [0.5, 200000.5, 201000.5, 0.9428510750260588],
  ])('I_%d(%d, %d)', (x, a, b, expected) => {
    expect(betaI(x, a, b)).toBeCloseTo(expected, 8)
  })
})

const shape = fc.double({ min: 0.5, max: 1e5, noNaN: true })
const part = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

describe('cumulative functions', () => {
  test('rise from 0 to 1', () => {
    fc.assert(
      fc.property(shape, shape, part, part, (a, b, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)]
        const [under, over] = [betaI(low, a, b), betaI(high, a, b)]
        expect(under).toBeGreaterThanOrEqual(0)
        expect(over).toBeLessThanOrEqual(1 + 1e-12)
        expect(over - under).toBeGreaterThan(-1e-9)
        expect(gammaP(a, high * a) - gammaP(a, low * a)).toBeGreaterThan(-1e-9)
      }),
    )
  })

  test('are mirrored: I_x(a, b) + I_{1−x}(b, a) = 1', () => {
    fc.assert(
      fc.property(shape, shape, part, (a, b, x) => {
        expect(betaI(x, a, b) + betaI(1 - x, b, a)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('are turned back into quantiles', () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, p) => {
        const x = solveIncreasing((y) => gammaP(a, y), p, a)
        expect(gammaP(a, x)).toBeCloseTo(p, 7)
      }),
    )
  })

  test('end where they should', () => {
    expect([gammaP(2, 0), gammaP(2, Infinity), betaI(0, 1, 1), betaI(1, 1, 1)]).toEqual([
      0, 1, 0, 1,
    ])
  })
})

test.each([
  [0.5, 0],
  [0.8, 0.8416212335729143],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
])('the normal quantile of %d', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 8)
})
