import { createBlocks, widened } from './blocks.ts'
import { compile } from './compile.ts'
import type { Post } from './fields.ts'
import { emptyHash, PRIME } from './hash.ts'
import { Meetings } from './meetings.ts'
import type { Atom, Query } from './query.ts'
import { frequenciesBy, guessed, rarestAtom, requiredWords } from './required-words.ts'
import { type Memory, run } from './run.ts'
import type { ScannedWord } from './scan-words.ts'
import { GAP, isSign, kindOf, PARAGRAPH, scanWords, SPECIAL, table } from './scan-words.ts'
import { createTerms } from './terms.ts'

/** Many saved queries, asked all at once which of them a post satisfies. */
export interface Matcher {
  /** Adds a query, or replaces the one of that id. */
  add(id: string, query: Query): void
  /** Answers whether it was there. */
  remove(id: string): boolean
  /** The ids of the queries that the post satisfies, in no promised order. A text alone is a post without the rest. */
  match(post: Post | string): string[]
  /** Chooses anew by which words each query is called, now that it is known how often they are met. */
  tune(): void
  readonly size: number
  /** Since the beginning: posts read, and queries looked at for them. */
  readonly work: { posts: number; looked: number }
}

/**
 * An index from required words to queries: a text is read once, only the queries that one of its words calls are
 * looked at, so the cost grows with these and not with all. A query that requires no word is looked at every time.
 * Queries come and go without rebuilding.
 */
