import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activityAt, afterActive, zoneOffset } from './hours.ts'

const HOUR = 3_600_000
const PARIS_WINTER = HOUR
const at = (text: string) => Date.parse(text)
const instant = fc.integer({ min: at('2024-01-01'), max: at('2030-01-01') })

test('people are there at lunch and in the evening, hardly at four in the morning', () => {
  const activity = (text: string) => activityAt(at(text), PARIS_WINTER)
  expect(activity('2026-11-24T04:30:00+01:00')).toBeLessThan(0.2)
  expect(activity('2026-11-24T12:30:00+01:00')).toBeGreaterThan(1.3)
  expect(activity('2026-11-24T20:30:00+01:00')).toBeGreaterThan(1.6)
  expect(activity('2026-11-28T08:30:00+01:00')).toBeLessThan(activity('2026-11-24T08:30:00+01:00'))
})

test('a week of their time is a week of everybody’s', () => {
  const from = at('2026-11-24T04:30:00+01:00')
  expect(afterActive(from, 168 * HOUR, PARIS_WINTER)).toBeCloseTo(from + 168 * HOUR, -1)
})

test('half an hour of their time is short in the evening and long before dawn', () => {
  const wait = (text: string) => afterActive(at(text), HOUR / 2, PARIS_WINTER) - at(text)
  expect(wait('2026-11-24T20:00:00+01:00')).toBeLessThan(0.5 * HOUR)
  expect(wait('2026-11-24T02:00:00+01:00')).toBeGreaterThan(2 * HOUR)
})

test('waiting never goes back, and waiting twice is waiting the sum', () => {
  const ms = fc.integer({ min: 0, max: 400 * HOUR })
  fc.assert(
    fc.property(instant, ms, ms, (from, a, b) => {
      const first = afterActive(from, a, PARIS_WINTER)
      expect(first).toBeGreaterThanOrEqual(from - 1)
      const both = afterActive(from, a + b, PARIS_WINTER)
      expect(Math.abs(afterActive(first, b, PARIS_WINTER) - both)).toBeLessThan(50)
    }),
  )
})

test('Paris is one hour ahead of UTC in winter and two in summer', () => {
  expect(zoneOffset(at('2026-11-24T12:34:56Z'), 'Europe/Paris')).toBe(HOUR)
  expect(zoneOffset(at('2026-07-14T00:00:00Z'), 'Europe/Paris')).toBe(2 * HOUR)
})
