import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Post, Query } from '../index.ts'
import { createMatcher, highlight, parseQuery, printQuery } from '../index.ts'
import { naiveMatch, naiveWords } from './naive-match.ts'
import { listWords } from './scan-words.ts'

const vocabulary = [
  'table',
  'tables',
  'Chêne',
  'CHENE',
  'chaise',
  'chai',
  'cœur',
  'le',
  'de',
  'lit',
  '🪑',
  '👩‍🔧',
  'e\u0301tau',
  '小米',
  '米',
  'テーブル',
  'โต๊ะ',
]
const word = fc.constantFrom(...vocabulary)
const sign = fc.constantFrom('', '', '', '#', '@')
const inner = fc.constantFrom('', '', '', '.lit', '-le', '_de', '@chai', '米')
const bare = fc.oneof(
  fc.tuple(sign, word).map(([s, w]) => s + w),
  fc.tuple(fc.constantFrom('#', '@'), word, inner).map((pieces) => pieces.join('')),
)
const joker = fc.constantFrom(
  'ta*',
  'chai*',
  'ch*',
  '#ta*',
  'etau*',
  'ch?ne',
  'ta?le',
  'ta??es',
  'cha?s*',
)
const exact = fc.constantFrom('{Chêne}', '{CHENE}', '{le Chêne}', '{#Chêne}', '{table}')
const words = fc.array(fc.oneof(bare, joker), { minLength: 1, maxLength: 3 })
const phrase = words.map((w) => `"${w.join(' ')}"`)
const gathered = fc.tuple(phrase, fc.nat(3)).map(([p, n]) => `${p}~${n}`)
const field = fc.constantFrom(
  'author:camille',
  'site:lemonde.fr',
  'site:*.fr',
  'url:"lemonde.fr/tables"',
  'lang:fr',
  'source:forum',
  'has:image',
  'followers:>100',
  'date:2026-11-01..2026-11-30',
)
const { place } = fc.letrec<{ place: string }>((tie) => ({
  place: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(bare, joker, phrase, exact),
    fc.tuple(tie('place'), tie('place')).map(([a, b]) => `(${a} OR ${b})`),
    fc
      .tuple(tie('place'), fc.constantFrom('NEAR', 'ONEAR'), fc.nat(4), tie('place'))
      .map(([a, op, n, b]) => `(${a} ${op}/${n} ${b})`),
  ),
}))
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(bare, joker, phrase, gathered, exact, field, place),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) AND (${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) OR (${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) (${b})`),
    tie('expression').map((a) => `NOT (${a})`),
    tie('expression').map((a) => `-(${a})`),
  ),
}))
const separator = fc.constantFrom(
  ' ',
  ' ',
  ', ',
  '\n',
  '’',
  ' #',
  '@',
  '-',
  '… ',
  '\u2029',
  '_',
  '.',
  ' @',
  '. ',
)
const text = fc
  .array(fc.tuple(fc.oneof(bare, fc.constantFrom('tabl', 'x', '12')), separator), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''))
const post: fc.Arbitrary<Post> = fc.record(
  {
    text,
    author: fc.constantFrom(
      null,
      { handle: '@Camille', name: 'Camille Morel' },
      { handle: 'yanis', name: 'Camille', followers: 101 },
      { handle: 'sofia', name: 'Sofia', followers: 100 },
    ),
    url: fc.constantFrom(
      null,
      'https://www.lemonde.fr/Tables/1',
      'https://m.lemonde.fr/',
      'https://notlemonde.fr',
    ),
    language: fc.constantFrom(null, 'fr', 'fr-CA', 'en'),
    sources: fc.constantFrom([], ['Forum'], ['press', 'La Presse']),
    images: fc.nat(1),
    at: fc.constantFrom(
      new Date('2026-10-31T23:59:59.999Z'),
      new Date('2026-11-01T00:00:00Z'),
      new Date('2026-11-30T23:59:59.999Z'),
      new Date('2026-12-01T00:00:00Z'),
    ),
  },
  { requiredKeys: ['text'] },
)

function queriesOf(expressions: string[]): [string, Query][] {
  return expressions.flatMap((e, i) => {
    const parsed = parseQuery(e, { evenLoose: true })
    return parsed.ok ? [[`${i}`, parsed.query] as [string, Query]] : []
  })
}

test('the matcher finds exactly what the plain reading of each query finds', () => {
  let found = 0
  fc.assert(
    fc.property(
      fc.array(expression, { minLength: 1, maxLength: 12 }),
      fc.array(post, { maxLength: 6 }),
      (e, texts) => {
        const queries = queriesOf(e)
        const matcher = createMatcher()
        for (const [id, query] of queries) matcher.add(id, query)
        for (const [n, t] of texts.entries()) {
          if (n === 3) matcher.tune()
          const expected = queries.filter(([, query]) => naiveMatch(query, t)).map(([id]) => id)
          found += expected.length
          expect(matcher.match(t).sort()).toEqual(expected.sort())
        }
      },
    ),
    { numRuns: 1_500 },
  )
  expect(found).toBeGreaterThan(500)
})

test('so it does in texts that repeat themselves, however NEARs are nested', () => {
  const few = fc.constantFrom('de', 'la', 'de', '"de la"', '"de de"', 'fin')
  const { near } = fc.letrec<{ near: string }>((tie) => ({
    near: fc.oneof(
      { maxDepth: 4 },
      few,
      fc.tuple(tie('near'), tie('near')).map(([a, b]) => `(${a} OR ${b})`),
      fc
        .tuple(tie('near'), fc.constantFrom('NEAR', 'ONEAR'), fc.nat(5), tie('near'))
        .map(([a, op, n, b]) => `(${a} ${op}/${n} ${b})`),
      fc
        .tuple(tie('near'), fc.constantFrom('NEAR', 'ONEAR'), fc.nat(1), tie('near'))
        .map(([a, op, n, b]) => `(${a} ${op}/${n} ${b})`),
    ),
  }))
  const repetitive = fc
    .array(fc.constantFrom('de', 'de', 'de', 'la', 'la', 'x', 'fin', '\u2029'), { maxLength: 24 })
    .map((pieces) => pieces.join(' '))
  let found = 0
  let missed = 0
  fc.assert(
    fc.property(near, fc.array(repetitive, { maxLength: 4 }), (e, texts) => {
      const queries = queriesOf([e])
      const matcher = createMatcher()
      for (const [id, query] of queries) matcher.add(id, query)
      for (const t of texts) {
        const expected = queries.filter(([, query]) => naiveMatch(query, t)).map(([id]) => id)
        if (expected.length > 0) found++
        else missed++
        expect(matcher.match(t)).toEqual(expected)
      }
    }),
    { numRuns: 3_000 },
  )
  expect(found).toBeGreaterThan(500)
  expect(missed).toBeGreaterThan(500)
})

test('queries that come and go leave the matcher as if only the last ones had ever been there', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    expression,
    removed: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.array(post, { maxLength: 4 }),
      (steps, texts) => {
        const matcher = createMatcher()
        const kept = new Map<string, Query>()
        for (const { id, expression: e, removed } of steps) {
          const parsed = parseQuery(e, { evenLoose: true })
          if (removed || !parsed.ok) {
            expect(matcher.remove(id)).toBe(kept.delete(id))
          } else {
            matcher.add(id, parsed.query)
            kept.set(id, parsed.query)
          }
        }
        expect(matcher.size).toBe(kept.size)
        for (const t of texts) {
          const expected = [...kept].filter(([, query]) => naiveMatch(query, t)).map(([id]) => id)
          expect(matcher.match(t).sort()).toEqual(expected.sort())
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('a query written out in full reads the same', () => {
  fc.assert(
    fc.property(expression, (e) => {
      const parsed = parseQuery(e)
      fc.pre(parsed.ok)
      for (const language of ['en', 'fr'] as const) {
        const again = parseQuery(printQuery(parsed.query, language))
        expect(again.ok && meaning(again.query)).toEqual(meaning(parsed.query))
      }
    }),
    { numRuns: 1_000 },
  )
})

test('any text at all is read as a query or refused with a place inside it', () => {
  const odd = fc.constantFrom(
    '"',
    '(',
    ')',
    '-',
    '*',
    'AND',
    'OU',
    ' ',
    '«',
    '»',
    'é',
    'table',
    '\ud800',
    '東京',
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(odd).map((s) => s.join('')),
  )
  fc.assert(
    fc.property(anything, (e) => {
      const parsed = parseQuery(e)
      if (parsed.ok) return
      const { start, end } = parsed.error.at
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThanOrEqual(start)
      expect(end).toBeLessThanOrEqual(e.length)
      expect(parsed.error.message.fr.length).toBeGreaterThan(10)
    }),
    { numRuns: 2_000 },
  )
})

test('words are cut and folded as the plain reading does, and their places are theirs', () => {
  const latin = fc.string({
    unit: fc.constantFrom(...'aéÉçœß19 .,#@-’\u0301🪑❤ΑάЙйñÅﬁ²\n\u00a0'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(latin, (t) => {
      const words = listWords(t)
      expect(words.map((w) => w.text)).toEqual(naiveWords(t).map((w) => w.text))
      for (const { start, end, text: folded } of words) {
        expect(listWords(t.slice(start, end)).map((w) => w.text)).toEqual([folded])
      }
    }),
    { numRuns: 2_000 },
  )
})

test('whatever is pointed at stands in order, apart, and is found by itself', () => {
  fc.assert(
    fc.property(expression, text, (e, t) => {
      const parsed = parseQuery(e)
      fc.pre(parsed.ok)
      let last = -1
      for (const { start, end } of highlight(parsed.query, t)) {
        expect(start).toBeGreaterThan(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(t.length)
    }),
    { numRuns: 500 },
  )
})

/** A query without the traces of how it was typed. */
function meaning(query: Query): unknown {
  if (query.op === 'words') return { atoms: query.atoms, slop: query.slop }
  if (query.op === 'field') return query.test
  if (query.op === 'near') {
    const { left, right, distance, ordered } = query
    return { near: [meaning(left), meaning(right)], distance, ordered }
  }
  if (query.op === 'not' || query.op === 'named') return { [query.op]: meaning(query.part) }
  return { [query.op]: query.parts.map(meaning) }
}
