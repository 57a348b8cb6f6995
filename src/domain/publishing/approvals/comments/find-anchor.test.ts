import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorAt, findAnchor } from './find-anchor.ts'

const text = 'La chaise est en chêne. La chaise coûte 450 €. Venez voir la chaise.'
const on = (quote: string, nth = 0) => {
  let start = -1
  for (let n = 0; n <= nth; n++) start = text.indexOf(quote, start + 1)
  return anchorAt(text, { start, end: start + quote.length })
}
const found = (edited: string, anchor: ReturnType<typeof on>) => {
  const place = findAnchor(edited, anchor)
  return place && edited.slice(place.start, place.end) + `@${place.start}`
}

describe('the words of a comment', () => {
  test('stay where they stood while nothing moves', () => {
    expect(found(text, on('450 €'))).toBe(`450 €@${text.indexOf('450 €')}`)
  })

  test('are found again when something is written before them', () => {
    const edited = `Nouveau ! ${text}`
    expect(found(edited, on('450 €'))).toBe(`450 €@${edited.indexOf('450 €')}`)
  })

  test('that stand several times are told apart by what stands around them', () => {
    const edited = text.replace('La chaise est en chêne. ', '')
    // The second one now stands first.
    expect(found(edited, on('La chaise', 1))).toBe('La chaise@0')
  })

  test('with nothing left around them are the nearest', () => {
    const anchor = { start: 10, quote: 'oui', before: 'xx', after: 'yy' }
    expect(findAnchor('oui ..... oui ...... oui', anchor)).toEqual({ start: 10, end: 13 })
  })

  test('that are gone are nowhere', () => {
    expect(findAnchor(text.replace('450', '500'), on('450 €'))).toBeNull()
  })
})

const words = fc.array(fc.constantFrom('chaise', 'table', ' ', '.', 'é', '🪑', 'en chêne'), {
  minLength: 1,
  maxLength: 30,
})
const written = words.map((list) => list.join(''))

test('whatever is written before or after, the same words are found at the same place', () => {
  fc.assert(
    fc.property(written, written, written, fc.nat(), fc.nat(), (before, kept, after, a, b) => {
      const start = a % kept.length
      const end = start + 1 + (b % (kept.length - start))
      const anchor = anchorAt(kept, { start, end })
      // With all of what stood around them, at least as alike as anywhere else.
      const place = findAnchor(before + kept + after, anchor)
      expect(place).not.toBeNull()
      const shown = (before + kept + after).slice(place?.start, place?.end)
      expect(shown).toBe(anchor.quote)
    }),
  )
})

test('in the very text it was written beside, a comment stands exactly where it was put', () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.nat(), (kept, a, b) => {
      const start = a % kept.length
      const end = start + 1 + (b % (kept.length - start))
      expect(findAnchor(kept, anchorAt(kept, { start, end }))).toEqual({ start, end })
    }),
  )
})

test('what is found is always the words themselves, or nothing when they stand nowhere', () => {
  fc.assert(
    fc.property(written, written, fc.nat(), fc.nat(), (kept, edited, a, b) => {
      const start = a % kept.length
      const anchor = anchorAt(kept, { start, end: start + 1 + (b % (kept.length - start)) })
      const place = findAnchor(edited, anchor)
      if (!place) expect(edited).not.toContain(anchor.quote)
      else expect(edited.slice(place.start, place.end)).toBe(anchor.quote)
    }),
  )
})
