import type { Atom, Sign, Stretch } from './query.ts'
import type { QueryError } from './query-errors.ts'
import { queryError } from './query-errors.ts'
import { listWords } from './scan-words.ts'

/** A piece of an expression. `quoted` words are never operators. */
export type Token =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not'; at: Stretch }
  | { kind: 'words'; at: Stretch; atoms: Atom[]; written: string; quoted: boolean }

/**
 * Cuts an expression into its pieces.
 * @throws QueryError-carrying `Unreadable` at the first piece that means nothing
 */
export function readTokens(expression: string): Token[] {
  const tokens: Token[] = []
  let i = 0
  while (i < expression.length) {
    const char = expression[i] ?? ''
    if (blank.test(char)) i++
    else {
      const token = readToken(expression, i, char)
      tokens.push(token)
      i = token.at.end
    }
  }
  return tokens
}

/** Stops the reading; `parseQuery` turns it back into a value. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly error: QueryError
  constructor(error: QueryError) {
    super(error.code)
    this.error = error
  }
}

/** Operators are capitals, in both languages: in small letters they are words (in French, "or" is gold). */
export const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  ET: 'and',
  OR: 'or',
  OU: 'or',
  NOT: 'not',
  NON: 'not',
  SAUF: 'not',
}

/** A control character pasted by accident is a blank too. */
const blank = /[\s\p{Cc}\u200b]/u
const closing: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
}
const dashes = '-−–—'
const shortestPrefix = 2

function readToken(expression: string, i: number, char: string): Token {
  if (char === '(') return { kind: 'open', at: { start: i, end: i + 1 } }
  if (char === ')') return { kind: 'close', at: { start: i, end: i + 1 } }
  const closers = closing[char]
  if (closers) return readQuoted(expression, i, closers)
  if (dashes.includes(char)) return readMinus(expression, i)
  return readBare(expression, i)
}

function readQuoted(expression: string, start: number, closers: string): Token {
  let end = start + 1
  while (end < expression.length && !closers.includes(expression[end] ?? '')) end++
  if (end === expression.length) stop('unclosed-quote', start, end)
  const written = expression.slice(start + 1, end)
  const at = { start, end: end + 1 }
  if (written.trim() === '') stop('empty-quotes', at.start, at.end)
  return { kind: 'words', at, atoms: readAtoms(written, start + 1), written, quoted: true }
}

function readMinus(expression: string, start: number): Token {
  const next = expression[start + 1] ?? ' '
  if (blank.test(next) || next === ')') stop('lone-minus', start, start + 1)
  return { kind: 'not', at: { start, end: start + 1 } }
}

function readBare(expression: string, start: number): Token {
  let end = start
  while (end < expression.length && !endsBare(expression[end] ?? '')) end++
  const written = expression.slice(start, end)
  const at = { start, end }
  const operator = Object.hasOwn(operators, written) ? operators[written] : undefined
  if (operator) return { kind: operator, at }
  return { kind: 'words', at, atoms: readAtoms(written, start), written, quoted: false }
}

function endsBare(char: string): boolean {
  return char === '(' || char === ')' || char in closing || blank.test(char)
}

function readAtoms(written: string, offset: number): Atom[] {
  const words = listWords(written)
  if (words.length === 0) stop('no-word', offset, offset + written.length)
  const stars = [...written.matchAll(/\*/g)].map((m) => m.index)
  for (const star of stars) {
    const atEnd = words.some((w) => w.end === star) && !words.some((w) => w.start === star + 1)
    if (!atEnd) stop('star-place', offset + star, offset + star + 1)
  }
  return words.map(({ text, start, end, sign }) => {
    const prefix = stars.includes(end)
    if (prefix && [...text].length < shortestPrefix) {
      stop('short-prefix', offset + start, offset + end + 1)
    }
    return { text, prefix, sign: String.fromCharCode(sign).replace('\0', '') as Sign }
  })
}

function stop(code: QueryError['code'], start: number, end: number): never {
  throw new Unreadable(queryError(code, { start, end }))
}
