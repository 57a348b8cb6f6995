import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NearDuplicates } from './near-duplicates.ts'

const post =
  'Atelier Morel ouvre un second magasin à Lyon samedi, venez essayer la table Lyre et les chaises en frêne'

const copiesOf = (first: string, second: string) => {
  const index = new NearDuplicates()
  index.add(first)
  return index.add(second)
}

describe('near-duplicates', () => {
  it.each([
    ['a reshare', `RT @camille: ${post}`],
    ['another link', `${post} https://short.example/x81`],
    [
      'shouting, without accents or commas',
      post
        .toUpperCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f,]/g, ''),
    ],
    ['a word in front', `Enfin ! ${post}`],
    ['emoji and a hashtag behind', `${post} 🔥🔥 #lyon`],
    ['the end cut off', `${post.slice(0, 80)}…`],
  ])('meets a copy with %s', (_, copy) => {
    expect(copiesOf(post, copy)).toEqual([{ of: 0, likeness: expect.any(Number) }])
  })

  it('tells two posts of the same shop apart', () => {
    expect(
      copiesOf(
        post,
        'Chez Atelier Morel la livraison a deux semaines de retard et personne ne répond',
      ),
    ).toEqual([])
  })

  it('says nothing of posts too short to compare', () => {
    expect(copiesOf('ok', 'ok')).toEqual([])
    expect(copiesOf('', '')).toEqual([])
  })

  it('meets every exact copy with likeness 1, whatever the text, and never a post that came later', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { maxLength: 12 }),
        (texts) => {
          const index = new NearDuplicates()
          for (const text of texts) index.add(`${text} écrit à l'atelier`)
          for (const [i, text] of texts.entries()) {
            const found = index.add(`${text} écrit à l'atelier`)
            const exact = texts.findIndex((other) => other === text)
            expect(found).toContainEqual({ of: exact, likeness: 1 })
            expect(found.every(({ of }) => of < texts.length + i)).toBe(true)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('agrees with itself: what it finds from one side it finds from the other', () => {
    const words = fc.array(
      fc.constantFrom('table', 'chêne', 'morel', 'lyon', 'samedi', 'retard', 'livraison', 'merci'),
      {
        minLength: 4,
        maxLength: 14,
      },
    )
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [first, second] = [a.join(' '), b.join(' ')]
        expect(copiesOf(first, second).map((found) => found.likeness)).toEqual(
          copiesOf(second, first).map((found) => found.likeness),
        )
      }),
    )
  })
})
