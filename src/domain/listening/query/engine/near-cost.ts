import type { Query } from './query.ts'

/**
 * How many times phrases are walked at most to look for the NEARs of a query in one text (see `places.ts`): a NEAR reads
 * its two sides twice, once in each order, and so doubles what the NEARs inside it cost; an ONEAR reads them once.
 */
export function nearCost(query: Query): number {
  if (query.op === 'near') return costInside(query)
  if (query.op === 'not' || query.op === 'named') return nearCost(query.part)
  return 'parts' in query ? query.parts.reduce((sum, part) => sum + nearCost(part), 0) : 0
}

function costInside(query: Query): number {
  if (query.op === 'near') {
    return (costInside(query.left) + costInside(query.right)) * (query.ordered ? 1 : 2)
  }
  if (query.op === 'not' || query.op === 'named') return costInside(query.part)
  return 'parts' in query ? query.parts.reduce((sum, part) => sum + costInside(part), 0) : 1
}
