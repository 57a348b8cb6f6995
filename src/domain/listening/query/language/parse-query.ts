import type { Query, Stretch } from '../engine/index.ts'
import { hasPlace, nearCost, stretchOf } from '../engine/index.ts'
import type { Token } from './lexer.ts'
import { readTokens } from './lexer.ts'
import { looseEnd } from './only-absences.ts'
import { emptyBook, foldName, type QueryBook } from './query-book.ts'
import type { QueryError } from './query-errors.ts'
import { limits } from './query-errors.ts'
import { stop, Unreadable } from './unreadable.ts'

export type ParsedQuery =
  | { ok: true; query: Query; tokens: readonly Token[] }
  | { ok: false; error: QueryError }

export interface Reading {
  /** The queries that may be named in this one. */
  book?: QueryBook
  /** Its own name: naming it inside would never end. */
  name?: string
  /** Also reads what would find almost everything: for programs, not for people. */
  evenLoose?: boolean
}

/**
 * Reads an expression; the whole grammar is in `docs/queries.md`. Case and accents do not matter.
 * A query that nothing but absences decides is refused: it would find almost everything.
 */
export function parseQuery(expression: string, reading: Reading = {}): ParsedQuery {
  try {
    const { book = emptyBook, name, evenLoose = false } = reading
    const shelf = { book, known: new Map(), within: name === undefined ? [] : [foldName(name)] }
    const { query, tokens } = readExpression(expression, shelf)
    if (nearCost(query) > limits.near) fail('too-many-near', firstTooMany(query))
    const loose = evenLoose ? null : looseEnd(query)
    if (loose) fail(loose.code, loose.at)
    return { ok: true, query, tokens }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.error }
    throw error
  }
}

interface Shelf {
  book: QueryBook
  /** Already read, with how many words they hold in all. */
  known: Map<string, { query: Query; weight: number }>
  /** Being read, the outermost first. */
  within: readonly string[]
}

interface Reader {
  tokens: readonly Token[]
  next: number
  depth: number
  /** Length of the expression, where a missing end is pointed at. */
  end: number
  shelf: Shelf
  /** Words, those of named queries included. */
  weight: number
}

function readExpression(expression: string, shelf: Shelf) {
  const tokens = readTokens(checkLength(expression))
  const reader = { tokens, next: 0, depth: 0, end: expression.length, shelf, weight: 0 }
  return { query: readAll(reader), tokens, weight: reader.weight }
}

/** Where the limit is passed: the first NEAR, or name of a query that holds some, that is too many. */
function firstTooMany(query: Query, before = 0): Stretch {
  if (query.op === 'not') return firstTooMany(query.part, before)
  if (query.op === 'near' && before + nearCost(query.left) > limits.near) {
    return firstTooMany(query.left, before)
  }
  if (!('parts' in query)) return stretchOf(query)
  let cost = before
  for (const part of query.parts) {
    if (cost + nearCost(part) > limits.near) return firstTooMany(part, cost)
    cost += nearCost(part)
  }
  return stretchOf(query)
}

function checkLength(expression: string): string {
  if (expression.length > limits.length) {
    fail('too-long', { start: limits.length, end: expression.length })
  }
  return expression
}

function readAll(reader: Reader): Query {
  const { tokens, end } = reader
  if (tokens.length === 0) fail('empty', { start: 0, end })
  const words = tokens.filter((token) => token.kind === 'words')
  const first = words[limits.words]
  if (first) fail('too-many-words', { start: first.at.start, end })
  const query = readOr(reader)
  const left = tokens[reader.next]
  if (left) fail('unopened-parenthesis', left.at)
  return query
}

function readOr(reader: Reader): Query {
  const parts = [readAnd(reader)]
  while (take(reader, 'or')) parts.push(readAnd(reader))
  return join('or', parts)
}

function readAnd(reader: Reader): Query {
  const parts = [readNot(reader)]
  for (;;) {
    const token = reader.tokens[reader.next]
    if (token?.kind === 'and') reader.next++
    else if (!token || token.kind === 'or' || token.kind === 'close') break
    parts.push(readNot(reader))
  }
  return join('and', parts)
}

