import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colorIn, contrast, inkOn } from './color.ts'
import { hoursIn, whenOpen } from './hours.ts'
import { originIn } from './origins.ts'

const at = (wall: string) => new Date(`${wall}+01:00`)
const week = hoursIn('lun-ven 9h-12h30 14h-18h\nsam 10:00-16:00') ?? []
const say = (wall: string, language: 'en' | 'fr' = 'fr') =>
  whenOpen(week, at(wall), 'Europe/Paris', language)

describe('hours, as people write them', () => {
  test.each([
    ['mon-fri 9:00-12:30 14:00-18:00', 10],
    ['lun-ven : 9h-12h30, 14h-18h', 10],
    ['lundi, mercredi 8h30-19h', 2],
    ['ven.-lun. 9-18', 4],
    ['Tue 9–17\n\nsam 10h-16h et 17h-18h', 3],
    ['', 0],
  ])('%j is understood', (written, openings) => {
    expect(hoursIn(written)).toHaveLength(openings)
  })

  test.each([
    'toujours',
    'lun',
    '9h-18h',
    'lun 18h-9h',
    'lun 9h-25h',
    'lu 9h-18h',
    'lun 9h70-18h',
    'lun-mar-mer 9-10',
  ])('%j is not, and nothing is guessed', (written) => expect(hoursIn(written)).toBeNull())

  test('inside them somebody is there; outside, it is said when', () => {
    expect(say('2026-11-23T09:00:00')).toMatchObject({ open: true })
    expect(say('2026-11-23T12:30:00')?.sentence).toBe(
      'Nous répondons aujourd’hui à partir de 14\u00A0h.',
    )
    expect(say('2026-11-23T18:00:00')?.sentence).toBe('Nous répondons demain à partir de 9\u00A0h.')
    expect(say('2026-11-28T17:00:00')?.sentence).toBe('Nous répondons lundi à partir de 9\u00A0h.')
    expect(say('2026-11-28T17:00:00', 'en')?.sentence).toBe('We answer on Monday from 9:00.')
    expect(whenOpen([], at('2026-11-23T09:00:00'), 'Europe/Paris', 'fr')).toBeNull()
  })

  test('the hours are those of the company, wherever its visitor is', () => {
    const now = new Date('2026-11-23T08:30:00Z')
    expect(whenOpen(week, now, 'Europe/Paris', 'en')?.open).toBe(true)
    expect(whenOpen(week, now, 'America/Montreal', 'en')?.open).toBe(false)
  })

  test('open once a week and closed now, the next time is always said', () => {
    const anInstant = fc.date({
      min: at('2026-01-01T00:00:00'),
      max: at('2027-01-01T00:00:00'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 7 }), (now, day) => {
        const hours = [{ day, from: 600, to: 660 }]
        const said = whenOpen(hours, now, 'Europe/Paris', 'en')
        expect(said?.sentence).toMatch(/here to answer|from 10:00/)
      }),
    )
  })
})

describe('the colour', () => {
  test('whatever it is, the words on it have 4.5 to 1 at least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const color = `#${number.toString(16).padStart(6, '0')}`
        expect(contrast(color, inkOn(color))).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  test.each([
    ['#126154', '#126154'],
    ['fff', '#ffffff'],
    [' #ABC ', '#aabbcc'],
    ['red', null],
    ['#12345', null],
    ['#126154;}', null],
  ])('%j is read as %j', (written, color) => expect(colorIn(written)).toBe(color))
})

describe('the addresses', () => {
  test.each([
    ['https://www.atelier.example/bancs?x=1', 'https://www.atelier.example'],
    ['atelier.example', 'https://atelier.example'],
    ['HTTPS://Atelier.Example:8443', 'https://atelier.example:8443'],
    ['http://localhost:8080/a', 'http://localhost:8080'],
    ['http://www.atelier.example', null],
    ['https://*.atelier.example', null],
    ["https://a.example;script-src 'unsafe-inline'", null],
    ['https://moi:secret@atelier.example', null],
    ['javascript:alert(1)', null],
    ['atelier', null],
  ])('%j is %j', (written, origin) => expect(originIn(written)).toBe(origin))
})
