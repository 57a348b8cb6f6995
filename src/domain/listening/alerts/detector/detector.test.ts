import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Budget } from './budget.ts'
import { hourBounds, portray } from './judge.ts'
import { chanceOf, chanceOfAtLeast, countBeyond } from './negative-binomial.ts'
import { rarityToRing } from './rarity.ts'
import { rehearse } from './rehearse.ts'
import { scatterOf } from './scatter.ts'
import { calmHours, dice, poisson, spread } from './simulate.ts'
import type { HourOfSeries } from './stretches.ts'

const once = { perMonth: 1, queries: 1 }
const calm = { level: 2, hourly: 0.5, daily: 0.1 }
/** From the fifteenth day on, what is usual is known. */
const LEARNT = 14 * 24

/** Places of the hours in which an episode began. */
const episodesOf = (series: readonly HourOfSeries[], budget: Budget): number[] =>
  rehearse(series, budget).flatMap(({ hour, level }) => (level === 1 ? [hour] : []))

/** An hour with so many mentions more, spread over it; none of them worrying unless said. */
function plus(hour: HourOfSeries, count: number, worrying = 0): HourOfSeries {
  const added = spread(count, dice(count))
  const slots = hour.slots.map((n, i) => n + (added.slots[i] ?? 0))
  return { ...hour, count: hour.count + count, worrying: hour.worrying + worrying, slots }
}

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

  // Three quiet months each: with one false alarm a month borne, more than 8 in 3 has a chance below 1 % (Poisson).
  test.each(tempers)('holds over three calm months ($level an hour)', (temper) => {
    const series = calmHours(14 + 90, temper, dice(31_337))
    expect(episodesOf(series, once).filter((at) => at >= LEARNT).length).toBeLessThanOrEqual(8)
  })

  test('is borne in the first fortnight too, when little is known', () => {
    let episodes = 0
    for (let company = 1; company <= 24; company++) {
      const series = calmHours(14, calm, dice(company * 271))
      episodes += episodesOf(series, once).length
    }
    // 24 fortnights at one a month: 12 expected at most, above 20 has a chance of 1.2 %.
    expect(episodes).toBeLessThanOrEqual(20)
  })

  test('shared by more queries, or smaller, asks for more before it rings', () => {
    const past = calmHours(42, calm, dice(3))
    const alarm = (budget: { perMonth: number; queries: number }) => {
      const portrait = portray(past, budget) ?? expect.fail('42 days tell')
      return hourBounds(portrait, 10, 1).alarm
    }
    expect(alarm({ perMonth: 1, queries: 20 })).toBeGreaterThan(alarm(once))
    expect(alarm({ perMonth: 8, queries: 1 })).toBeLessThan(alarm(once))
  })
})

describe('a crisis', () => {
  test('that brings sixty posts in an hour, where four are usual, rings in that hour', () => {
    for (let company = 1; company <= 6; company++) {
      const series = calmHours(30, calm, dice(company * 97))
      const from = 29 * 24 + 15
      const struck = series.map((hour, i) => (i === from ? plus(hour, 60) : hour))
      expect(episodesOf(struck, once)).toContain(from)
    }
  })

  test('that rises so slowly that no hour is strange rings by its day', () => {
    const series = calmHours(42, { level: 0.2, hourly: 0.2, daily: 0 }, dice(11))
    const struck = series.map((hour) => (hour.day === '41' ? plus(hour, 1) : hour))
    const [first, ...others] = episodesOf(struck, once).filter((at) => at >= 41 * 24)
    expect(first).toBeDefined()
    expect(others).toEqual([])
  })

  test('is one episode, however long it lasts', () => {
    const series = calmHours(30, calm, dice(5))
    const struck = series.map((hour, i) => (i >= 29 * 24 + 8 ? plus(hour, 60) : hour))
    expect(episodesOf(struck, once).filter((at) => at >= 29 * 24)).toHaveLength(1)
  })

  test('that a person found true does not become the usual', () => {
    const series = calmHours(42, calm, dice(7))
    const struck = (leftOut: boolean) =>
      series.map((hour) => (hour.day === '30' ? { ...plus(hour, 80), leftOut } : hour))
    const alarm = (leftOut: boolean) =>
      hourBounds(portray(struck(leftOut), once) ?? expect.fail('42 days tell'), 10, 1).alarm
    expect(alarm(true)).toBeLessThan(alarm(false))
  })
})

