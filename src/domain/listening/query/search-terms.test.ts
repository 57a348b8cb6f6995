import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMatcher, parseQuery, searchTerms } from './index.ts'

function termsOf(expression: string): string[] {
  const parsed = parseQuery(expression)
  if (!parsed.ok) throw new Error(parsed.error.code)
  return searchTerms(parsed.query)
}

describe('a network is asked for words of which one must be there', () => {
  test.each([
    ['one word', 'Morel', ['Morel']],
    ['a phrase stays whole', '"atelier morel"', ['atelier morel']],
    ['of words side by side, the one that brings least', 'table chiffonnier', ['chiffonnier']],
    ['a phrase rather than a word', 'menuisier "atelier morel"', ['atelier morel']],
    ['each alternative', 'morel OR "atelier morel"', ['morel', 'atelier morel']],
    ['what is common to alternatives', 'ébénisterie (lit OR de)', ['ébénisterie']],
    ['never what is excluded', 'morel -football', ['morel']],
    ['anything rather than a beginning of word', 'lit ébénist*', ['lit']],
    ['a beginning of word alone, as it is', 'ébénist*', ['ebenist']],
    ['the whole words of a phrase', '"tables basses en ch*"', ['tables']],
    ['a hashtag as such', '#chêne', ['#chêne']],
    ['a handle as such', '@morel-bois', ['@morel-bois']],
    ['the same term once', '(morel -foot) OR (morel -rugby)', ['morel']],
  ])('%s', (_, expression, expected) => expect(termsOf(expression)).toEqual(expected))
})

test('whatever the query finds holds one of its terms', () => {
  const word = fc.constantFrom('table', 'lit', 'morel', 'le', '"lit le"', 'chaise', '@morel')
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word,
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) (${b})`),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) OR (${b})`),
      tie('expression').map((a) => `NOT (${a})`),
    ),
  }))
  const text = fc
    .array(fc.constantFrom('table', 'lit', 'morel', 'le', 'chaise', '@morel', '@morel.lit'))
    .map((w) => w.join(' '))
  fc.assert(
    fc.property(expression, text, (e, t) => {
      const parsed = parseQuery(e)
      fc.pre(parsed.ok)
      const matcher = createMatcher()
      matcher.add('q', parsed.query)
      fc.pre(matcher.match(t).length > 0)
      expect(searchTerms(parsed.query).some((term) => t.includes(term))).toBe(true)
    }),
  )
})
