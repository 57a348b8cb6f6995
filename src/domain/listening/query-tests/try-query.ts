import { excerptAround } from '../mentions/excerpt.ts'
import { createMatcher, highlight, type Post, type Query, wishedWords } from '../query/index.ts'
import type { QueryExample } from '../tables.ts'
import type { SampledPost } from './heard-sample.ts'

const EXAMPLES = 3
/** More terms would make a slow answer and a list that nobody reads. */
const TERMS = 40

/** For each example in its order: does the query do as it must? */
export function tryExamples(query: Query, examples: readonly QueryExample[]): boolean[] {
  const matcher = createMatcher()
  matcher.add('it', query)
  return examples.map(({ text, wanted }) => matcher.match(text).length > 0 === wanted)
}

/** What a query finds among a sample, with some of it to read, and what each of its words brings. */
export function tryOn(query: Query, sample: readonly SampledPost[]) {
  const matcher = createMatcher()
  matcher.add('it', query)
  const found = sample.filter((post) => matcher.match(post).length > 0)
  const examples = found
    .slice(0, EXAMPLES)
    .map(({ title, body }) => title ?? excerptAround(body, highlight(query, body), 140).text)
  return { looked: sample.length, found: found.length, examples, terms: termsOf(query, found) }
}

/**
 * Of what a query found, how much holds each of its words and phrases, and how much it would lose without. In the order
 * of what each alone brings: where noise is to be looked for first.
 */
function termsOf(query: Query, found: readonly Post[]) {
  const terms = distinctWords(query).slice(0, TERMS)
  if (terms.length < 2) return []
  const matcher = createMatcher()
  for (const [i, term] of terms.entries()) {
    matcher.add(`with ${i}`, { ...term, op: 'words' })
    matcher.add(`without ${i}`, without(query, term.written))
  }
  const counts = terms.map(({ written }) => ({ written, found: 0, alone: 0 }))
  for (const post of found) {
    const satisfied = new Set(matcher.match(post))
    for (const [i, count] of counts.entries()) {
      if (satisfied.has(`with ${i}`)) count.found++
      if (!satisfied.has(`without ${i}`)) count.alone++
    }
  }
  return counts.toSorted((a, b) => b.alone - a.alone || b.found - a.found)
}

export function distinctWords(query: Query) {
  const words = wishedWords(query).map((one) => ({ ...one, written: one.written.trim() }))
  return [...new Map(words.map((one) => [one.written, one])).values()]
}

/** The same query, in which one group of words is nowhere to be found. */
function without(query: Query, written: string): Query {
  if (query.op === 'words')
    return query.written.trim() === written ? { ...query, ...nothing } : query
  if (query.op === 'field') return query
  if (query.op === 'not' || query.op === 'named') {
    return { ...query, part: without(query.part, written) }
  }
  if (query.op === 'near') {
    const { left, right } = query
    return { ...query, left: without(left, written), right: without(right, written) }
  }
  return { ...query, parts: query.parts.map((part) => without(part, written)) }
}

/** No text spells this: the reader of texts leaves it out. */
const nothing = {
  atoms: [{ text: '\u0000', prefix: false, sign: '' as const, exact: null }],
  slop: null,
}
