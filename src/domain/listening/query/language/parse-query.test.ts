import { describe, expect, test } from 'vitest'
import type { QueryErrorCode } from '../index.ts'
import { limits, parseQuery, printQuery, queryNotes } from '../index.ts'

/** How the desk understood it. */
function reading(expression: string): string {
  const parsed = parseQuery(expression)
  return parsed.ok ? printQuery(parsed.query) : `refused: ${parsed.error.code}`
}

/** The words of the expression that the refusal points at. */
function refusal(expression: string): [QueryErrorCode, string] | 'accepted' {
  const parsed = parseQuery(expression)
  if (parsed.ok) return 'accepted'
  const { code, at } = parsed.error
  return [code, expression.slice(at.start, at.end)]
}

function notes(expression: string) {
  const parsed = parseQuery(expression)
  if (!parsed.ok) throw new Error(`refused: ${parsed.error.code}`)
  return queryNotes(parsed.tokens).map(({ code, at }) => [code, expression.slice(at.start, at.end)])
}

describe('what Camille writes is understood', () => {
  test.each([
    ['words side by side must all be there', 'table chêne', 'table AND chêne'],
    ['AND says the same', 'table AND chêne', 'table AND chêne'],
    ['AND binds tighter than OR', 'table chêne OR chaise', '(table AND chêne) OR chaise'],
    ['parentheses decide', 'chêne (table OR chaise)', 'chêne AND (table OR chaise)'],
    ['NOT excludes', 'morel NOT football', 'morel AND NOT football'],
    ['a minus sign excludes', 'morel -football', 'morel AND NOT football'],
    ['a minus sign excludes a phrase', 'morel -"piano bar"', 'morel AND NOT "piano bar"'],
    ['a group is excluded', 'morel -(foot OR rugby)', 'morel AND NOT (foot OR rugby)'],
    ['a minus typed by a word processor too', 'morel –football', 'morel AND NOT football'],
    [
      'French operators',
      'table ET chêne OU chaise SAUF pin',
      '(table AND chêne) OR (chaise AND NOT pin)',
    ],
    ['ET NON', 'table ET NON chêne', 'table AND NOT chêne'],
    ['quotes keep words together', '"atelier morel"', '"atelier morel"'],
    ['French quotes too', '« atelier morel »', '"atelier morel"'],
    ['curly quotes too', '“atelier morel”', '"atelier morel"'],
    ['a star ends a word', 'chais* OR "table* basse"', 'chais* OR "table* basse"'],
    ['a hashtag and a handle', '#chêne @morel', '#chêne AND @morel'],
    ['a compound word is a phrase', 'porte-manteau', '"porte-manteau"'],
    ['an elision is a phrase', 'l’atelier', '"l’atelier"'],
    ['a quoted operator is a word', 'bijoux "OR"', 'bijoux AND "OR"'],
    ['an operator in small letters is a word', 'bijoux or', 'bijoux AND or'],
    ['needless parentheses vanish', '((table)) ((chaise) (lit))', 'table AND chaise AND lit'],
    ['nothing but a double exclusion', 'NOT (NOT table)', 'NOT NOT table'],
    ['parentheses touch words', '(table)(chaise)', 'table AND chaise'],
  ])('%s', (_, expression, expected) => {
    expect(reading(expression)).toBe(expected)
    expect(reading(reading(expression))).toBe(expected)
  })
})

test('what was understood is written out in the reader’s language', () => {
  const parsed = parseQuery('(table OR chaise) chêne -pin NOT (lit OR NOT foot)')
  const french = parsed.ok ? printQuery(parsed.query, 'fr') : ''
  expect(french).toBe('(table OU chaise) ET chêne SAUF pin SAUF (lit OU NON foot)')
})

