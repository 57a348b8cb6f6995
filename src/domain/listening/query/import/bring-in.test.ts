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
    ['raw words in a group', 'raw:(Apple OR "Big Apple")', '({Apple} OR {Big Apple})'],
    ['hashtags in a group', 'hashtags:(oak OR #ash) AND x', '(#oak OR #ash) AND x'],
    ['handles in a group', 'at_mentions:(a AND -@b)', '(@a AND -@b)'],
    ['authors', 'author:(a OR "Camille Morel")', '(author:a OR author:"Camille Morel")'],
    ['sites', 'site:(a.com OR *.b.com) AND x', '(site:a.com OR site:b.com) AND x'],
    ['groups in a group', 'raw:((A OR B) AND C)', '(({A} OR {B}) AND {C})'],
    ['languages in a group', 'oak NOT language:(en OR fr)', 'oak NOT (lang:en OR lang:fr)'],
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
    [
      'a field before a group',
      'country:(fr OR be) AND morel',
      'morel /* country:(fr OR be) */',
      ['country:(fr OR be)'],
    ],
    ['a title before a group', 'title:(oak OR ash)', '(oak OR ash)', ['title:(oak OR ash)']],
    [
      'an alternative among conditions',
      'oak OR country:fra AND pine',
      'oak OR pine /* country:fra */',
      ['country:fra'],
    ],
    [
      'a distance before an alternative',
      '(oak AND ash)~5 OR pine',
      '(oak AND ash) OR pine /* ~5 */',
      ['~5'],
    ],
    ['a joker in a field', 'oak OR author:mor*', 'oak /* author:mor* */', ['author:mor*']],
    ['a title', 'title:"oak table" OR pine', '"oak table" OR pine', ['title:"oak table"']],
    ['a star inside a word', 'colo*r', 'colo* /* colo*r */', ['colo*r']],
    ['a star after one letter', 'oak OR c*r', 'oak /* c*r */', ['c*r']],
    ['a joker at the end', 'table?', 'table*', ['table?']],
    ['a distance around a group', '(oak AND table)~5', '(oak AND table) /* ~5 */', ['~5']],
    ['signs', 'raw:"Google+"', '{Google+}', ['raw:"Google+"']],
  ])('%s', (_, theirs, ours, told) => {
    const { expression, changes } = bringIn(theirs)
    expect(expression).toBe(ours)
    expect(changes.map(({ written }) => written)).toEqual(told)
    expect(parseQuery(expression)).toMatchObject({ ok: true })
  })

  test.each([
    ['a condition less', 'oak AND country:fra', ['more']],
    ['an exclusion less', 'oak NOT country:(fr OR be)', ['more']],
    ['an alternative less', 'country:fr OR morel', ['less']],
    [
      'a group of alternatives that was a condition',
      '(country:fr OR city:x) oak',
      ['more', 'more'],
    ],
    ['conditions that were an alternative', 'country:fr AND city:x OR oak', ['less', 'less']],
    ['an alternative less in what is excluded', 'oak NOT (ash OR country:fr)', ['more']],
    ['a condition less in what is excluded', 'oak NOT (ash AND country:fr)', ['less']],
    ['a wider word', 'colo*r', ['more']],
    ['a wider word that is excluded', 'oak -colo*r', ['less']],
    ['a group without its distance', 'oak NOT (ash AND fir)~3', ['less']],
    ['a title', 'title:(oak OR ash)', ['more']],
    ['words of an excluded title', 'oak NOT /* not */ title:(ash colo*r)', ['less', 'less']],
    ['both', 'country:fr AND oak OR city:x', ['more', 'less']],
  ])('with what it does: %s', (_, theirs, effects) => {
    const told = bringIn(theirs).changes.map(({ message }) => message)
    expect(told.map(({ en }) => /finds (more|less) than it did/.exec(en)?.[1])).toEqual(effects)
    const french = { more: /trouve davantage\.$/, less: /trouve moins\.$/ }
    for (const [i, { fr }] of told.entries()) {
      expect(fr).toMatch(french[effects[i] as 'more' | 'less'])
    }
  })

  test.each([
    ['country:(fr OR be)', ['country:(fr OR be)', '/* country:(fr OR be) */']],
    ['country:fr NOT oak', ['country:fr', 'NOT oak']],
    ['oak AND raw:(Apple', ['(']],
    ['oak lang:french', ['french']],
  ])('when nothing readable is left: %s', (theirs, told) => {
    const { changes } = bringIn(theirs)
    expect(changes.map(({ written }) => written)).toEqual(told)
    expect(changes.at(-1)?.message.en).toMatch(/^This cannot be read yet\. ./)
    expect(changes.at(-1)?.message.fr).toMatch(/^Ceci ne se lit pas encore\. ./)
  })
  test('however many groups stand in one another', () => {
    const { changes } = bringIn('title:('.repeat(2_800))
    expect(changes.at(-1)?.message.en).toMatch(/^This cannot be read yet\. ./)
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
      'raw:(A OR "B c")',
      'hashtags:(d)',
      'region:(e OR f)',
      'title:(',
      'site:(',
      'co*lor',
      '<<<g>>>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { expression, changes } = bringIn(pieces.join(' '))
        const told = changes.map(({ written }) => written).join(' ')
        expect(parseQuery(expression).ok || changes.length > 0).toBe(true)
        for (const one of pieces.flatMap((p) => p.match(/[a-z]+[?*]?[a-z]*/gi) ?? [])) {
          if (!/^(?:AND|OR|NOT|raw|hashtags|title|site)$/.test(one))
            expect(`${expression} ${told}`).toContain(one)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
