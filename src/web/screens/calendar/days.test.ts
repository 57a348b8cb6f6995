import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  carried,
  daysBetween,
  isDay,
  mondayOf,
  wallTimeAt,
  weekNumber,
  weeksOfMonth,
} from './days.ts'

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a day of the calendar', () => {
  it('is carried across months, leap days and the days when clocks change', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  it('comes back when it is carried back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  it('a month later is the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-11-15', 2)).toBe('2027-01-15')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })

  it('is recognised in an address, and only when it exists', () => {
    expect(isDay('2026-11-22')).toBe(true)
    expect(isDay('2026-02-30')).toBe(false)
    expect(isDay('next week')).toBe(false)
    expect(isDay('')).toBe(false)
  })
})

describe('the weeks of a month', () => {
  it('begin on Monday and show the whole of November 2026', () => {
    const weeks = weeksOfMonth('2026-11-22')
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toContain('2026-11-01')
    expect(weeks[0]?.[0]).toBe('2026-10-26')
    expect(weeks.at(-1)?.[6]).toBe('2026-12-06')
  })

  it('always hold each day of the month once, in order', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const days = weeksOfMonth(day).flat()
        expect(days.length % 7).toBe(0)
        expect(mondayOf(days[0] ?? '')).toBe(days[0])
        const ofMonth = days.filter((one) => one.startsWith(day.slice(0, 7)))
        expect(ofMonth).toContain(day)
        expect(ofMonth[0]).toMatch(/-01$/)
        expect(addDays(ofMonth.at(-1) ?? '', 1)).toMatch(/-01$/)
        expect(days).toEqual(days.map((_, index) => addDays(days[0] ?? '', index)))
      }),
    )
  })

  it('are numbered as French and German calendars number them (ISO 8601)', () => {
    expect(weekNumber('2026-11-22')).toBe(47)
    expect(weekNumber('2026-01-01')).toBe(1)
    expect(weekNumber('2027-01-01')).toBe(53)
    expect(weekNumber('2024-12-30')).toBe(1)
    expect(weekNumber('2023-01-01')).toBe(52)
  })
})

describe('a post carried to another day', () => {
  it('keeps its hour', () => {
    expect(carried('2026-11-24T09:00', '2026-11-24', '2026-11-27')).toBe('2026-11-27T09:00')
    expect(carried('2026-10-24T02:30', '2026-10-24', '2026-10-25')).toBe('2026-10-25T02:30')
  })

  it('keeps the hour of its own zone when the calendar shows it on another day', () => {
    // 23:30 in New York on Monday stands on Tuesday in a calendar of Paris.
    expect(carried('2026-11-23T23:30', '2026-11-24', '2026-11-26')).toBe('2026-11-25T23:30')
  })
})

describe('the clock on the wall', () => {
  it('shows the hour of its zone, summer and winter', () => {
    expect(wallTimeAt(new Date('2026-11-24T08:00:00Z'), 'Europe/Paris')).toBe('2026-11-24T09:00')
    expect(wallTimeAt(new Date('2026-07-24T08:00:00Z'), 'Europe/Paris')).toBe('2026-07-24T10:00')
    expect(wallTimeAt(new Date('2026-11-23T23:30:00Z'), 'Asia/Kolkata')).toBe('2026-11-24T05:00')
  })

  it('writes midnight 00:00', () => {
    expect(wallTimeAt(new Date('2026-11-23T23:00:00Z'), 'Europe/Paris')).toBe('2026-11-24T00:00')
  })
})
