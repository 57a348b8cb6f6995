import { expect, test } from 'vitest'
import { wordAt } from './word-at.ts'

const at = (text: string) => wordAt(text.replace('|', ''), text.indexOf('|'))

test('a hashtag or a mention is known by its sign, up to the caret', () => {
  expect(at('Le banc #chên|')).toEqual({ kind: 'hashtag', start: 8, end: 13, begins: 'chên' })
  expect(at('Merci @ya| pour tout')).toMatchObject({ kind: 'mention', begins: 'ya' })
  expect(at('@yanis.haddad@lyon|')).toMatchObject({ begins: 'yanis.haddad@lyon' })
  expect(at('(#bois|)')).toMatchObject({ begins: 'bois' })
})

test('a plain word, an address or the middle of a word is none', () => {
  for (const text of [
    'banc|',
    '#|',
    '@y|',
    'camille@atelier|',
    'https://a.fr/#ancre|',
    '#ch|êne',
    'a#b|',
    '# b|',
  ])
    expect(at(text), text).toBeNull()
})
