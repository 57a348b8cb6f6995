import { describe, expect, test } from 'vitest'
import { compare } from './compare.ts'
import { decide, type Rule } from './decide.ts'
import { eventsNeeded } from './sample-size.ts'

const rule: Rule = { minimumEffect: 0.2, certainty: 0.95, plannedEvents: 100 }
const posts = (...counts: number[]) => counts.map((count) => ({ count, exposure: 1 }))

function decided(a: number[], b: number[], changes: Partial<Rule> = {}) {
  const comparison = compare(posts(...a), posts(...b), {
    model: 'rate',
    certainty: rule.certainty,
  })
  return decide(comparison, { ...rule, ...changes })
}

describe('the rule fixed beforehand', () => {
  test('decides nothing before the planned number, however clear it looks', () => {
    expect(decided([4], [60])).toEqual({ kind: 'too-early', needed: 36 })
  })

  test('chooses B when its probability to be better passes 97.5 %', () => {
    expect(decided([50], [80])).toEqual({ kind: 'b-better' })
  })

  test('chooses A by the same measure', () => {
    expect(decided([80], [50])).toEqual({ kind: 'a-better' })
  })

  test('asks for more when it cannot tell, and says about how much', () => {
    const decision = decided([50], [60])
    expect(decision.kind).toBe('cannot-tell')
    // A difference of 20 % is seen four times in five with some 950 clicks; 110 are there.
    expect(decision).toHaveProperty('needed', expect.closeTo(840, -2))
  })

  test('says so when the difference is too small to matter', () => {
    expect(decided([5_000], [5_050])).toEqual({ kind: 'no-difference-that-matters' })
  })

  test('wants less certainty when less was asked for', () => {
    expect(decided([50], [70], { certainty: 0.95 }).kind).toBe('cannot-tell')
    expect(decided([50], [70], { certainty: 0.9 }).kind).toBe('b-better')
  })

  test('asks for at least one click more as long as it cannot tell', () => {
    for (let b = 100; b < 140; b++) {
      const decision = decided([100], [b])
      if (decision.kind === 'cannot-tell') expect(decision.needed).toBeGreaterThan(0)
    }
  })
})

describe('how many clicks a comparison needs', () => {
  test.each([
    [0.1, 3457],
    [0.2, 945],
    [0.5, 191],
    [1, 66],
  ])('to see a difference of %d', (effect, needed) => {
    expect(eventsNeeded({ effect, certainty: 0.95 })).toBe(needed)
  })

  test('more when one version is shown much more than the other', () => {
    const even = eventsNeeded({ effect: 0.2, certainty: 0.95 })
    expect(eventsNeeded({ effect: 0.2, certainty: 0.95, shareOfB: 0.9 })).toBeGreaterThan(2 * even)
  })

  test('twice as many when posts differ twice as much', () => {
    const even = eventsNeeded({ effect: 0.5, certainty: 0.9 })
    const uneven = eventsNeeded({ effect: 0.5, certainty: 0.9, dispersion: 2 })
    expect(uneven / even).toBeCloseTo(2, 1)
  })
})
