import type { FieldTest } from './fields.ts'
import { dressOf } from './meetings.ts'
import type { Atom, Query, Words } from './query.ts'
import type { Frequencies } from './required-words.ts'
import { hasPlace, type SpanTree, spanTree } from './spans.ts'

/**
 * A query as a list of questions, each sending to another by its answer: nothing is decided twice, and the question
 * most likely to settle the matter comes first. All integers, relative to the first one, so that it can be moved.
 */
export interface Program {
  /** Questions of five, the first to be asked at the beginning, then their arguments. */
  code: number[]
  /** What does not fit in integers, by number. */
  fields: FieldTest[]
  trees: SpanTree[]
}

/** A question is [kind, a, b, how far ahead on yes, on no]: to a question, or out of the program. */
const STRIDE = 5
/** a: the term. */
export const TERM = 0
/** a: where its [term, dress]es are; b: how many. */
export const PHRASE = 1
/** a: where its [term, dress]es are, after the width of the stretch; b: how many. */
export const GATHERED = 2
/** a: number of the tree. */
export const NEAR = 3
/** a: number of the field test. */
export const FIELD = 4
const FOUND = -1
const LOST = -2

export type TermOf = (atom: Atom) => number

/**
 * Writes the program of a query.
 * @param termOf gives the number of a word
 * @throws RangeError when something without a place stands beside a NEAR; `parseQuery` never gives such a query
 */
export function compile(query: Query, termOf: TermOf, frequencies: Frequencies): Program {
  const program: Program = { code: [], fields: [], trees: [] }
  const args: number[][] = []
  const writer = { program, args, termOf, frequencies }
  emit(writer, query, FOUND, LOST)
  program.code = turned(program.code, args)
  return program
}

/** Questions were written from the last to the first: turns them round, and puts their arguments behind them. */
function turned(code: readonly number[], args: readonly number[][]): number[] {
  const last = code.length - STRIDE
  let end = code.length
  const places = args.map((list) => (end += list.length) - list.length)
  const questions: number[] = []
  for (let q = last; q >= 0; q -= STRIDE) {
    const [kind = TERM, a = 0, b = 0, yes = LOST, no = LOST] = code.slice(q, q + STRIDE)
    const where = kind === PHRASE || kind === GATHERED ? (places[a] ?? 0) : a
    questions.push(kind, where, b, jump(q, yes), jump(q, no))
  }
  return [...questions, ...args.flat()]
}

/** How far ahead the next question is, once turned round; questions only ever send ahead. */
function jump(from: number, target: number): number {
  return target < 0 ? target : from - target
}

interface Writer {
  program: Program
  args: number[][]
  termOf: TermOf
  frequencies: Frequencies
}

/** Written from the end to the beginning, so that both ways out of a question are known. Answers its place. */
function emit(writer: Writer, query: Query, yes: number, no: number): number {
  if (query.op === 'not') return emit(writer, query.part, no, yes)
  if (query.op === 'named') return emit(writer, query.part, yes, no)
  if (query.op === 'words') return emitWords(writer, query, yes, no)
  if (query.op === 'field') {
    return ask(writer, [FIELD, writer.program.fields.push(query.test) - 1, 0, yes, no])
  }
  if (query.op === 'near') {
    if (!hasPlace(query.left) || !hasPlace(query.right)) throw new RangeError('NEAR needs places')
    const tree = spanTree(query, (words) => numbered(writer, words))
    return ask(writer, [NEAR, writer.program.trees.push(tree) - 1, 0, yes, no])
  }
  const all = query.op === 'and'
  const { likelihood } = writer.frequencies
  const rarestFirst = query.parts.toSorted((a, b) => likelihood(a) - likelihood(b))
  const order = all ? rarestFirst.toReversed() : rarestFirst
  return order.reduce(
    (next, part) => (all ? emit(writer, part, next, no) : emit(writer, part, yes, next)),
    all ? yes : no,
  )
}

function emitWords(writer: Writer, words: Words, yes: number, no: number): number {
  const [first] = words.atoms
  if (first && words.atoms.length === 1 && dressOf(first) === 0) {
    return ask(writer, [TERM, writer.termOf(first), 0, yes, no])
  }
  const { terms, dresses } = numbered(writer, words)
  const pairs = terms.map((term, i): [number, number] => [term, dresses[i] ?? 0])
  if (words.slop === null || terms.length === 1) {
    const number = writer.args.push(pairs.flat()) - 1
    return ask(writer, [PHRASE, number, terms.length, yes, no])
  }
  // A word asked for twice is there once it is there: only the width remembers how many were written.
  const distinct = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()]
  const number = writer.args.push([terms.length + words.slop, ...distinct.flat()]) - 1
  return ask(writer, [GATHERED, number, distinct.length, yes, no])
}

function numbered({ termOf }: Writer, { atoms }: Words): { terms: number[]; dresses: number[] } {
  return { terms: atoms.map(termOf), dresses: atoms.map(dressOf) }
}

function ask({ program }: Writer, question: number[]): number {
  program.code.push(...question)
  return program.code.length - STRIDE
}
