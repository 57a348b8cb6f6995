import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bringIn, parseQuery } from '../index.ts'

describe('a query from another tool is read here', () => {
  test.each([
    ['as it is', '(table OR "coffee table") AND oak NOT pine', null],
    ['a distance with an order', 'logitech NEAR/2f keyboard', 'logitech ONEAR/2 keyboard'],
    ['nested distances', '((gift OR "mince pie") NEAR/2 xmas) NEAR/3 wife', null],
    ['exact capitals', '{BT} AND phone', null],
    ['a minus after AND', 'chocolate AND -swiss', null],
    ['raw words', 'raw:Apple AND juice', '{Apple} AND juice'],
    ['hashtags and handles', 'hashtags:oak OR at_mentions:morel', '#oak OR @morel'],
    ['a site with its address', 'BMW -site:"http://www.mysite.com"', null],
    ['languages', 'oak AND language:en', 'oak AND lang:en'],
    ['followers', 'oak AND authorFollowers:[1000 TO *]', 'oak AND followers:1000..'],
    ['comments', '<<<our brand>>> morel', null],
  ])('%s', (_, theirs, ours) => {
    const { expression, changes } = bringIn(theirs)
    expect(expression).toBe(ours ?? theirs)
    expect(changes).toEqual([])
    expect(parseQuery(expression)).toMatchObject({ ok: true })
  })
})

describe('what cannot be carried over is said', () => {
  test.each([
    ['a place', 'oak AND country:fra', 'oak /* country:fra */', ['country:fra']],
    [
      'a group of places',
      '(country:fra OR country:bel) AND oak',
      'oak /* country:fra country:bel */',
      ['country:fra', 'country:bel'],
    ],
    [
      'an excluded kind of source',
      'oak AND NOT sourcetype:blog',
      'oak /* sourcetype:blog */',
      ['sourcetype:blog'],
    ],
    ['a title', 'title:"oak table" OR pine', '"oak table" OR pine', ['title:"oak table"']],
    ['a star inside a word', 'colo*r', 'colo*', ['colo*r']],
    ['a joker at the end', 'table?', 'table*', ['table?']],
    ['a distance around a group', '(oak AND table)~5', '(oak AND table) /* ~5 */', ['~5']],
    ['signs', 'raw:"Google+"', '{Google+}', ['raw:"Google+"']],
  ])('%s', (_, theirs, ours, told) => {
    const { expression, changes } = bringIn(theirs)
    expect(expression).toBe(ours)
    expect(changes.map(({ written }) => written)).toEqual(told)
    expect(parseQuery(expression)).toMatchObject({ ok: true })
  })

  test('whatever is brought: each word is still there, or named among the changes', () => {
    const piece = fc.constantFrom(
      'oak',
      'country:fra',
      '(',
      ')',
      'AND',
      'OR',
      'NOT',
      '-',
      '"a b"~3',
      '~4',
      '*x',
      'ta?le',
      '{X}',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { expression, changes } = bringIn(pieces.join(' '))
        const told = changes.map(({ written }) => written).join(' ')
        for (const one of pieces.filter((p) => /[a-z]/i.test(p) && !/^[A-Z]+$/.test(p))) {
          expect(`${expression} ${told}`).toContain(one)
        }
      }),
    )
  })
})
