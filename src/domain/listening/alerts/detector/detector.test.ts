import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, portray } from './judge.ts'
import { chanceOf, chanceOfAtLeast, countBeyond } from './negative-binomial.ts'
import { rehearse } from './rehearse.ts'
import { calmHours, dice } from './simulate.ts'

const once = { perMonth: 1, queries: 1 }
const calm = { level: 2, hourly: 0.5, daily: 0.1 }
/** From the fifteenth day on, what is usual is known. */
const LEARNT = 14 * 24

describe('counts that scatter more than chance', () => {
  const laws = fc.record({
    mean: fc.double({ min: 0.01, max: 300, noNaN: true }),
    overdispersion: fc.oneof(
      fc.double({ min: 0, max: 3, noNaN: true }),
      // Where the law is Poisson's, or nearly.
      fc.double({ min: -12, max: 0.5, noNaN: true }).map((power) => 10 ** power),
    ),
  })

  test('chances of all counts add up to one, whatever the law', () => {
    fc.assert(
      fc.property(laws, fc.integer({ min: 1, max: 400 }), (law, count) => {
        const below = Array.from({ length: count }, (_, n) => chanceOf(n, law))
        const sum = below.reduce((a, b) => a + b, 0) + chanceOfAtLeast(count, law)
        expect(sum).toBeCloseTo(1, 6)
      }),
    )
  })

  test('the count beyond a chance is the first that is rare enough', () => {
    fc.assert(
      fc.property(laws, fc.double({ min: 1e-6, max: 0.4, noNaN: true }), (law, chance) => {
        const count = countBeyond(chance, law)
        expect(chanceOfAtLeast(count, law)).toBeLessThanOrEqual(chance)
        if (count > 1) expect(chanceOfAtLeast(count - 1, law)).toBeGreaterThan(chance)
      }),
    )
  })

  test('agrees with tables: Poisson of mean 3 reaches 8 with chance 0.0119', () => {
    expect(chanceOfAtLeast(8, { mean: 3, overdispersion: 0 })).toBeCloseTo(0.0119, 4)
    // Overdispersion 1 is the geometric law: P(N ≥ k) = (μ / (1 + μ))^k.
    expect(chanceOfAtLeast(5, { mean: 3, overdispersion: 1 })).toBeCloseTo(0.75 ** 5, 10)
  })
})

describe('a budget of false alarms', () => {
  const tempers = [
    { level: 0.1, hourly: 0.5, daily: 0 },
    { level: 1, hourly: 0, daily: 0 },
    { level: 2, hourly: 1, daily: 0 },
    { level: 8, hourly: 0.3, daily: 0.1 },
  ]

  // Twelve quiet months each: with one false alarm a month borne, more than 20 in 12 has a chance below 1 % (Poisson).
  test.each(tempers)('holds over a year of calm months ($level an hour)', (temper) => {
    let episodes = 0
    for (let quarter = 1; quarter <= 4; quarter++) {
      const series = calmHours(14 + 90, temper, dice(quarter * 31_337))
      episodes += rehearse(series, once).episodes.filter((at) => at >= LEARNT).length
    }
    expect(episodes).toBeLessThanOrEqual(20)
  })

  test('is borne in the first fortnight too, when little is known', () => {
    let episodes = 0
    for (let company = 1; company <= 24; company++) {
      const series = calmHours(14, calm, dice(company * 271))
      episodes += rehearse(series, once).episodes.length
    }
    // 24 fortnights at one a month: 12 expected at most, above 20 has a chance of 1.2 %.
    expect(episodes).toBeLessThanOrEqual(20)
  })

  test('shared by more queries, or smaller, asks for more before it rings', () => {
    const past = calmHours(42, calm, dice(3))
    const alarm = (budget: { perMonth: number; queries: number }) => {
      const portrait = portray(past, budget) ?? expect.fail('42 days tell')
      return boundsOf(portrait, 'hour', 10, 1).alarm
    }
    expect(alarm({ perMonth: 1, queries: 20 })).toBeGreaterThan(alarm(once))
    expect(alarm({ perMonth: 8, queries: 1 })).toBeLessThan(alarm(once))
  })
})

describe('a crisis', () => {
  test('that brings sixty posts in an hour, where four are usual, rings in that hour', () => {
    for (let company = 1; company <= 20; company++) {
      const series = calmHours(30, calm, dice(company * 97))
      const from = 29 * 24 + 15
      const struck = series.map((hour, i) =>
        i === from ? { ...hour, count: hour.count + 60 } : hour,
      )
      expect(rehearse(struck, once).episodes).toContain(from)
    }
  })

  test('that rises so slowly that no hour is strange rings by its day', () => {
    const series = calmHours(42, { level: 0.2, hourly: 0.2, daily: 0 }, dice(11))
    const struck = series.map((hour) =>
      hour.day === '41' ? { ...hour, count: hour.count + 1 } : hour,
    )
    const [first, ...others] = rehearse(struck, once).episodes.filter((at) => at >= 41 * 24)
    expect(first).toBeDefined()
    expect(others).toEqual([])
  })

  test('is one episode, however long it lasts', () => {
    const series = calmHours(30, calm, dice(5))
    const struck = series.map((hour, i) =>
      i >= 29 * 24 + 8 ? { ...hour, count: hour.count + 60 } : hour,
    )
    expect(rehearse(struck, once).episodes.filter((at) => at >= 29 * 24)).toHaveLength(1)
  })

  test('that a person found true does not become the usual', () => {
    const series = calmHours(42, calm, dice(7))
    const struck = (leftOut: boolean) =>
      series.map((hour) =>
        hour.day === '30' ? { ...hour, count: hour.count + 80, leftOut } : hour,
      )
    const alarm = (leftOut: boolean) =>
      boundsOf(portray(struck(leftOut), once) ?? expect.fail('42 days tell'), 'hour', 10, 1).alarm
    expect(alarm(true)).toBeLessThan(alarm(false))
  })
})

describe('the first days', () => {
  test('cannot tell before three whole days', () => {
    const series = calmHours(3, calm, dice(1))
    expect(portray(series.slice(0, 2 * 24 + 12), once)).toBeNull()
    expect(portray(series, once)).toMatchObject({ days: 3 })
  })

  test('a query that never found anything still says what would be strange', () => {
    const silent = calmHours(21, { level: 0, hourly: 0, daily: 0 }, dice(1))
    const portrait = portray(silent, once) ?? expect.fail('three weeks tell')
    const { expected, alarm } = boundsOf(portrait, 'hour', 10, 1)
    expect(expected).toBeLessThan(0.01)
    expect(alarm).toBeGreaterThanOrEqual(3)
    expect(alarm).toBeLessThan(10)
  })
})
