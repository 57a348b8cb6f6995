import { describe, expect, test } from 'vitest'
import { paletteScore } from './palette-score.ts'

const commands = [
  'Thème sombre',
  'Calendrier',
  'Cette semaine dans le calendrier',
  'Boîte de réception',
  'Comptes connectés',
]
const found = (typed: string) =>
  commands
    .map((label) => ({ label, score: paletteScore(label, '', typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ label }) => label)

describe('typing in the palette', () => {
  test('finds by the beginning of any word, the first word first', () => {
    expect(found('cal')).toEqual(['Calendrier', 'Cette semaine dans le calendrier'])
  })

  test('forgives accents and capitals', () => {
    expect(found('theme')).toEqual(['Thème sombre'])
    expect(found('RÉCEPTION')).toEqual(['Boîte de réception'])
  })

  test('wants every word typed, in any order', () => {
    expect(found('connectés comptes')).toEqual(['Comptes connectés'])
    expect(found('comptes sombre')).toEqual([])
  })

  test('does not gather letters scattered over a label', () => {
    expect(paletteScore('Calendar, this week', '', 'dark')).toBe(0)
  })

  test('also knows the other words for a command', () => {
    expect(paletteScore('Français', 'french language', 'lang')).toBeGreaterThan(0)
  })

  test('shows everything while nothing is typed', () => {
    expect(found('')).toHaveLength(commands.length)
  })
})
