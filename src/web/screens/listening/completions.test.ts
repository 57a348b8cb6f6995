import { describe, expect, test } from 'vitest'
import { completed, completionsAt } from './completions.ts'

const known = ['AND', 'OR', 'NOT', 'NEAR/5', 'author:', 'lang:fr', 'query:"Our brand"'].map(
  (insert) => ({ insert, meaning: '' }),
)

const french = [
  { insert: 'ET' },
  { insert: 'auteur:' },
  { insert: 'langue:fr', names: ['lang:', 'langue:'] },
  { insert: 'langue:en', names: ['lang:', 'langue:'] },
  { insert: 'abonnés:>', names: ['followers:', 'abonnés:'] },
  { insert: 'avec:image', names: ['has:', 'avec:'] },
  { insert: 'requête:"Notre marque"', names: ['query:', 'requête:'] },
].map((one) => ({ ...one, meaning: '' }))

function offered(before: string, asked = false, all = known): string[] | undefined {
  const offer = completionsAt(before, before.length, all, { asked })
  return offer?.options.map(({ insert }) => insert)
}

describe('while Camille types', () => {
  test.each([
    ['a capital begins an operator', 'table N', ['NOT', 'NEAR/5']],
    ['two letters begin a field', 'table au', ['author:']],
    ['a colon after query names the others', 'table query:our', ['query:"Our brand"']],
    ['nothing disturbs an ordinary word', 'table', undefined],
    ['nor a single letter', 'a', undefined],
    ['nor what is quoted', 'table "au', undefined],
    ['nor what is complete', 'table NOT', undefined],
  ])('%s', (_, before, expected) => expect(offered(before)).toEqual(expected))

  test.each([
    ['its own word for a field', 'table au', ['auteur:']],
    ['without its accent', 'table abonnes', ['abonnés:>']],
    ['what a field may ask', 'table langue:', ['langue:fr', 'langue:en']],
    ['the other queries', 'table requête:', ['requête:"Notre marque"']],
    ['one of them, by its name', 'table requête:notre m', ['requête:"Notre marque"']],
    ['within the quotation mark', 'table requete:"no', ['requête:"Notre marque"']],
    ['by the English word too', 'table query:notre', ['requête:"Notre marque"']],
    ['and for other fields', 'table lang:e', ['langue:en']],
    ['not yet at its beginning', 'table foll', undefined],
  ])('in French: %s', (_, before, expected) =>
    expect(offered(before, false, french)).toEqual(expected),
  )

  test('the French word is understood by a reader of English', () => {
    const english = [{ insert: 'query:"Our brand"', names: ['query:', 'requête:'], meaning: '' }]
    expect(offered('table requête:our', false, english)).toEqual(['query:"Our brand"'])
    expect(offered('table req', false, english)).toBeUndefined()
  })

  test('everything is offered when she asks', () => {
    expect(offered('table ', true)).toHaveLength(known.length)
  })

  test('what she takes replaces the word, with a space where one may go on', () => {
    const text = 'table N chaise'
    const offer = completionsAt(text, 7, known)
    if (!offer) throw new Error('nothing was offered')
    const { options } = offer
    expect(completed(text, 7, offer, options[0] ?? { insert: '', meaning: '' })).toEqual({
      text: 'table NOT chaise',
      caret: 9,
    })
    const field = completionsAt('au', 2, known)
    if (!field) throw new Error('nothing was offered')
    expect(completed('au', 2, field, { insert: 'author:', meaning: '' }).text).toBe('author:')
  })
})
