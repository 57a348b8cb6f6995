import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_TERMS, termsOf } from './index.ts'

const keys = (text: string, language: string | null = 'fr') =>
  termsOf(text, language)
    .map(({ key }) => key)
    .toSorted()

describe('what a post speaks of', () => {
  test.each<[string, string, string[]]>([
    ['fr', 'Le vernis est toxique', ['toxique', 'vernis']],
    ['fr', 'L’atelier de peinture', ['atelier', 'atelier de peinture', 'peinture']],
    ['fr', 'J’adore l’étagère !', ['adore', 'etagere']],
    ['en', 'The table, a disaster', ['disaster', 'table']],
    ['en', 'A toxic varnish', ['toxic', 'toxic varnish', 'varnish']],
    ['en', 'the fire at the Bank of America', ['america', 'bank', 'bank of america', 'fire']],
    ['fr', '#Rappel chez nous', ['#rappel']],
    ['en', 'see https://www.shop.example/a?utm_source=x.', ['https://shop.example/a']],
    ['fr', 'iPhone 15 en 2026', ['iphone', 'iphone 15']],
    ['ja', '家具', ['家具']],
    ['fr', '🔥🔥 😡 !!! @camille', []],
    ['en', '', []],
  ])('%s: %s', (language, text, expected) => {
    expect(keys(text, language)).toEqual(expected)
  })

  test('is a name as a whole, however long, with its small words', () => {
    expect(keys('Vu à l’École Nationale Supérieure de Nantes hier')).toContain(
      'ecole nationale superieure de nantes',
    )
  })

  test('stands where it says it does, and is bounded, whatever was written', () => {
    const written = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(
        fc.constantFrom("l'", 'Été', 'table ', '#x ', '🔥', '你好', 'https://a.b/c ', '\ud800'),
        {
          maxLength: 200,
        },
      ),
    )
    const language = fc.constantFrom('fr', 'en', 'ja', 'unsure', '__proto__', null)
    fc.assert(
      fc.property(written, language, (post, lang) => {
        const text = Array.isArray(post) ? post.join('') : post
        const terms = termsOf(text, lang)
        expect(terms.length).toBeLessThanOrEqual(MOST_TERMS)
        expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length)
        for (const { key, start, end } of terms) {
          expect(key.length).toBeGreaterThan(0)
          expect(key.length).toBeLessThanOrEqual(100)
          expect(start >= 0 && start < end && end <= text.length).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
