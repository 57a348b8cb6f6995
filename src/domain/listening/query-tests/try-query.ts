import { setImmediate as breathe } from 'node:timers/promises'
import { excerptAround } from '../mentions/excerpt.ts'
import {
  createMatcher,
  highlight,
  limits,
  nearCost,
  type Post,
  type Query,
  type Words,
  wishedWords,
} from '../query/index.ts'
import type { QueryExample } from '../tables.ts'
import type { SampledPost } from './heard-sample.ts'

const EXAMPLES = 3
/** More terms would make a slow answer and a list that nobody reads. */
const TERMS = 40

/**
 * How long a preview may take in all, in ms, and how long it works before others have their turn. Ordinary queries take
 * some ms; beyond, what was looked at by then is told.
 */
const PATIENCE_MS = 1_500
const STRETCH_MS = 10

/** For each example in its order: does the query do as it must? Others have their turn meanwhile. */
export async function tryExamples(
  query: Query,
  examples: readonly QueryExample[],
): Promise<boolean[]> {
  const matcher = createMatcher()
  matcher.add('it', query)
  const outcomes: boolean[] = []
  await unhurried(examples, ({ text, wanted }) =>
    outcomes.push(matcher.match(text).length > 0 === wanted),
  )
  return outcomes
}

/**
 * What a query finds among a sample, with some of it to read, and what each of its words brings. Others have their turn
 * meanwhile. When time is out, `looked` is how many were looked at, and what words bring is not told.
 */
export async function tryOn(query: Query, sample: readonly SampledPost[], patience = PATIENCE_MS) {
  const matcher = createMatcher()
  matcher.add('it', query)
  const found: SampledPost[] = []
  const until = performance.now() + patience
  const looked = await unhurried(
    sample,
    (post) => matcher.match(post).length > 0 && found.push(post),
    until,
  )
  const examples: string[] = []
  await unhurried(found.slice(0, EXAMPLES), ({ title, body }) =>
    examples.push(title ?? excerptAround(body, highlight(query, body), 140).text),
  )
  const terms = looked < sample.length ? [] : await termsOf(query, found, until)
  return { looked, found: found.length, examples, terms }
}

/** Does something for each, giving others their turn; answers how many it came to before time was out. */
async function unhurried<One>(
  all: readonly One[],
  act: (one: One) => unknown,
  until = Infinity,
): Promise<number> {
  let turn = performance.now()
  for (const [i, one] of all.entries()) {
    const now = performance.now()
    if (now > until) return i
    if (now > turn + STRETCH_MS) {
      await breathe()
      turn = performance.now()
    }
    act(one)
  }
  return all.length
}

/**
 * Of what a query found, how much holds each of its words and phrases, and how much it would lose without. In the order
 * of what each alone brings: where noise is to be looked for first.
 */
async function termsOf(query: Query, found: readonly Post[], until: number) {
  const terms = distinctWords(query).slice(0, TERMS)
  if (terms.length < 2) return []
  const counts = terms.map((term) => ({ ...term, found: 0, alone: 0 }))
  // One reading of a post answers for as many words as can be asked at once without holding others up.
  const together = Math.max(1, Math.floor(limits.near / costOf(query)))
  for (let from = 0; from < counts.length; from += together) {
    const some = counts.slice(from, from + together)
    const matcher = createMatcher()
    for (const [i, term] of some.entries()) {
      const { atoms, slop, written, at } = term
      matcher.add(`with ${i}`, { op: 'words', atoms, slop, written, at })
      matcher.add(`without ${i}`, without(query, written))
    }
    const looked = await unhurried(
      found,
      (post) => {
        const satisfied = new Set(matcher.match(post))
        for (const [i, count] of some.entries()) {
          if (satisfied.has(`with ${i}`)) count.found++
          if (!satisfied.has(`without ${i}`)) count.alone++
        }
      },
      until,
    )
    if (looked < found.length) return []
  }
  return counts
    .map(({ written, found: held, alone }) => ({ written, found: held, alone }))
    .toSorted((a, b) => b.alone - a.alone || b.found - a.found)
}

/** What a query costs at most for one post, in the measure of `nearCost`: words to be gathered cost some ten phrases. */
function costOf(query: Query): number {
  const words = [...wishedWords(query), ...wishedWords(query, true)]
  return 1 + nearCost(query) + 10 * words.filter(({ slop }) => slop !== null).length
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
const nothing: Pick<Words, 'atoms' | 'slop'> = {
  atoms: [{ text: '\u0000', prefix: false, sign: '', closes: '', exact: null }],
  slop: null,
}
