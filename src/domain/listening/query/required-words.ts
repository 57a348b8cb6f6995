import { commonWords } from './common-words.ts'
import type { Atom, Query, Stretch, Words } from './query.ts'
import { stretchOf } from './query.ts'

export type Required =
  /** A text that the query finds holds at least one of these words or phrases. */
  | { words: Words[]; cost: number }
  /** The part that a text could satisfy by what it does not say. */
  | { without: Stretch }

/**
 * The cheapest set of words or phrases of which a text must hold one: an `AND` gives its rarest part, an `OR` the union
 * of its parts, an exclusion nothing. The matcher looks at a query only when one of these was met, and a network is
 * searched for these alone.
 * @param cost how often such a phrase is expected to be met
 */
export function requiredWords(query: Query, cost = frequencyOf, negated = false): Required {
  if (query.op === 'not') {
    const required = requiredWords(query.part, cost, !negated)
    return 'without' in required && query.part.op === 'words' ? { without: query.at } : required
  }
  if (query.op === 'words') {
    return negated ? { without: query.at } : { words: [query], cost: cost(query) }
  }
  const parts = query.parts.map((part) => requiredWords(part, cost, negated))
  // Under a NOT, De Morgan: the parts of an AND become alternatives, those of an OR all hold.
  return (query.op === 'and') !== negated ? best(parts, query) : union(parts)
}

/** A phrase is met at most as often as its rarest word. */
export function frequencyOf({ atoms }: Words): number {
  return Math.min(...atoms.map(guessedFrequency))
}

/** The word of a phrase by which it is best called. */
export function rarestAtom({ atoms }: Words): Atom {
  return atoms.reduce((a, b) => (guessedFrequency(b) < guessedFrequency(a) ? b : a))
}

/** Expected meetings, from a word's length and how common it is: only the order matters. */
function guessedFrequency(atom: Atom): number {
  const base = commonWords.has(atom.text) ? 10 : 4 / atom.text.length ** 2
  return atom.prefix ? base * 4 : base
}

function best(parts: Required[], query: Query): Required {
  const usable = parts.filter((part) => 'words' in part)
  if (usable.length === 0) return { without: stretchOf(query) }
  return usable.reduce((a, b) => (b.cost < a.cost ? b : a))
}

function union(parts: Required[]): Required {
  const words: Words[] = []
  let cost = 0
  for (const part of parts) {
    if ('without' in part) return part
    words.push(...part.words)
    cost += part.cost
  }
  return { words, cost }
}
