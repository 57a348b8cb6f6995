import { z } from 'zod'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { callGraph, type Graph } from './graph.ts'

/** One page of a list, newest first, and where the next begins. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    data: z.array(item),
    paging: z
      .object({ cursors: z.object({ after: z.string() }).optional(), next: z.string().optional() })
      .optional(),
  })

/** The cursor of the next, older page; undefined on the last. */
export const olderOf = (page: { paging?: { cursors?: { after: string }; next?: string } }) =>
  page.paging?.next ? page.paging.cursors?.after : undefined

interface Searched<T> {
  /** The list, newest first. */
  path: string
  query: Record<string, string>
  item: z.ZodType<T>
  at(item: T): Date
  isIt(item: T): boolean
  /** Nothing older is looked at. */
  since: Date
  /** A list that is not in order of time is read to its end. */
  isUnordered?: boolean
}

const mostPages = 10

/** Looks in a list for what was sent; the earliest that fits, for what came after it was said again on purpose. */
export async function findSent<T>(
  tools: Tools,
  graph: Graph,
  { path, query, item, at, isIt, since, isUnordered }: Searched<T>,
): Promise<Outcome<T | null>> {
  const fits: T[] = []
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await callGraph(tools, graph, { path, query: { ...query, after } }, pageOf(item))
    if (!answer.ok) return answer
    const recent = answer.value.data.filter((one) => at(one) >= since)
    fits.push(...recent.filter(isIt))
    after = olderOf(answer.value)
    if (after === undefined || (!isUnordered && recent.length < answer.value.data.length)) break
  }
  const [earliest] = fits.toSorted((a, b) => at(a).getTime() - at(b).getTime())
  return done(earliest ?? null)
}
