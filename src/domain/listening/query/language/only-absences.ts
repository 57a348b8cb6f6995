import type { FieldTest, Query, Stretch } from '../engine/index.ts'
import { stretchOf } from '../engine/index.ts'

/** May this field stand alone, for few posts satisfy it? */
function isNarrow(test: FieldTest): boolean {
  if (test.field === 'author') return true
  if (test.field === 'site') return test.value.includes('.')
  return test.field === 'url' && !isInMostAddresses(test.value)
}

/** One or two letters, or what addresses are usually made of: `url:a`, `url:.com`, `url:https`. */
function isInMostAddresses(part: string): boolean {
  const letters = part.replace(/[^\p{L}\p{N}]+/gu, '')
  return letters.length < 3 || commonParts.has(letters)
}

const commonParts: ReadonlySet<string> = new Set(
  'http https www com org net html htm php'.split(' '),
)

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
      if (!negated && isNarrow(query.test)) return null
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
