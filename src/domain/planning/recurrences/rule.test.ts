import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/http/problem.ts'
import { LATEST_MS } from './close-past.ts'
import { MOST_OCCASIONS, occasionsOf } from './rule.ts'

const HOUR = 3_600_000
const paris = (rule: string, wallTime = '2026-12-01T09:00') =>
  occasionsOf({ rule, wallTime, timeZone: 'Europe/Paris' })
const times = (rule: string, wallTime?: string) => paris(rule, wallTime).map((o) => o.wallTime)

function codeOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof Problem ? error.kind.code : String(error)
  }
}

describe('a rule as Camille means it', () => {
  test('every Tuesday, three times', () => {
    expect(times('FREQ=WEEKLY;BYDAY=TU;COUNT=3')).toEqual([
      '2026-12-01T09:00',
      '2026-12-08T09:00',
      '2026-12-15T09:00',
    ])
  })

  test('the first Friday of the month, until the end of February', () => {
    expect(times('RRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20270228')).toEqual([
      '2026-12-04T09:00',
      '2027-01-01T09:00',
      '2027-02-05T09:00',
    ])
  })

  test('on the 31st leaves out the months that have none', () => {
    expect(times('FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3')).toEqual([
      '2026-12-31T09:00',
      '2027-01-31T09:00',
      '2027-03-31T09:00',
    ])
  })

  test('keeps nine o’clock when clocks change, in March as in October', () => {
    const [march, april] = paris('FREQ=DAILY;COUNT=2', '2027-03-27T09:00')
    expect([march?.at.toISOString(), april?.at.toISOString()]).toEqual([
      '2027-03-27T08:00:00.000Z',
      '2027-03-28T07:00:00.000Z',
    ])
  })

  test('an hour that clocks skip is moved, not lost, and comes back the day after', () => {
    const found = paris('FREQ=DAILY;COUNT=3', '2027-03-27T02:30')
    expect(found.map(({ at }) => at.toISOString())).toEqual([
      '2027-03-27T01:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ])
  })

  test('an end given as an instant is read on the wall of the zone', () => {
    expect(times('FREQ=DAILY;UNTIL=20261202T080000Z')).toHaveLength(2)
    expect(times('FREQ=DAILY;UNTIL=20261202T075900Z')).toHaveLength(1)
  })

  test('a day that a place never had has no occasion', () => {
    const found = occasionsOf({
      rule: 'FREQ=DAILY;COUNT=3',
      wallTime: '2011-12-29T12:00',
      timeZone: 'Pacific/Apia',
    })
    expect(found.map(({ wallTime }) => wallTime)).toEqual(['2011-12-29T12:00', '2011-12-31T12:00'])
  })
})

describe('what could run away is refused', () => {
  test.each([
    ['FREQ=HOURLY;COUNT=18', 'recurrence.too_often'],
    ['FREQ=DAILY;BYHOUR=9,10,11;COUNT=18', 'recurrence.too_often'],
    ['FREQ=DAILY;BYMINUTE=0,1,2;COUNT=18', 'recurrence.too_often'],
    ['FREQ=DAILY', 'recurrence.endless'],
    ['FREQ=DAILY;COUNT=201', 'recurrence.too_many'],
    ['FREQ=DAILY;COUNT=99999999', 'recurrence.too_many'],
    ['FREQ=WEEKLY;UNTIL=20290101', 'recurrence.too_long'],
    ['FREQ=YEARLY;COUNT=4', 'recurrence.too_long'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', 'recurrence.bad_rule'],
    ['FREQ=DAILY;UNTIL=20251201', 'recurrence.never_comes'],
    ['FREQ=SOMETIMES;COUNT=2', 'recurrence.bad_rule'],
    ['every Tuesday', 'recurrence.bad_rule'],
    ['FREQ=DAILY;COUNT=0', 'recurrence.never_comes'],
  ])('%s', (rule, code) => {
    expect(codeOf(() => paris(rule))).toBe(code)
  })
})

const zones = Intl.supportedValuesOf('timeZone')
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const rules = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((n) => ({ rule: `FREQ=DAILY;INTERVAL=${n}`, days: n })),
  fc
    .subarray([...weekdays], { minLength: 1 })
    .map((days) => ({ rule: `FREQ=WEEKLY;BYDAY=${days.join(',')}`, days: 1 })),
  fc
    .constantFrom(1, 15, 28, -1)
    .map((day) => ({ rule: `FREQ=MONTHLY;BYMONTHDAY=${day}`, days: 28 })),
  fc.constantFrom('1MO', '2TU', '-1FR').map((d) => ({ rule: `FREQ=MONTHLY;BYDAY=${d}`, days: 28 })),
)
const starts = fc
  .tuple(fc.integer({ min: 0, max: 730 }), fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) =>
    new Date(Date.UTC(2026, 0, 1 + day, 0, minute)).toISOString().slice(0, 16),
  )

describe('in every zone of the world, around every change of its clocks', () => {
  test('two times of a series are never nearer than its own interval, less what the clocks jump', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        rules,
        starts,
        (timeZone, { rule, days }, wallTime) => {
          const found = occasionsOf({ rule: `${rule};COUNT=24`, wallTime, timeZone })
          for (const [i, { at }] of found.entries()) {
            const before = found[i - 1]?.at
            if (!before) continue
            const apart = at.getTime() - before.getTime()
            expect(apart).toBeGreaterThanOrEqual(days * 24 * HOUR - 3 * HOUR)
            expect(apart).toBeGreaterThan(LATEST_MS)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  test('however long the desk slept, one time at most is fresh enough to leave', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        starts,
        fc.integer({ min: 0, max: 40 * 24 * 60 }),
        (timeZone, wallTime, minutes) => {
          const found = occasionsOf({ rule: 'FREQ=DAILY;COUNT=30', wallTime, timeZone })
          const wake = (found[0]?.at.getTime() ?? 0) + minutes * 60_000
          const fresh = found.filter(({ at }) => {
            const late = wake - at.getTime()
            return late >= 0 && late <= LATEST_MS
          })
          expect(fresh.length).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('no rule makes more than its most', () => {
    fc.assert(
      fc.property(rules, starts, fc.integer({ min: 1, max: 300 }), ({ rule }, wallTime, count) => {
        const asked = { rule: `${rule};COUNT=${count}`, wallTime, timeZone: 'Europe/Paris' }
        const code = codeOf(() => expect(occasionsOf(asked)).toHaveLength(count))
        expect([undefined, 'recurrence.too_many', 'recurrence.too_long']).toContain(code)
        if (count > MOST_OCCASIONS) expect(code).toBe('recurrence.too_many')
      }),
      { numRuns: 100 },
    )
  })
})