function readNot(reader: Reader): Query {
  const not = take(reader, 'not')
  if (!not) return readNear(reader)
  const part = deeper(reader, not.at, () => readNot(reader))
  const last = reader.tokens[reader.next - 1] ?? not
  return { op: 'not', part, at: { start: not.at.start, end: last.at.end } }
}

/** NEAR binds tighter than anything; of several in a row, what the first found is near the third. */
function readNear(reader: Reader): Query {
  let left = readOperand(reader)
  for (;;) {
    const token = reader.tokens[reader.next]
    if (token?.kind !== 'near') return left
    reader.next++
    const right = readOperand(reader)
    for (const side of [left, right]) if (!hasPlace(side)) fail('near-operand', stretchOf(side))
    const at = { start: stretchOf(left).start, end: stretchOf(right).end }
    const { distance, ordered } = token
    left = { op: 'near', left, right, distance, ordered, at }
  }
}

function readOperand(reader: Reader): Query {
  const token = reader.tokens[reader.next]
  if (token?.kind === 'words') {
    reader.next++
    reader.weight++
    const { atoms, slop, written, at } = token
    return { op: 'words', atoms, slop, written, at }
  }
  if (token?.kind === 'field') {
    reader.next++
    return { op: 'field', test: token.test, written: token.written, at: token.at }
  }
  if (token?.kind === 'named') {
    reader.next++
    return readNamed(reader, token.name, token.at)
  }
  if (token?.kind !== 'open') return missingOperand(reader, token)
  reader.next++
  const inside = reader.tokens[reader.next]
  if (inside?.kind === 'close') {
    fail('empty-parentheses', { start: token.at.start, end: inside.at.end })
  }
  const query = inside
    ? deeper(reader, token.at, () => readOr(reader))
    : fail('unclosed-parenthesis', token.at)
  if (!take(reader, 'close')) fail('unclosed-parenthesis', token.at)
  return query
}

/** Reads the query of that name in its place, once however often it is named. */
function readNamed(reader: Reader, name: string, at: Stretch): Query {
  const { book, known, within } = reader.shelf
  const folded = foldName(name)
  if (within.includes(folded)) fail('named-cycle', at)
  const found = book.find(name)
  if (found === 'several') fail('named-twice', at)
  if (!found) fail('named-unknown', at)
  const { query: part, weight } =
    known.get(folded) ??
    readInside(found.expression, at, { book, known, within: [...within, folded] })
  known.set(folded, { query: part, weight })
  reader.weight += weight
  if (reader.weight > limits.wordsInAll) fail('too-many-words', at)
  return { op: 'named', name, part, at }
}

/** What is wrong inside another query is told at the place where it is named. */
function readInside(expression: string, at: Stretch, shelf: Shelf) {
  try {
    return readExpression(expression, shelf)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const { code } = error.error
    fail(code === 'named-cycle' || code === 'too-many-words' ? code : 'named-unreadable', at)
  }
}

/** Something had to come here: say which operator waits for it. */
function missingOperand(reader: Reader, token: Token | undefined): never {
  const before = reader.tokens[reader.next - 1]
  if (before && before.kind !== 'open') fail('missing-right', before.at)
  if (token?.kind === 'close') fail('unopened-parenthesis', token.at)
  fail('missing-left', token?.at ?? { start: 0, end: reader.end })
}

function deeper(reader: Reader, at: Stretch, read: () => Query): Query {
  if (++reader.depth > limits.depth) fail('too-deep', at)
  const query = read()
  reader.depth--
  return query
}

function take(reader: Reader, kind: Token['kind']): Token | undefined {
  const token = reader.tokens[reader.next]
  if (token?.kind !== kind) return undefined
  reader.next++
  return token
}

/** `a AND (b AND c)` is `a AND b AND c`. */
function join(op: 'and' | 'or', parts: Query[]): Query {
  const [only] = parts
  if (parts.length === 1 && only) return only
  return { op, parts: parts.flatMap((part) => (part.op === op ? part.parts : [part])) }
}

function fail(code: QueryError['code'], { start, end }: Stretch): never {
  return stop(code, start, end)
}
