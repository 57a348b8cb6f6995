import type { Occurrences } from './occurrences.ts'
import type { Atom, Query, Words } from './query.ts'
import { frequencyOf } from './required-words.ts'

/**
 * A query as a list of questions, each sending to another by its answer: nothing is decided twice, and the question
 * most likely to settle the matter comes first.
 */
export interface Program {
  /** By question: kind, argument, where to go on yes, where on no. */
  code: number[]
  entry: number
  phrases: Phrase[]
}

interface Phrase {
  terms: number[]
  signs: number[]
}

/** Writes the program of a query; `termOf` gives the number of a word. */
export function compile(query: Query, termOf: (atom: Atom) => number): Program {
  const program: Program = { code: [], entry: 0, phrases: [] }
  program.entry = emit(program, query, FOUND, LOST, termOf)
  return program
}

/** Does the text whose meetings were noted satisfy the program? */
export function run({ code, entry, phrases }: Program, met: Occurrences): boolean {
  let at = entry
  while (at >= 0) {
    const argument = code[at + 1] ?? 0
    const yes = code[at] === WORD ? met.has(argument) : meets(phrases[argument], met)
    at = (yes ? code[at + 2] : code[at + 3]) ?? LOST
  }
  return at === FOUND
}

const FOUND = -1
const LOST = -2
const WORD = 0
const PHRASE = 1

type TermOf = (atom: Atom) => number

/** Written from the end to the beginning, so that both ways out of a question are known. Answers its place. */
function emit(program: Program, query: Query, yes: number, no: number, termOf: TermOf): number {
  if (query.op === 'words') return emitWords(program, query, yes, no, termOf)
  if (query.op === 'not') return emit(program, query.part, no, yes, termOf)
  const all = query.op === 'and'
  const rarestFirst = query.parts.toSorted((a, b) => frequency(a) - frequency(b))
  const order = all ? rarestFirst.toReversed() : rarestFirst
  return order.reduce(
    (next, part) =>
      all ? emit(program, part, next, no, termOf) : emit(program, part, yes, next, termOf),
    all ? yes : no,
  )
}

function emitWords(program: Program, words: Words, yes: number, no: number, termOf: TermOf) {
  const [first, ...others] = words.atoms
  const place = program.code.length
  if (first && others.length === 0 && first.sign === '') {
    program.code.push(WORD, termOf(first), yes, no)
  } else {
    program.code.push(PHRASE, program.phrases.length, yes, no)
    program.phrases.push({
      terms: words.atoms.map(termOf),
      signs: words.atoms.map(({ sign }) => (sign === '' ? 0 : sign.charCodeAt(0))),
    })
  }
  return place
}

/** How likely a part is to hold; exclusions nearly always do. */
function frequency(query: Query): number {
  if (query.op === 'words') return frequencyOf(query)
  if (query.op === 'not') return 1_000 - frequency(query.part)
  const parts = query.parts.map(frequency)
  return query.op === 'and' ? Math.min(...parts) : parts.reduce((a, b) => a + b, 0)
}

function meets(phrase: Phrase | undefined, met: Occurrences): boolean {
  if (!phrase) return false
  const { terms, signs } = phrase
  for (const term of terms) if (!met.has(term)) return false
  for (let m = met.first(terms[0] ?? 0); m >= 0; m = met.next(m)) {
    const start = met.positionOf(m)
    let i = 0
    while (i < terms.length && met.hasAt(terms[i] ?? 0, start + i, signs[i] ?? 0)) i++
    if (i === terms.length) return true
  }
  return false
}
