import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLinks, replaceLinks } from './find-links.ts'

describe('the addresses in what Sofia wrote', () => {
  test.each([
    ['Nos chaises : https://atelier-morel.fr/chaises.', ['https://atelier-morel.fr/chaises']],
    ['(voir https://atelier-morel.fr/a)', ['https://atelier-morel.fr/a']],
    [
      'https://fr.wikipedia.org/wiki/Chaise_(meuble)',
      ['https://fr.wikipedia.org/wiki/Chaise_(meuble)'],
    ],
    ['« https://atelier-morel.fr/a »', ['https://atelier-morel.fr/a']],
    ['« https://atelier-morel.fr/a\u202f»', ['https://atelier-morel.fr/a']],
    ['Vraiment\u202f? https://a.fr/x?y=1\u202f!', ['https://a.fr/x?y=1']],
    ['Deux : https://a.fr, puis HTTP://B.fr/é…', ['https://a.fr', 'HTTP://B.fr/é']],
    ['https://a.fr/?q=1&r=[2]', ['https://a.fr/?q=1&r=[2]']],
    ['https://a.fr\nhttps://b.fr', ['https://a.fr', 'https://b.fr']],
    ['[le site](https://a.fr/b)', ['https://a.fr/b']],
    ['atelier-morel.fr et sofia@atelier-morel.fr', []],
    ['https:// et http://? et xhttps://a.fr', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(findLinks(text).map(({ address }) => address)).toEqual(expected)
  })

  test('are found exactly where they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.webUrl(), fc.lorem(), fc.constant('🪑'))), (words) => {
        const text = words.join(' ')
        for (const { start, end, address } of findLinks(text)) {
          expect(text.slice(start, end)).toBe(address)
        }
      }),
    )
  })
})

test('replacing leaves the rest of the text alone, emoji and all', () => {
  const text = '🪑 Chaises : https://a.fr/1, bancs : https://a.fr/2.'
  const short = new Map([
    ['https://a.fr/1', 'https://d.fr/l/2222222'],
    ['https://a.fr/2', 'https://d.fr/l/3333333'],
  ])
  expect(replaceLinks(text, (address) => short.get(address) ?? address)).toBe(
    '🪑 Chaises : https://d.fr/l/2222222, bancs : https://d.fr/l/3333333.',
  )
})
