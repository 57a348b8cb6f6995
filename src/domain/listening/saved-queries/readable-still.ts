import { Problem } from '#platform/http/problem.ts'
import { breaksOthers, nameTaken } from '../errors.ts'
import { readNaming, type SavedExpression } from './read-queries.ts'

/** So many of the queries concerned are told by name. */
const MOST_TOLD = 5

/**
 * Refuses a change after which a query that could be read no longer can: it would find nothing more, and nobody would
 * know. One that could not be read before refuses nothing.
 * @throws Problem with the names of these queries
 */
export function refuseToBreak(
  before: readonly SavedExpression[],
  after: readonly SavedExpression[],
): void {
  const read = new Set(readNaming(before).flatMap(({ id, parsed }) => (parsed.ok ? id : [])))
  const broken = readNaming(after).flatMap(({ id, name, parsed }) =>
    parsed.ok || !read.has(id) ? [] : { name, code: parsed.error.code },
  )
  if (broken.length === 0) return
  const told = broken.slice(0, MOST_TOLD).map(({ name }) => name)
  const names = [...told, ...(broken.length > MOST_TOLD ? ['…'] : [])].join(', ')
  const twice = broken.some(({ code }) => code === 'named-twice')
  if (!twice) throw new Problem(breaksOthers, { names })
  throw new Problem(
    nameTaken,
    { names },
    { fields: [{ pointer: '/name', detail: nameTaken.detail }] },
  )
}
