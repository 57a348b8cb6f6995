import { describe, expect, it } from 'vitest'
import { firstWhen, wallTimeOf } from './when.ts'

const now = '2026-11-22T10:20'

describe('the hour proposed for a new post', () => {
  it('is tomorrow morning when nothing was asked', () => {
    expect(firstWhen('', now)).toEqual({ mode: 'at', date: '2026-11-23', time: '09:00' })
  })

  it('is the morning of the day chosen in the calendar', () => {
    expect(firstWhen('2026-12-01', now)).toMatchObject({ date: '2026-12-01', time: '09:00' })
  })

  it('is the hour chosen in the week', () => {
    expect(firstWhen('2026-11-24T17:00', now)).toMatchObject({ date: '2026-11-24', time: '17:00' })
  })

  it('is the next hour when this morning is over', () => {
    expect(firstWhen('2026-11-22', now)).toMatchObject({ date: '2026-11-22', time: '11:00' })
    expect(firstWhen('2026-11-22', '2026-11-22T23:30')).toMatchObject({ time: '23:59' })
  })
})

describe('the hour sent to the desk', () => {
  it('is none for now, or while it is being chosen', () => {
    expect(wallTimeOf({ mode: 'now', date: '2026-11-24', time: '09:00' })).toBeNull()
    expect(wallTimeOf({ mode: 'at', date: '2026-11-24', time: '' })).toBeNull()
    expect(wallTimeOf({ mode: 'at', date: '2026-11-24', time: '09:00' })).toBe('2026-11-24T09:00')
  })
})
