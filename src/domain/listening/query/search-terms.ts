import type { Atom, Query, Words } from './engine/index.ts'
import { guessed, headOf, requiredWords } from './engine/index.ts'

/**
 * What to ask a network's own search: words and phrases such that every text the query can find there holds one.
 * The matcher judges what comes back. Networks do not search by prefix: `pref*` alone is asked as it is written, and
 * its longer words may be missed there.
 */
export function searchTerms(query: Query): string[] {
  const said = wordsOnly(query)
  if (!said) return []
  const required = requiredWords(said, searchCost)
  return 'words' in required ? [...new Set(required.words.map(searchable))] : []
}

/** The query without its fields: networks are searched by words. Null when nothing is left. */
function wordsOnly(query: Query): Query | null {
  if (query.op === 'field') return null
  if (query.op === 'named') return wordsOnly(query.part)
  if (query.op === 'not') {
    const part = wordsOnly(query.part)
    return part && { ...query, part }
  }
  if (query.op !== 'and' && query.op !== 'or') return query
  const parts = query.parts.map(wordsOnly).filter((part) => part !== null)
  return parts.length > 0 ? { op: query.op, parts } : null
}

/** Anything rather than a prefix; of two, the one that brings less, and a phrase brings less than its words. */
function searchCost(words: Words): number {
  const frequency = guessed.phrase(words) / words.atoms.length
  return words.atoms.every(isWild) ? frequency + 1_000 : frequency
}

function searchable({ atoms, written }: Words): string {
  const exact = atoms.filter((atom) => !isWild(atom))
  if (exact.length === atoms.length) return tidy(written)
  const [first, ...others] = exact.length > 0 ? exact : atoms
  return first ? headOf(others.reduce(longer, first)) : tidy(written)
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

function isWild({ text, prefix }: Atom): boolean {
  return prefix || text.includes('?')
}
