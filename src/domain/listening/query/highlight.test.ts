import { describe, expect, test } from 'vitest'
import { highlight, parseQuery } from './index.ts'

function pointed(expression: string, text: string): string[] {
  const parsed = parseQuery(expression)
  if (!parsed.ok) throw new Error(parsed.error.code)
  return highlight(parsed.query, text).map(({ start, end }) => text.slice(start, end))
}

describe('the words that were looked for are pointed at', () => {
  test.each([
    ['each time they stand', 'table', 'Table, tables, TABLE', ['Table', 'TABLE']],
    [
      'phrases as a whole',
      '"atelier morel" lyon',
      'L’Atelier Morel à Lyon',
      ['Atelier Morel', 'Lyon'],
    ],
    ['the end of a word after a star', 'chais*', 'deux chaises', ['chaises']],
    ['accents written apart stay whole', 'chêne', 'le che\u0302ne.', ['che\u0302ne']],
    ['the word of a hashtag', 'morel', 'vu chez #Morel', ['Morel']],
    ['a handle, not a longer one', '@morel', '@morel, @morel.lyon, a@morel', ['morel']],
    ['a longer one after a star', '@morel*', '@morel.lyon', ['morel']],
    ['never what is excluded', 'morel -foot', 'morel et foot', ['morel']],
    ['each alternative', 'table OR chaise', 'une chaise', ['chaise']],
    [
      'overlaps become one',
      '"table basse" "basse en chêne"',
      'table basse en chêne',
      ['table basse en chêne'],
    ],
    ['an emoji with what dresses it', '❤', 'un ❤️ pour vous', ['❤️']],
    ['only what is asked in Japanese', 'テーブル', 'ヴィジーのテーブル', ['テーブル']],
    ['nothing when nothing is there', 'table', 'rien', []],
  ])('%s', (_, expression, text, expected) => expect(pointed(expression, text)).toEqual(expected))

  test('by several queries at once', () => {
    const queries = ['table', 'chêne'].map((e) => {
      const parsed = parseQuery(e)
      if (!parsed.ok) throw new Error(parsed.error.code)
      return parsed.query
    })
    expect(highlight(queries, 'table en chêne')).toEqual([
      { start: 0, end: 5 },
      { start: 9, end: 14 },
    ])
  })
})
