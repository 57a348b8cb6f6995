import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, type Model } from './compare.ts'
import type { PostCount } from './dispersion.ts'

const rate = { model: 'rate' as Model, certainty: 0.95 }
const proportion = { model: 'proportion' as Model, certainty: 0.95 }
const each = (...counts: number[]): PostCount[] => counts.map((count) => ({ count, exposure: 1 }))
const outOf = (count: number, exposure: number): PostCount[] => [{ count, exposure }]

describe('one version alone', () => {
  // Reference: SciPy 1.17.1, gamma(count + ½).ppf, 2026-11-22.
  test.each([
    [0, 1, 0.0004910345585876278, 0.227468211559786, 2.511943093657444],
    [7, 1, 3.1310688975216263, 7.169429755478323, 13.744196431721488],
    [50, 10, 3.7541735374540703, 5.016706064950864, 6.534985431203298],
    [2000, 40, 47.84469383266677, 50.00416691356359, 52.22766211197697],
  ])('%d clicks for %d: the interval is the Jeffreys one', (count, exposure, low, mid, high) => {
    const { perExposure } = compare(outOf(count, exposure), each(1), rate).a
    expect(perExposure.low).toBeCloseTo(low, 7)
    expect(perExposure.mid).toBeCloseTo(mid, 7)
    expect(perExposure.high).toBeCloseTo(high, 7)
  })
})

describe('two versions', () => {
  test('that brought the same cannot be told apart', () => {
    const { probabilityBBetter, ratio } = compare(each(40), each(40), rate)
    expect(probabilityBBetter).toBeCloseTo(0.5, 10)
    expect(ratio.mid).toBeCloseTo(1, 8)
    expect(ratio.low * ratio.high).toBeCloseTo(1, 6)
  })

  test('of which B brought 80 clicks against 50 is probably better', () => {
    const { probabilityBBetter, ratio } = compare(each(50), each(80), rate)
    // 1 − I_½(80.5, 50.5), by SciPy.
    expect(probabilityBBetter).toBeCloseTo(1 - 0.004128790523327307, 9)
    expect(ratio.low).toBeGreaterThan(1)
  })

  test('are compared for what each could reach, not for how many times it was shown', () => {
    const { ratio } = compare(outOf(50, 1_000), outOf(100, 2_000), rate)
    expect(ratio.mid).toBeCloseTo(1, 1)
  })

  // Reference: P(p_B ≤ r p_A) by numerical integration, SciPy 1.17.1, 2026-11-22.
  test.each([
    [20, 1000, 35, 1000, 0.019669356230294383],
    [0, 50, 4, 60, 0.02116006570102473],
    [3, 10, 9, 12, 0.016395759078684274],
    [480, 12000, 520, 12000, 0.09814694217743819],
  ])('%d of %d views against %d of %d', (xa, na, xb, nb, worse) => {
    const { probabilityBBetter } = compare(outOf(xa, na), outOf(xb, nb), proportion)
    expect(probabilityBBetter).toBeCloseTo(1 - worse, 8)
  })

  test('without a post, or with an exposure of nothing, are refused', () => {
    expect(() => compare([], each(1), rate)).toThrow(RangeError)
    expect(() => compare(outOf(1, 0), each(1), rate)).toThrow(RangeError)
  })
})

describe('posts that differ a lot among themselves', () => {
  test('widen the interval', () => {
    const steady = compare(each(20, 21, 19, 20), each(30, 29, 31, 30), rate)
    const uneven = compare(each(2, 60, 8, 10), each(3, 80, 12, 25), rate)
    expect(uneven.dispersion.estimate).toBeGreaterThan(10)
    expect(uneven.ratio.high / uneven.ratio.low).toBeGreaterThan(
      3 * (steady.ratio.high / steady.ratio.low),
    )
    expect(steady.probabilityBBetter).toBeGreaterThan(0.975)
    expect(uneven.probabilityBBetter).toBeLessThan(0.9)
  })

  test('never make it narrower than chance allows', () => {
    const regular = compare(each(20, 20), each(30, 30), rate)
    const whole = compare(outOf(40, 2), outOf(60, 2), rate)
    expect(regular.dispersion.likely).toEqual([1])
    expect(regular.ratio).toEqual(whole.ratio)
  })

  test('cannot be seen when there is one of each', () => {
    expect(compare(each(3), each(90), rate).dispersion.estimate).toBeNull()
  })
})

const posts = fc.array(
  fc.record({
    count: fc.integer({ min: 0, max: 3_000 }),
    exposure: fc.integer({ min: 1, max: 50 }),
  }),
  { minLength: 1, maxLength: 5 },
)

describe('whatever the facts', () => {
  test('A against B is the mirror of B against A', () => {
    fc.assert(
      fc.property(posts, posts, (a, b) => {
        const [there, back] = [compare(a, b, rate), compare(b, a, rate)]
        expect(there.probabilityBBetter + back.probabilityBBetter).toBeCloseTo(1, 7)
        expect(there.ratio.low * back.ratio.high).toBeCloseTo(1, 3)
        expect(there.a).toEqual(back.b)
      }),
      { numRuns: 40 },
    )
  })

  test('the numbers are finite, in order, and the same at the second reading', () => {
    fc.assert(
      fc.property(posts, posts, (a, b) => {
        const read = compare(a, b, rate)
        for (const { low, mid, high } of [read.ratio, read.a.perExposure, read.b.perExposure]) {
          expect(Number.isFinite(low) && low > 0).toBe(true)
          expect(low).toBeLessThanOrEqual(mid)
          expect(mid).toBeLessThanOrEqual(high)
          expect(Number.isFinite(high)).toBe(true)
        }
        expect(read.probabilityBBetter).toBeGreaterThanOrEqual(0)
        expect(read.probabilityBBetter).toBeLessThanOrEqual(1)
        expect(compare(a, b, rate).ratio).toEqual(read.ratio)
      }),
      { numRuns: 40 },
    )
  })

  test('one more click for B never speaks against B, when posts are one of each', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 9 }), (a, b, exposure) => {
        const before = compare(each(a), outOf(b, exposure), rate)
        const after = compare(each(a), outOf(b + 1, exposure), rate)
        expect(after.probabilityBBetter).toBeGreaterThan(before.probabilityBBetter - 1e-12)
      }),
      { numRuns: 60 },
    )
  })
})
