import { createOccurrences } from './occurrences.ts'
import type { Program } from './program.ts'
import { compile, run } from './program.ts'
import type { Atom, Query } from './query.ts'
import { rarestAtom, requiredWords } from './required-words.ts'
import type { ScannedWord } from './scan-words.ts'
import { scanWords } from './scan-words.ts'
import { createTerms } from './terms.ts'

/** Many saved queries, asked all at once which of them a text satisfies. */
export interface Matcher {
  /**
   * Adds a query, or replaces the one of that id.
   * @throws RangeError when nothing but absences decides the query; `parseQuery` never gives such a one
   */
  add(id: string, query: Query): void
  /** Answers whether it was there. */
  remove(id: string): boolean
  /**
   * The ids of the queries that the text satisfies, in no promised order.
   * A paragraph separator (U+2029) in the text is crossed by no phrase.
   */
  match(text: string): string[]
  readonly size: number
}

/**
 * An index from required words to queries: a text is read once, only the queries that one of its words calls are
 * looked at, so the cost grows with these and not with all. Queries come and go without rebuilding.
 */
export function createMatcher(): Matcher {
  const terms = createTerms()
  const met = createOccurrences()
  const places = new Map<string, number>()
  const saved: (Saved | undefined)[] = []
  const free: number[] = []
  /** By term: the places of the queries that it calls. */
  const called: number[][] = []
  /** By place: the last text for which the query was called. */
  const calls: number[] = []
  let candidates: number[] = []
  let texts = 0

  function remove(id: string): boolean {
    const place = places.get(id)
    const query = place === undefined ? undefined : saved[place]
    if (place === undefined || !query) return false
    for (const term of query.anchors) called[term] = (called[term] ?? []).filter((p) => p !== place)
    query.terms.forEach(terms.release)
    places.delete(id)
    saved[place] = undefined
    free.push(place)
    return true
  }

  function add(id: string, query: Query): void {
    const required = requiredWords(query)
    if ('without' in required) throw new RangeError(`query ${id} requires no word`)
    remove(id)
    const taken: number[] = []
    const termOf = ({ text, prefix }: Atom) => {
      const term = terms.take(text, prefix)
      taken.push(term)
      return term
    }
    const anchors = [...new Set(required.words.map(rarestAtom).map(termOf))]
    const place = free.pop() ?? saved.length
    saved[place] = { id, program: compile(query, termOf), terms: taken, anchors }
    calls[place] = 0
    places.set(id, place)
    for (const term of anchors) (called[term] ??= []).push(place)
  }

  const note = (word: ScannedWord) => {
    const { position, sign } = word
    terms.meet(word, (term) => {
      if (met.note(term, position, sign)) call(term)
    })
  }

  function call(term: number): void {
    for (const place of called[term] ?? nobody) {
      if (calls[place] === texts) continue
      calls[place] = texts
      candidates.push(place)
    }
  }

  function match(text: string): string[] {
    texts++
    candidates = []
    met.begin(terms.capacity)
    scanWords(text, note)
    const found: string[] = []
    for (const place of candidates) {
      const query = saved[place]
      if (query && run(query.program, met)) found.push(query.id)
    }
    return found
  }

  return {
    add,
    remove,
    match,
    get size() {
      return places.size
    },
  }
}

interface Saved {
  id: string
  program: Program
  /** Every use of a term, to be given back. */
  terms: number[]
  anchors: number[]
}

const nobody: readonly number[] = []