describe('the words of a crisis', () => {
  // Ninety mentions a day, of which one in eight is negative: ten more in two hours are lost among all, not among the worrying.
  const shop = { level: 4, hourly: 0.1, daily: 0 }

  test('ring where its number alone would not', () => {
    const series = calmHours(43, shop, dice(21))
    const from = 42 * 24 + 15
    const struck = (worrying: number) =>
      series.map((hour, i) => (i === from || i === from + 1 ? plus(hour, 8, worrying) : hour))
    const [ring] = rehearse(struck(8), once).filter(({ hour }) => hour >= from)
    expect(ring?.rung.of).toBe('worrying')
    expect(episodesOf(struck(0), once).filter((at) => at >= from)).toEqual([])
  })
})

describe('a burst', () => {
  test('of five minutes rings although its hour is usual', () => {
    const series = calmHours(43, { level: 40, hourly: 0.3, daily: 0.1 }, dice(17))
    const at = 42 * 24 + 3
    const struck = series.map((hour, i) =>
      i === at ? { ...hour, count: 30, slots: hour.slots.map((_, s) => (s === 5 ? 30 : 0)) } : hour,
    )
    const found = rehearse(struck, once).find(({ hour }) => hour === at)
    expect(found).toMatchObject({ slot: 5, level: 1, rung: { scale: 'minutes', count: 30 } })
  })
})

describe('a past with crises', () => {
  test('rings at the next one as if it had had none', () => {
    const series = calmHours(56, calm, dice(31))
    const alarm = (past: HourOfSeries[]) =>
      hourBounds(portray(past, once) ?? expect.fail('56 days tell'), 15, 2).alarm
    const struck = series.map((hour, i) => (i % (24 * 9) === 200 ? plus(hour, 300) : hour))
    expect(alarm(struck)).toBeLessThan(2 * alarm(series))
  })

  test('has the scatter of its calm, whatever the size of the crises', () => {
    const roll = dice(5)
    const calmCounts = Array.from({ length: 1000 }, () => poisson(6, roll))
    const past = (size: number) =>
      calmCounts.map((n, i) => ({ count: i % 100 === 0 ? size : n, mean: 6, day: '' }))
    expect(scatterOf(past(100), 'hour')).toBeLessThan(0.3)
    expect(scatterOf(past(100_000), 'hour')).toBe(scatterOf(past(100), 'hour'))
  })
})

describe('how rare something must be', () => {
  const pasts = fc.record({
    days: fc.integer({ min: 0, max: 56 }),
    middle: fc.double({ min: 0, max: 100, noNaN: true }),
    width: fc.double({ min: 0, max: 10, noNaN: true }),
  })
  const nothing = { days: 0, middle: 0, width: 0 }
  const chances = fc.double({ min: 1e-6, max: 0.4, noNaN: true })

  test('is never less than the law alone asks, and more for a smaller budget', () => {
    fc.assert(
      fc.property(pasts, chances, fc.integer({ min: 1, max: 288 }), (past, chance, stretches) => {
        const rare = rarityToRing(past, stretches, chance)
        expect(rare).toBeGreaterThanOrEqual(rarityToRing(nothing, stretches, chance))
        expect(rarityToRing(past, stretches, chance / 2)).toBeGreaterThan(rare)
      }),
    )
  })

  test('by the law alone, is the chance shared by all stretches of a day', () => {
    // 288 stretches, each at 10^−rare, reach a day's chance of one in a thousand.
    expect(288 * 10 ** -rarityToRing(nothing, 288, 0.001)).toBeCloseTo(0.001, 5)
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
    const { expected, alarm } = hourBounds(portrait, 10, 1)
    expect(expected).toBeLessThan(0.01)
    expect(alarm).toBeGreaterThanOrEqual(3)
    expect(alarm).toBeLessThan(10)
  })
})
