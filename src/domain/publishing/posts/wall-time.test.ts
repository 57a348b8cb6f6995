import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, wallTimeOf } from './wall-time.ts'

const at = (wallTime: string, timeZone: string) =>
  instantOf(wallTime, timeZone)?.instant.toISOString()

describe('the hour Camille writes is the hour on her wall', () => {
  test('in winter and in summer, nine o’clock in Lyon stays nine o’clock', () => {
    expect(at('2026-12-01T09:00', 'Europe/Paris')).toBe('2026-12-01T08:00:00.000Z')
    expect(at('2026-07-01T09:00', 'Europe/Paris')).toBe('2026-07-01T07:00:00.000Z')
  })

  test('a time that the change of March skips leaves one hour later, and says so', () => {
    const meant = instantOf('2026-03-29T02:30', 'Europe/Paris')
    expect(meant?.instant.toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(meant).toMatchObject({ wallTime: '2026-03-29T02:30', shown: '2026-03-29T03:30' })
  })

  test('a time that October shows twice is taken the first time', () => {
    expect(at('2026-10-25T02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z')
  })

  test('half-hour changes and the day that Samoa never had are no exception', () => {
    expect(at('2026-10-04T02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z')
    expect(instantOf('2011-12-30T12:00', 'Pacific/Apia')?.shown).toBe('2011-12-31T12:00')
  })

  test('what no calendar holds is refused', () => {
    for (const impossible of [
      '2026-02-30T09:00',
      '2026-13-01T09:00',
      '2026-12-01T25:00',
      '2026-12-01T09:60',
    ]) {
      expect(instantOf(impossible, 'Europe/Paris')).toBeNull()
    }
    expect(instantOf('2026-12-01T09:00', 'Europe/Lutece')).toBeNull()
  })
})

/** Zones with every kind of change: none, half an hour, twice a year in Ramadan, both hemispheres, big jumps. */
const ZONES = [
  'Europe/Paris',
  'Europe/London',
  'Europe/Lisbon',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Caracas',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Tokyo',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
  'UTC',
]

const zone = fc.constantFrom(...ZONES)
const MINUTE = 60_000
const FROM = Date.parse('2010-01-01T00:00Z')
const TO = Date.parse('2037-01-01T00:00Z')
const minute = fc.integer({ min: FROM / MINUTE, max: TO / MINUTE }).map((m) => new Date(m * MINUTE))

/** Instants within three hours of the changes of a zone, to the minute. */
const nearAChange = zone.chain((name) => {
  const changes = changesOf(name)
  if (changes.length === 0) return fc.tuple(fc.constant(name), minute)
  return fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -180, max: 180 }))
    .map(([change, off]) => [name, new Date(change + off * MINUTE)] as const)
})

/** By a clock that knows nothing of Temporal: what `Intl` shows. */
function offset(at: number, timeZone: string): number {
  const parts = clockOn(timeZone).formatToParts(at)
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute) - at
}

const clocks = new Map<string, Intl.DateTimeFormat>()
function clockOn(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric'
  const fields = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  } as const
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...fields })
  clocks.set(timeZone, clock)
  return clock
}

const known = new Map<string, number[]>()
function changesOf(timeZone: string): number[] {
  const found = known.get(timeZone) ?? []
  if (known.has(timeZone)) return found
  const day = 86_400_000
  for (let t = Date.parse('2024-01-01T00:00Z'); t < Date.parse('2028-01-01T00:00Z'); t += day) {
    if (offset(t, timeZone) === offset(t + day, timeZone)) continue
    let [low, high] = [t, t + day]
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
      if (offset(middle, timeZone) === offset(low, timeZone)) low = middle
      else high = middle
    }
    found.push(high)
  }
  known.set(timeZone, found)
  return found
}

describe('in every zone, around every change of its clocks', () => {
  test('the wall shows at the instant what was meant, or the time moved by the jump', () => {
    fc.assert(
      fc.property(fc.oneof(nearAChange, fc.tuple(zone, minute)), ([timeZone, at]) => {
        const wallTime = new Date(at.getTime() + offset(at.getTime(), timeZone))
          .toISOString()
          .slice(0, 16)
        const meant = instantOf(wallTime, timeZone)
        // The wall showed that time at `at`: it exists, so it is kept, and the first of two is taken.
        expect(meant?.shown).toBe(wallTime)
        expect(meant?.instant.getTime()).toBeLessThanOrEqual(at.getTime())
        expect(wallTimeOf(meant?.instant ?? at, timeZone)).toBe(wallTime)
      }),
      { numRuns: 600 },
    )
  })

  test('a later hour never leaves before an earlier one', () => {
    fc.assert(
      fc.property(nearAChange, fc.integer({ min: 1, max: 240 }), ([timeZone, at], later) => {
        const first = wallTimeOf(at, timeZone)
        const second = new Date(Date.parse(`${first}Z`) + later * MINUTE).toISOString().slice(0, 16)
        const [a, b] = [instantOf(first, timeZone), instantOf(second, timeZone)]
        // Skipped times are pushed behind the jump, so only times that exist keep their order strictly.
        fc.pre(a?.shown === first && b?.shown === second)
        expect(b?.instant.getTime()).toBeGreaterThan(a?.instant.getTime() ?? Number.NaN)
      }),
      { numRuns: 400 },
    )
  })

  test('a skipped time is moved forward, never back, and by no more than the jump', () => {
    fc.assert(
      fc.property(nearAChange, fc.integer({ min: 0, max: 180 }), ([timeZone, at], ahead) => {
        const wallTime = new Date(Date.parse(`${wallTimeOf(at, timeZone)}Z`) + ahead * MINUTE)
          .toISOString()
          .slice(0, 16)
        const meant = instantOf(wallTime, timeZone)
        expect(meant).not.toBeNull()
        const moved = (Date.parse(`${meant?.shown}Z`) - Date.parse(`${wallTime}Z`)) / MINUTE
        expect(moved).toBeGreaterThanOrEqual(0)
        expect(moved).toBeLessThanOrEqual(24 * 60)
      }),
      { numRuns: 400 },
    )
  })
})
