import { commonWords } from './common-words.ts'
import type { Atom, Query, Stretch, Words } from './query.ts'
import { headOf, stretchOf } from './query.ts'

export type Required =
  /** A text that the query finds holds at least one of these words or phrases. */
  | { words: Words[]; cost: number }
  /** The part that a text could satisfy by what it does not say. */
  | { without: Stretch }

/**
 * The cheapest set of words or phrases of which a text must hold one: an `AND` gives its rarest part, an `OR` the union
 * of its parts, an exclusion or a field nothing. The matcher looks at a query only when one of these was met, and a
 * network is searched for these alone.
 * @param cost how often such a phrase is expected to be met
 */
export function requiredWords(query: Query, cost = guessed.phrase, negated = false): Required {
  switch (query.op) {
    case 'not': {
      const required = requiredWords(query.part, cost, !negated)
      return 'without' in required && query.part.op === 'words' ? { without: query.at } : required
    }
    case 'named': {
      const required = requiredWords(query.part, cost, negated)
      return 'without' in required ? { without: query.at } : required
    }
    case 'field':
      return { without: query.at }
    case 'words':
      return negated ? { without: query.at } : { words: [query], cost: cost(query) }
    case 'near':
      if (negated) return { without: query.at }
      return best(
        [query.left, query.right].map((part) => requiredWords(part, cost)),
        query,
      )
    default: {
      const parts = query.parts.map((part) => requiredWords(part, cost, negated))
      // Under a NOT, De Morgan: the parts of an AND become alternatives, those of an OR all hold.
      return (query.op === 'and') !== negated ? best(parts, query) : union(parts)
    }
  }
}

/** How often words, phrases and queries are expected to be met: only the order matters. */
export interface Frequencies {
  atom: (atom: Atom) => number
  /** A phrase is met at most as often as its rarest word. */
  phrase: (words: Words) => number
  likelihood: (query: Query) => number
}

export function frequenciesBy(atom: (atom: Atom) => number): Frequencies {
  const phrase = ({ atoms }: Words) => Math.min(...atoms.map(atom))
  const likelihood = (query: Query): number => {
    if (query.op === 'words') return phrase(query)
    if (query.op === 'not') return 1_000 - likelihood(query.part)
    if (query.op === 'named') return likelihood(query.part)
    if (query.op === 'field') return 5
    if (query.op === 'near') return Math.min(likelihood(query.left), likelihood(query.right))
    const parts = query.parts.map(likelihood)
    return query.op === 'and' ? Math.min(...parts) : parts.reduce((a, b) => a + b, 0)
  }
  return { atom, phrase, likelihood }
}

/** From a word's length and how common it is, for want of anything read yet. */
export const guessed: Frequencies = frequenciesBy((atom) => {
  const length = headOf(atom).length
  const base = commonWords.has(atom.text) ? 10 : 4 / length ** 2
  return atom.prefix ? base * 4 : base
})

/** The word of a phrase by which it is best called. */
export function rarestAtom({ atoms }: Words, frequency = guessed.atom): Atom {
  return atoms.reduce((a, b) => (frequency(b) < frequency(a) ? b : a))
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
