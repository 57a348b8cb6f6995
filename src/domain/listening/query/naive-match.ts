import type { Atom, Query } from './query.ts'

/**
 * The meaning of a query, as plainly as it can be written: the reference that the matcher is tested and timed against.
 * It knows the scripts that put spaces between words, and emoji.
 */
export function naiveMatch(query: Query, text: string): boolean {
  return holds(query, naiveWords(text))
}

interface NaiveWord {
  text: string
  sign: string
}

export function naiveWords(text: string): NaiveWord[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
  return [...folded.matchAll(/([#@]?)([\p{L}\p{N}]+|\p{Extended_Pictographic})/gu)].map((m) => ({
    sign: m[1] ?? '',
    text: m[2] ?? '',
  }))
}

function holds(query: Query, words: NaiveWord[]): boolean {
  if (query.op === 'and') return query.parts.every((part) => holds(part, words))
  if (query.op === 'or') return query.parts.some((part) => holds(part, words))
  if (query.op === 'not') return !holds(query.part, words)
  return words.some((_, i) => query.atoms.every((atom, k) => isWord(atom, words[i + k])))
}

function isWord(atom: Atom, word: NaiveWord | undefined): boolean {
  if (!word || (atom.sign !== '' && atom.sign !== word.sign)) return false
  return atom.prefix ? word.text.startsWith(atom.text) : word.text === atom.text
}
