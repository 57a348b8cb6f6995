import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Query } from './index.ts'
import { createMatcher, highlight, parseQuery, printQuery } from './index.ts'
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
  'e\u0301tau',
]
const word = fc.constantFrom(...vocabulary)
const sign = fc.constantFrom('', '', '', '#', '@')
const bare = fc.tuple(sign, word).map(([s, w]) => s + w)
const prefix = fc.constantFrom('ta*', 'chai*', 'ch*', '#ta*', 'etau*')
const phrase = fc
  .array(fc.oneof(bare, prefix), { minLength: 1, maxLength: 3 })
  .map((w) => `"${w.join(' ')}"`)
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(bare, prefix, phrase),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) AND (${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) OR (${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) (${b})`),
    tie('expression').map((a) => `NOT (${a})`),
    tie('expression').map((a) => `-(${a})`),
  ),
}))
const separator = fc.constantFrom(' ', ' ', ', ', '\n', '’', ' #', '@', '-', '… ')
const text = fc
  .array(fc.tuple(fc.oneof(bare, fc.constantFrom('tabl', 'x', '12')), separator), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''))

function queriesOf(expressions: string[]): [string, Query][] {
  return expressions.flatMap((e, i) => {
    const parsed = parseQuery(e)
    return parsed.ok ? [[`${i}`, parsed.query] as [string, Query]] : []
  })
}

test('the matcher finds exactly what the plain reading of each query finds', () => {
  let found = 0
  fc.assert(
    fc.property(
      fc.array(expression, { minLength: 1, maxLength: 12 }),
      fc.array(text, { maxLength: 6 }),
      (e, texts) => {
        const queries = queriesOf(e)
        const matcher = createMatcher()
        for (const [id, query] of queries) matcher.add(id, query)
        for (const t of texts) {
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

test('queries that come and go leave the matcher as if only the last ones had ever been there', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    expression,
    removed: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.array(text, { maxLength: 4 }),
      (steps, texts) => {
        const matcher = createMatcher()
        const kept = new Map<string, Query>()
        for (const { id, expression: e, removed } of steps) {
          const parsed = parseQuery(e)
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
  if (query.op === 'words') return query.atoms
  if (query.op === 'not') return { not: meaning(query.part) }
  return { [query.op]: query.parts.map(meaning) }
}
