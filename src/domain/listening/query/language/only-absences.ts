import type { Query, Stretch } from '../engine/index.ts'
import { stretchOf } from '../engine/index.ts'

/** Fields that few posts satisfy: they may stand alone. */
const narrow: ReadonlySet<string> = new Set(['author', 'site', 'url'])

/**
 * The part by which a post could satisfy the query without saying or being anything in particular; null when there is
 * none. Such a query would find almost everything that is written.
 */
export function looseEnd(
  query: Query,
  negated = false,
): { at: Stretch; code: 'only-not' | 'only-filter' } | null {
  switch (query.op) {
    case 'words':
    case 'near':
      return negated ? { at: query.at, code: 'only-not' } : null
    case 'field':
      if (!negated && narrow.has(query.test.field)) return null
      return { at: query.at, code: negated ? 'only-not' : 'only-filter' }
    case 'not': {
      const end = looseEnd(query.part, !negated)
      return end && query.part.op === 'words' ? { ...end, at: query.at } : end
    }
    case 'named': {
      const end = looseEnd(query.part, negated)
      return end && { ...end, at: query.at }
    }
    default: {
      const ends = query.parts.map((part) => looseEnd(part, negated))
      const [first] = ends.filter((end) => end !== null)
      if (!first) return null
      if ((query.op === 'and') === negated) return first
      if (ends.includes(null)) return null
      const code = ends.some((end) => end?.code === 'only-not') ? 'only-not' : 'only-filter'
      return { at: stretchOf(query), code }
    }
  }
}