export function createMatcher(): Matcher {
  const terms = createTerms()
  const memory: Memory = { met: new Meetings(), fields: [], trees: [], programs: createBlocks() }
  const { met, programs } = memory
  /** By term: the places of the queries that it calls. */
  const called = createBlocks()
  const places = new Map<string, number>()
  const saved: (Saved | undefined)[] = []
  const free: number[] = []
  const always = new Set<number>()
  /** By place: the last post for which the query was called. */
  let calls = new Int32Array(64)
  let candidates = new Int32Array(64)
  let candidateCount = 0
  /** By term: in how many posts it was met, and how many had been read before it was there. */
  let meetings = new Int32Array(64)
  let since = new Int32Array(64)
  let text = ''
  let tuneAt = FIRST_TUNING
  let sampling = false
  const letters = { units: new Uint16Array(LONGEST), length: 0 }
  const work = { posts: 0, looked: 0 }

  const observed = frequenciesBy((atom) => {
    const term = terms.numberOf(atom)
    const read = term < 0 ? 0 : work.posts - (since[term] ?? 0)
    if (read < FIRST_TUNING) return guessed.atom(atom)
    return (SCALE * SAMPLED * (meetings[term] ?? 0)) / read + guessed.atom(atom) / 1_000
  })

  function remove(id: string): boolean {
    const place = places.get(id)
    const query = place === undefined ? undefined : saved[place]
    if (place === undefined || !query) return false
    for (const term of query.anchors) called.drop(term, place)
    query.terms.forEach(terms.release)
    programs.clear(place)
    always.delete(place)
    places.delete(id)
    saved[place] = undefined
    free.push(place)
    return true
  }

  function add(id: string, query: Query): void {
    const taken: number[] = []
    const termOf = (atom: Atom) => {
      const term = terms.take(atom)
      taken.push(term)
      meetings = widened(meetings, term + 1)
      since = widened(since, term + 1)
      if (terms.usesOf(term) === 1) {
        meetings[term] = 0
        since[term] = work.posts
      }
      return term
    }
    const program = compile(query, termOf, observed)
    remove(id)
    const required = requiredWords(query, observed.phrase)
    const wanted = 'words' in required ? required.words : []
    const anchors = [...new Set(wanted.map((words) => termOf(rarestAtom(words, observed.atom))))]
    const place = free.pop() ?? saved.length
    saved[place] = { id, query, terms: taken, anchors }
    places.set(id, place)
    programs.set(place, program.code)
    memory.fields[place] = program.fields
    memory.trees[place] = program.trees
    if (place >= calls.length) {
      calls = widened(calls, place + 1)
      candidates = widened(candidates, calls.length)
    }
    calls[place] = 0
    if ('without' in required) always.add(place)
    for (const term of anchors) called.push(term, place)
  }

  /** What every word of one term does: it is noted, and calls its queries the first time. */
  function meet(term: number, position: number, sign: number, end: number): void {
    if (!met.note(term, position, sign, end)) return
    if (sampling) meetings[term] = (meetings[term] ?? 0) + 1
    const count = called.length[term] ?? 0
    if (count === 0) return
    const { data, start } = called
    const { stamp } = met
    const asked = calls
    const list = candidates
    let next = candidateCount
    const from = start[term] ?? 0
    for (let i = from; i < from + count; i++) {
      const place = data[i] ?? 0
      if (asked[place] === stamp) continue
      asked[place] = stamp
      list[next++] = place
    }
    candidateCount = next
  }

  const note = (word: ScannedWord) => {
    const count = terms.meet(word, text)
    for (let i = 0; i < count; i++) {
      meet(terms.met[i] ?? 0, word.position, word.sign, word.end)
    }
  }

  /** Does the term spell the plain letters between two places? */
  function isWord(text: string, term: number, from: number, end: number): boolean {
    const { data, start, length } = terms.units
    if (length[term] !== end - from) return false
    for (let i = from, k = start[term] ?? 0; i < end; i++, k++) {
      if (table[text.charCodeAt(i)] !== data[k]) return false
    }
    return terms.exactness[term] === 0 || terms.isExactly(term, text, from, end)
  }

  function beginnings(
    text: string,
    from: number,
    end: number,
    position: number,
    sign: number,
  ): void {
    const first = table[text.charCodeAt(from)] ?? 0
    if (!terms.mayBegin(first, table[text.charCodeAt(from + 1)] ?? 0)) return
    letters.length = end - from
    for (let i = 0; i < letters.length; i++) {
      letters.units[i] = table[text.charCodeAt(from + i)] ?? 0
    }
    const count = terms.meetHeads(letters)
    for (let i = 0; i < count; i++) meet(terms.met[i] ?? 0, position, sign, end)
  }

  /**
   * Reads as `scanWords` does what is plain letters and gaps, which is nearly everything, without keeping the letters of
   * any word; hands over to it at the first word that holds something else.
   */
  function read(text: string): void {
    const { buckets, chain, hashes } = terms.wholes
    const kinds = table
    const mask = buckets.length - 1
    const hasHeads = terms.hasHeads()
    const { length } = text
    let position = 0
    let sign = 0
    let i = 0
    while (i < length) {
      const unit = text.charCodeAt(i)
      let folded = kinds[unit] || kindOf(unit)
      if (folded === GAP) {
        sign = isSign(text, i, unit) ? unit : 0
        if (unit === PARAGRAPH) position++
        i++
        continue
      }
      const from = i
      let hash = emptyHash
      while (folded > SPECIAL) {
        hash = Math.imul(hash ^ folded, PRIME)
        if (++i === length) break
        const next = text.charCodeAt(i)
        folded = kinds[next] || kindOf(next)
      }
      if ((folded <= SPECIAL && folded !== GAP) || i - from > LONGEST) {
        scanWords(text, note, { from, position, sign })
        return
      }
      const finished = hash ^ (hash >>> 15)
      for (let t = buckets[finished & mask] ?? -1; t >= 0; t = chain[t] ?? -1) {
        if (hashes[t] === finished && isWord(text, t, from, i)) meet(t, position, sign, i)
      }
      if (hasHeads && i - from > 1) beginnings(text, from, i, position, sign)
      position++
      sign = 0
    }
  }

  function match(given: Post | string): string[] {
    const post = typeof given === 'string' ? { text: given } : given
    if (work.posts++ === tuneAt) tune()
    sampling = work.posts % SAMPLED === 0
    text = post.text
    candidateCount = 0
    met.begin(text, terms.capacity)
    read(text)
    const found: string[] = []
    for (let i = 0; i < candidateCount; i++) {
      const place = candidates[i] ?? 0
      if (run(memory, place, post)) found.push(saved[place]?.id ?? '')
    }
    for (const place of always) {
      if (run(memory, place, post)) found.push(saved[place]?.id ?? '')
    }
    work.looked += candidateCount + always.size
    return found
  }

  function tune(): void {
    tuneAt *= 10
    const all = saved.filter((one) => one !== undefined)
    for (const { id, query } of all) add(id, query)
  }

  return {
    add,
    remove,
    match,
    tune,
    get size() {
      return places.size
    },
    work,
  }
}

/** Posts read before words are known by what is met; then again after ten times as many, and so on. */
const FIRST_TUNING = 2_000
/** Longer words are left to the patient reader. */
const LONGEST = 256
/** Words are counted in one post of so many. */
const SAMPLED = 4
/** What the guess for the commonest words is to their share of posts: brings what was observed to the guesses' scale. */
const SCALE = 20

interface Saved {
  id: string
  query: Query
  /** Every use of a term, to be given back. */
  terms: number[]
  anchors: number[]
}
