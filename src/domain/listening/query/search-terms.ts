import type { Atom, Query, Words } from './query.ts'
import { frequencyOf, requiredWords } from './required-words.ts'

/**
 * What to ask a network's own search: words and phrases such that every text the query can find there holds one.
 * The matcher judges what comes back. Networks do not search by prefix: `pref*` alone is asked as it is written, and
 * its longer words may be missed there.
 */
export function searchTerms(query: Query): string[] {
  const required = requiredWords(query, searchCost)
  return 'words' in required ? [...new Set(required.words.map(searchable))] : []
}

/** Anything rather than a prefix; of two, the one that brings less, and a phrase brings less than its words. */
function searchCost(words: Words): number {
  const frequency = frequencyOf(words) / words.atoms.length
  return words.atoms.every(({ prefix }) => prefix) ? frequency + 1_000 : frequency
}

function searchable({ atoms, written }: Words): string {
  const exact = atoms.filter(({ prefix }) => !prefix)
  if (exact.length === atoms.length) return tidy(written)
  const [first, ...others] = exact.length > 0 ? exact : atoms
  return first ? others.reduce(longer, first).text : tidy(written)
}

function longer(a: Atom, b: Atom): Atom {
  return b.text.length > a.text.length ? b : a
}

function tidy(written: string): string {
  return written
    .replace(/["“”„«»*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