describe('what cannot be searched is refused at its place', () => {
  test.each<[string, QueryErrorCode, string]>([
    ['', 'empty', ''],
    ['   ', 'empty', '   '],
    ['table "chêne massif', 'unclosed-quote', '"chêne massif'],
    ['table « chêne', 'unclosed-quote', '« chêne'],
    ['table » chêne', 'unclosed-quote', '» chêne'],
    ['table ""', 'empty-quotes', '""'],
    ['(table OR chaise', 'unclosed-parenthesis', '('],
    ['table (', 'unclosed-parenthesis', '('],
    ['table) chaise', 'unopened-parenthesis', ')'],
    [')', 'unopened-parenthesis', ')'],
    ['table () chaise', 'empty-parentheses', '()'],
    ['OR table', 'missing-left', 'OR'],
    ['lit (ET table)', 'missing-left', 'ET'],
    ['table OR', 'missing-right', 'OR'],
    ['table OR AND chaise', 'missing-right', 'OR'],
    ['(table OR) chaise', 'missing-right', 'OR'],
    ['table NOT', 'missing-right', 'NOT'],
    ['table - chaise', 'lone-minus', '-'],
    ['table -', 'lone-minus', '-'],
    ['table & chaise', 'no-word', '&'],
    ['table "?!"', 'no-word', '?!'],
    ['table *', 'no-word', '*'],
    ['*table', 'star-place', '*'],
    ['ta*le', 'star-place', '*'],
    ['"table * basse"', 'star-place', '*'],
    ['t*', 'short-prefix', 't*'],
    ['NOT table', 'only-not', 'NOT table'],
    ['-table -chaise', 'only-not', '-table -chaise'],
    ['morel OR NOT table', 'only-not', 'NOT table'],
    ['NOT (morel AND NOT table)', 'only-not', 'morel'],
    ['morel author:@', 'empty-field', '@'],
    ['morel source:"--"', 'empty-field', '"--"'],
    ['morel url:http://', 'empty-field', 'http://'],
    ['morel url:/', 'empty-field', '/'],
    ['site:?', 'bad-site', '?'],
    ['site:http://', 'bad-site', 'http://'],
    ['morel site:le*.fr', 'bad-site', 'le*.fr'],
    ['morel site:*', 'bad-site', '*'],
    ['site:fr', 'only-filter', 'site:fr'],
    ['site:*.fr', 'only-filter', 'site:*.fr'],
    ['url:a', 'only-filter', 'url:a'],
    ['url:.com', 'only-filter', 'url:.com'],
    ['morel OR url:https', 'only-filter', 'url:https'],
  ])('%s', (expression, code, place) => {
    expect(refusal(expression)).toEqual([code, place])
  })

  test('every refusal is a sentence in both languages', () => {
    const parsed = parseQuery('NOT table')
    expect(parsed).toMatchObject({
      ok: false,
      error: {
        message: {
          en: 'This would find almost everything. Add a word that must be there.',
          fr: 'Ceci trouverait presque tout ce qui s’écrit. Ajoutez un mot qui doit y figurer.',
        },
      },
    })
  })

  test('too many NEARs in a row, or named', () => {
    const row = (words: number) => Array(words).fill('de').join(' NEAR/100 ')
    expect(refusal(row(11))).toBe('accepted')
    expect(refusal(`table ${row(300)}`)).toEqual(['too-many-near', row(12)])
    expect(refusal(row(300).replaceAll('NEAR', 'ONEAR'))).toBe('accepted')
    expect(refusal(Array(299).fill('(a NEAR/5 b)').join(' OR '))).toBe('accepted')
    const book = { find: () => ({ expression: row(11) }) }
    expect(parseQuery('query:a OR query:b', { book })).toMatchObject({
      error: { code: 'too-many-near', at: { start: 11, end: 18 } },
    })
  })

  test('what is too long, too wide or too deep', () => {
    expect(refusal('a'.repeat(limits.length + 1))[0]).toBe('too-long')
    expect(refusal('mot '.repeat(limits.words))).toBe('accepted')
    expect(refusal('mot '.repeat(limits.words + 1))).toEqual(['too-many-words', 'mot '])
    expect(refusal('('.repeat(limits.depth) + 'mot' + ')'.repeat(limits.depth))).toBe('accepted')
    expect(refusal('('.repeat(1_900) + 'mot' + ')'.repeat(1_900))[0]).toBe('too-deep')
    expect(refusal('NOT '.repeat(900) + 'mot')[0]).toBe('too-deep')
  })
})

test('fields that name little enough stand alone', () => {
  const alone = ['author:🪑', 'site:lemonde.fr', 'site:*.lemonde.fr', 'url:x.com', 'url:maison']
  expect(alone.map(refusal)).toEqual(alone.map(() => 'accepted'))
})

test('a field that is none is said to be none, and those that are are named', () => {
  const parsed = parseQuery('morel country:fr')
  const [note] = parsed.ok ? queryNotes(parsed.tokens) : []
  expect(note?.message).toEqual({
    en: '“country:” is not a field: this is looked for as ordinary words. Fields are author:, site:, url:, lang:, source:, has:, followers:, date:, query:.',
    fr: '« country » n’est pas un champ : ceci est cherché comme des mots ordinaires. Les champs sont auteur:, site:, url:, langue:, source:, avec:, abonnés:, date:, requête:.',
  })
  const written = Object.values(note?.message ?? {}).flatMap((s) => s.match(/\p{Ll}+:(?=[,.])/gu))
  for (const name of written) expect(reading(`morel ${name}x`)).not.toContain(`"${name}x"`)
})

describe('what is allowed but probably not meant gets a note', () => {
  test.each([
    ['table or chaise', [['small-operator', 'or']]],
    ['table ou chaise', [['small-operator', 'ou']]],
    ['table "ou" chaise', []],
    ['table chêne OR chaise', [['mixed-operators', 'OR']]],
    ['table OR chaise chêne', [['mixed-operators', 'OR']]],
    ['(table OR chaise) chêne', []],
    ['chêne (table chaise OR lit)', [['mixed-operators', 'OR']]],
    ['table OR chaise OR lit', []],
    ['morel country:fr', [['unknown-field', 'country:fr']]],
    ['morel lang:fr', []],
    ['vous aimez table? "chaise?"', [['question-end', 'table?']]],
    ['https://atelier-morel.fr', []],
    ['table NEAR/5 chaise', []],
    ['table NEAR chaise', [['near-distance', 'NEAR']]],
    ['table near/3 chaise', [['small-operator', 'near/3']]],
    ['table Onear/3 chaise', [['small-operator', 'Onear/3']]],
    ['near morel', []],
    ['titre:morel', [['unknown-field', 'titre:morel']]],
    ['titre:"morel"', [['unknown-field', 'titre:']]],
    ['attention: morel', []],
    ['C++ bois', [['signs-ignored', 'C++']]],
    ['"R&D" bois', [['signs-ignored', '"R&D"']]],
    [
      'C# .net',
      [
        ['signs-ignored', 'C#'],
        ['signs-ignored', '.net'],
      ],
    ],
    ['#chêne @morel l’atelier porte-manteau lemonde.fr "Fin. Suite, enfin !"', []],
    ['https://morel.fr/?a=1&b=2', []],
    ['morel site:lemonde', [['site-ending', 'site:lemonde']]],
    ['morel site:*.fr', []],
  ])('%s', (expression, expected) => {
    expect(notes(expression)).toEqual(expected)
  })
})
