import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptAround } from './excerpt.ts'

const words = (n: number, word = 'mot') =>
  Array.from({ length: n }, (_, i) => `${word}${i}`).join(' ')

describe('an excerpt', () => {
  test('is the whole text when it is short', () => {
    expect(excerptAround('Une table\nbasse', [{ start: 4, end: 9 }])).toEqual({
      text: 'Une table basse',
      highlights: [{ start: 4, end: 9 }],
    })
  })

  test('shows the first place found, a little of what comes before, and begins at a word', () => {
    const text = `${words(200)} Atelier Morel ${words(200)}`
    const start = text.indexOf('Atelier')
    const { text: shown, highlights } = excerptAround(text, [{ start, end: start + 13 }], 120)
    expect(shown).toMatch(/^…mot\d+ .*Atelier Morel.* mot\d+…$/)
    expect(highlights.map((h) => shown.slice(h.start, h.end))).toEqual(['Atelier Morel'])
  })

  test('never exceeds its length, and points at the same words as the text does', () => {
    const piece = fc.constantFrom('table', 'é', '🪑', '東京', 'x'.repeat(60), ' ', ' ', '\n')
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }),
        fc.nat(),
        fc.integer({ min: 40, max: 200 }),
        (pieces, n, length) => {
          const text = pieces.join('')
          const start = text.length === 0 ? 0 : n % text.length
          const found = { start, end: Math.min(text.length, start + 3) }
          const shown = excerptAround(text, [found], length)
          expect(shown.text.length).toBeLessThanOrEqual(length)
          for (const h of shown.highlights) {
            expect(shown.text.slice(h.start, h.end)).toBe(
              text.replace(/\s/g, ' ').slice(found.start, found.end),
            )
          }
        },
      ),
    )
  })
})
