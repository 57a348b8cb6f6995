import { requiredWords } from './required-words.ts'
import type { Token } from './lexer.ts'
import { readTokens, Unreadable } from './lexer.ts'
import type { Query, Stretch } from './query.ts'
import type { QueryError } from './query-errors.ts'
import { limits, queryError } from './query-errors.ts'

export type ParsedQuery =
  | { ok: true; query: Query; tokens: readonly Token[] }
  | { ok: false; error: QueryError }

/**
 * Reads an expression: `AND`/`ET`, `OR`/`OU`, `NOT`/`NON`/`SAUF` in capitals, `-word`, `"a phrase"`, parentheses,
 * `pref*`, `#hashtag`, `@handle`; words side by side must all be there. Case and accents do not matter.
 * A query that nothing but absences decides is refused: it would find almost everything.
 */
export function parseQuery(expression: string): ParsedQuery {
  try {
    const tokens = readTokens(checkLength(expression))
    const query = readAll({ tokens, next: 0, depth: 0, end: expression.length })
    const required = requiredWords(query)
    if ('without' in required) fail('only-not', required.without)
    return { ok: true, query, tokens }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.error }
    throw error
  }
}

interface Reader {
  tokens: readonly Token[]
  next: number
  depth: number
  /** Length of the expression, where a missing end is pointed at. */
  end: number
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
  if (!not) return readOperand(reader)
  const part = deeper(reader, not.at, () => readNot(reader))
  const last = reader.tokens[reader.next - 1] ?? not
  return { op: 'not', part, at: { start: not.at.start, end: last.at.end } }
}

function readOperand(reader: Reader): Query {
  const token = reader.tokens[reader.next]
  if (token?.kind === 'words') {
    reader.next++
    return { op: 'words', atoms: token.atoms, written: token.written, at: token.at }
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

function fail(code: QueryError['code'], at: Stretch): never {
  throw new Unreadable(queryError(code, at))
}
