import { describe, expect, test } from 'vitest'
import { createFormat } from './format.ts'

const french = createFormat('fr', 'Europe/Paris')

describe('the figures of Atelier Morel, read in Lyon', () => {
  test('carry French spaces, commas and a real minus', () => {
    expect(french.number(1284000)).toBe('1\u202f284\u202f000')
    expect(french.percent(0.0312)).toBe('3,1\u00a0%')
    expect(french.change(-0.032)).toBe('−3,2\u00a0%')
    expect(french.change(0.124)).toBe('+12\u00a0%')
    expect(french.money(38450, 'EUR')).toBe('38\u202f450,00\u00a0€')
  })

  test('turn seconds into the unit a person would use', () => {
    expect(french.duration(42)).toBe('42\u202fs')
    expect(french.duration(5400)).toBe('1,5\u202fh')
    expect(french.duration(259_200)).toBe('3\u202fj')
  })
})

describe('the hours of Atelier Morel', () => {
  test('are those of the company, on both sides of the change of summer time', () => {
    expect(french.time('2026-10-24T07:00:00Z')).toBe('09:00')
    expect(french.time('2026-10-26T08:00:00Z')).toBe('09:00')
  })

  test('are marked with the place when the reader is elsewhere', () => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    expect(createFormat('fr', here).zoneNote).toBe('')
    expect(createFormat('fr', 'America/Argentina/Buenos_Aires').zoneNote).toBe('Buenos Aires')
  })

  test('a calendar day stays the same day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris']) {
      expect(createFormat('fr', zone).day('2026-11-22')).toBe('22 nov.')
    }
  })

  test('a day of another year carries its year, a day of this one does not', () => {
    const now = new Date('2026-12-31T23:30:00Z')
    expect(french.longDay('2027-01-04', now)).toBe('lundi 4 janvier')
    expect(french.longDay('2026-12-31', now)).toBe('jeudi 31 décembre 2026')
    expect(french.longDay('2999-12-31', now)).toBe('mardi 31 décembre 2999')
    const english = createFormat('en', 'Europe/London')
    expect(english.longDay('2026-12-31', now)).toBe('Thursday 31 December')
    expect(english.longWeekday('2024-01-01')).toBe('Monday')
    expect(english.longDay('2027-01-04', now)).toBe('Monday, 4 January 2027')
  })

  test('are told relative to now', () => {
    const now = Date.parse('2026-11-22T09:00:00Z')
    expect(french.relative('2026-11-22T08:42:00Z', now)).toBe('il y a 18\u00a0min')
    expect(french.relative('2026-11-21T09:00:00Z', now)).toBe('hier')
    expect(createFormat('en', 'Europe/Paris').relative('2026-11-23T09:00:00Z', now)).toBe(
      'tomorrow',
    )
  })
})
