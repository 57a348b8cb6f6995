import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstRoom, nextRelief, stretchAt, usedAt, type Use, type Window } from './window.ts'

const PARIS = 'Europe/Paris'
const HOUR = 3_600_000
const at = (iso: string) => new Date(iso)
const uses = (...isos: string[]): Use[] => isos.map((iso) => ({ at: at(iso), weight: 1 }))
const rolling = (seconds: number): Window => ({ kind: 'rolling', seconds })
const day: Window = { kind: 'day' }

describe('two posts a day, from midnight to midnight in Lyon', () => {
  const limit = { max: 2, window: day }
  const sent = uses('2026-11-23T08:00:00Z', '2026-11-23T21:00:00Z')

  test('a third one waits until midnight', () => {
    expect(firstRoom(limit, sent, 1, at('2026-11-23T22:30:00Z'), PARIS)).toEqual(
      at('2026-11-23T23:00:00Z'),
    )
  })
  test('midnight belongs to the day that begins', () => {
    expect(usedAt(limit, sent, at('2026-11-23T22:59:59.999Z'), PARIS)).toBe(2)
    expect(usedAt(limit, sent, at('2026-11-23T23:00:00Z'), PARIS)).toBe(0)
    expect(usedAt(limit, uses('2026-11-22T23:00:00Z'), at('2026-11-23T12:00:00Z'), PARIS)).toBe(1)
  })
  test('a network that counts by its own midnight is believed', () => {
    const pacific = { max: 2, window: { kind: 'day', timeZone: 'America/Los_Angeles' } as const }
    expect(firstRoom(pacific, sent, 1, at('2026-11-23T22:30:00Z'), PARIS)).toEqual(
      at('2026-11-24T08:00:00Z'),
    )
  })
})

describe('two posts in any 24 hours', () => {
  const limit = { max: 2, window: rolling(86_400) }
  const sent = uses('2026-11-23T08:00:00Z', '2026-11-23T21:00:00Z')

  test('a third one waits until the first is a day old, to the millisecond', () => {
    const now = at('2026-11-23T22:00:00Z')
    expect(firstRoom(limit, sent, 1, now, PARIS)).toEqual(at('2026-11-24T08:00:00Z'))
    expect(firstRoom(limit, sent, 2, now, PARIS)).toEqual(at('2026-11-24T21:00:00Z'))
    expect(nextRelief(limit, sent, now, PARIS)).toEqual(at('2026-11-24T08:00:00Z'))
  })
  test('more than all of it gets an empty window', () => {
    expect(firstRoom(limit, sent, 31, at('2026-11-23T22:00:00Z'), PARIS)).toEqual(
      at('2026-11-24T21:00:00Z'),
    )
  })
})

const zones = Intl.supportedValuesOf('timeZone')
const anyWindow: fc.Arbitrary<Window> = fc.oneof(
  fc.integer({ min: 1, max: 200_000 }).map(rolling),
  fc.constantFrom(...zones).map((timeZone): Window => ({ kind: 'day', timeZone })),
)
const anyInstant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((ms) => new Date(ms))
const start = Date.UTC(2026, 9, 24)
/** Around the end of summer time in Europe. */
const anyUses = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 72 }).map((hour) => new Date(start + hour * HOUR)),
    weight: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 12 },
)

describe('whatever the window, the zone and the past', () => {
  test('an instant lies in its own stretch, and a day has 23 to 25 hours', () => {
    fc.assert(
      fc.property(anyWindow, anyInstant, (window, now) => {
        const { from, to } = stretchAt(window, now, 'UTC')
        expect(now > from && now <= to).toBe(true)
        const hours = (to.getTime() - from.getTime()) / HOUR
        // Samoa's and Lord Howe's odd days included; none is skipped in these years.
        if (window.kind === 'day') expect(hours >= 23 && hours <= 25).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('the first room is never early, has room, and nothing before it has', () => {
    fc.assert(
      fc.property(
        anyWindow,
        anyUses,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 72 }),
        (window, past, max, weight, hour) => {
          const now = new Date(start + hour * HOUR)
          const sent = past.filter((use) => use.at <= now)
          const limit = { max, window }
          const asked = Math.min(weight, max)
          const room = firstRoom(limit, sent, weight, now, 'UTC')
          const fits = (moment: Date) => usedAt(limit, sent, moment, 'UTC') + asked <= max
          expect(room >= now && fits(room)).toBe(true)
          for (let t = now.getTime(); t < room.getTime(); t += HOUR / 4)
            expect(fits(new Date(t))).toBe(false)
          if (room > now) expect(fits(new Date(room.getTime() - 1))).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('sending each thing when it first has room never exceeds the quota', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 15 }),
        (window, max, gaps) => {
          const limit = { max, window }
          const sent: Use[] = []
          let now = new Date(start)
          for (const gap of gaps) {
            now = firstRoom(limit, sent, 1, new Date(now.getTime() + gap * 60_000), 'UTC')
            sent.push({ at: now, weight: 1 })
            expect(usedAt(limit, sent, now, 'UTC')).toBeLessThanOrEqual(max)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
