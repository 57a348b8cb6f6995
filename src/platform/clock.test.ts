import { expect, test } from 'vitest'
import { fixedClock, systemClock } from './clock.ts'

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock('2026-03-02T09:00:00+01:00')
  expect(clock.now().toISOString()).toBe('2026-03-02T08:00:00.000Z')
  clock.advance(90_000)
  expect(clock.now().toISOString()).toBe('2026-03-02T08:01:30.000Z')
  clock.set('2026-12-24T18:00:00Z')
  expect(clock.now().toISOString()).toBe('2026-12-24T18:00:00.000Z')
})

test('changing a date that was read does not move the clock', () => {
  const clock = fixedClock('2026-03-02T09:00:00Z')
  clock.now().setFullYear(1999)
  expect(clock.now().getFullYear()).toBe(2026)
})

test('a fixed clock refuses what is not a date', () => {
  expect(() => fixedClock('next Monday, maybe')).toThrow(RangeError)
})

test('the system clock is the machine time', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000)
})
