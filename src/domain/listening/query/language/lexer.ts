import type { Atom, Stretch } from '../engine/index.ts'
import { readAtoms } from './read-atoms.ts'
import type { FieldName } from './read-field.ts'
import { fieldNames, readTest } from './read-field.ts'
import type { FieldTest } from '../engine/index.ts'
import { stop } from './unreadable.ts'

/** A piece of an expression. `quoted` words are never operators. */
export type Token =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not'; at: Stretch }
  | { kind: 'near'; at: Stretch; distance: number; ordered: boolean }
  | {
      kind: 'words'
      at: Stretch
      atoms: Atom[]
      slop: number | null
      written: string
      quoted: boolean
    }
  | { kind: 'field'; at: Stretch; test: FieldTest; written: string }
  | { kind: 'named'; at: Stretch; name: string }

/**
 * Cuts an expression into its pieces; comments are left out.
 * @throws Unreadable at the first piece that means nothing
 */
export function readTokens(expression: string): Token[] {
  const tokens: Token[] = []
  let i = 0
  while (i < expression.length) {
    const comment = comments.find(({ open }) => expression.startsWith(open, i))
    if (comment) i = endOfComment(expression, i, comment)
    else if (blank.test(expression[i] ?? '')) i++
    else {
      const token = readToken(expression, i, expression[i] ?? '')
      tokens.push(token)
      i = token.at.end
    }
  }
  return tokens
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

/** The most words that may stand between two that are near. */
const farthest = 100

/** A control character pasted by accident is a blank too. */
const blank = /[\s\p{Cc}\u200b]/u
const closing: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '{': '}',
}
const dashes = '-−–—'
const comments = [
  { open: '/*', close: '*/' },
  { open: '<<<', close: '>>>' },
  { open: '//', close: '\n' },
]
const near = /^(NEAR|ONEAR)\/(\d+)$/

function endOfComment(
  expression: string,
  start: number,
  { open, close }: { open: string; close: string },
): number {
  const end = expression.indexOf(close, start + open.length)
  if (end >= 0) return end + close.length
  if (close === '\n') return expression.length
  return stop('unclosed-comment', start, start + open.length)
}

function readToken(expression: string, i: number, char: string): Token {
  if (char === '(') return { kind: 'open', at: { start: i, end: i + 1 } }
  if (char === ')') return { kind: 'close', at: { start: i, end: i + 1 } }
  const closers = closing[char]
  if (closers) return readQuoted(expression, i, closers)
  if (dashes.includes(char)) return readMinus(expression, i)
  const field = fieldStart.exec(expression.slice(i, i + 24))?.[1]
  return field ? readField(expression, i, field) : readBare(expression, i)
}

const fieldStart = new RegExp(`^(${[...fieldNames.keys()].join('|')}):`, 'i')

function readQuoted(expression: string, start: number, closers: string): Token {
  const end = endOfQuote(expression, start, closers)
  const written = expression.slice(start + 1, end)
  const exact = closers === '}'
  const atoms = readAtoms(written, start + 1, exact)
  const tilde = exact ? null : /^~(\d*)/.exec(expression.slice(end + 1, end + 8))
  const at = { start, end: end + 1 + (tilde?.[0].length ?? 0) }
  const slop = tilde ? distanceOf(tilde[1] ?? '', { start: end + 1, end: at.end }) : null
  return { kind: 'words', at, atoms, slop, written, quoted: true }
}

/** Where the closing mark stands. */
function endOfQuote(expression: string, start: number, closers: string): number {
  let end = start + 1
  while (end < expression.length && !closers.includes(expression[end] ?? '')) end++
  if (end === expression.length)
    stop(closers === '}' ? 'unclosed-brace' : 'unclosed-quote', start, end)
  if (expression.slice(start + 1, end).trim() === '') stop('empty-quotes', start, end + 1)
  return end
}

function distanceOf(digits: string, at: Stretch): number {
  const distance = digits === '' ? farthest + 1 : Number(digits)
  return distance <= farthest ? distance : stop('bad-distance', at.start, at.end)
}

function readMinus(expression: string, start: number): Token {
  const next = expression[start + 1] ?? ' '
  if (blank.test(next) || next === ')') stop('lone-minus', start, start + 1)
  return { kind: 'not', at: { start, end: start + 1 } }
}

function readField(expression: string, start: number, written: string): Token {
  const name: FieldName = fieldNames.get(written.toLowerCase()) ?? 'query'
  const from = start + written.length + 1
  const closers = closing[expression[from] ?? '']
  const quoted = closers !== undefined && closers !== '}'
  const end = quoted ? endOfQuote(expression, from, closers) + 1 : endOfBare(expression, from)
  const at = { start, end }
  const value = quoted ? expression.slice(from + 1, end - 1) : expression.slice(from, end)
  if (value.trim() === '') stop('empty-field', start, end)
  if (name === 'query') return { kind: 'named', at, name: value.trim() }
  const test = readTest(name, value, { start: from, end })
  return { kind: 'field', at, test, written: `${name}:${quoted ? `"${value}"` : value}` }
}

function readBare(expression: string, start: number): Token {
  const end = endOfBare(expression, start)
  const written = expression.slice(start, end)
  const at = { start, end }
  const operator = Object.hasOwn(operators, written) ? operators[written] : undefined
  if (operator) return { kind: operator, at }
  const [, word, digits] = near.exec(written) ?? []
  if (digits !== undefined) {
    return { kind: 'near', at, distance: distanceOf(digits, at), ordered: word === 'ONEAR' }
  }
  return { kind: 'words', at, atoms: readAtoms(written, start), slop: null, written, quoted: false }
}

function endOfBare(expression: string, start: number): number {
  let end = start
  while (end < expression.length && !endsBare(expression[end] ?? '')) end++
  return end
}

function endsBare(char: string): boolean {
  return char === '(' || char === ')' || char in closing || blank.test(char)
}
