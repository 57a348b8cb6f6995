import { z } from 'zod'
import type { Page } from './connector.ts'
import { done, type Outcome } from './failure.ts'

/** One page of a list that a network gives newest first. */
export interface BackPage<T> {
  items: T[]
  /** What asks for the next, older page; absent on the last one. */
  older?: string
}

export interface Walk<T> {
  /**
   * @param older undefined for the newest page
   * @param since nothing before this instant is needed, for a network that bills what it gives; unknown at first
   */
  page(older: string | undefined, since: Date | undefined): Promise<Outcome<BackPage<T>>>
  id(item: T): string
  at(item: T): Date
  /** How far behind its neighbours an item may appear: arrivals that late are still found. */
  overlapMs: number
  /** The most pages read in one call. */
  maxPages: number
  /** On the very first read, how far back to go from the newest item. */
  firstReadMs: number
}

/**
 * Reads a newest-first list since a cursor without skipping anything: walks back page by page to what was
 * already handed over, and a little further for late arrivals. A backlog too long for one call is finished
 * by the next calls before anything newer is looked at.
 * @returns items of this call oldest first, and the cursor for the next one
 */
export async function walkBack<T>(walk: Walk<T>, cursor: string | null): Promise<Outcome<Page<T>>> {
  const from = readCursor(cursor)
  const walked = await walkPages(walk, from)
  if (!walked.ok) return walked
  // Turned round first: what bears the same second keeps the order in which it was said.
  const oldestFirst = walked.value.found.toReversed()
  const items = oldestFirst.toSorted((a, b) => walk.at(a).getTime() - walk.at(b).getTime())
  const next = nextCursor(walk, from, walked.value)
  return done({ items, ...(next ? { cursor: JSON.stringify(next) } : {}) })
}

/** Instant, in milliseconds, by id. */
const seen = z.record(z.string(), z.number())

const cursorSchema = z.object({
  /** All that is older than this instant, less the overlap, was handed over. Milliseconds. */
  since: z.number(),
  /** What was handed over within the overlap. */
  seen,
  /** Where to go on when one call was not enough, and what becomes of `since` and `seen` at the end. */
  backlog: z.object({ older: z.string(), since: z.number(), seen }).optional(),
})

type Cursor = z.infer<typeof cursorSchema>

/** An unreadable cursor means: begin again. Items may repeat; none is skipped. */
function readCursor(text: string | null): Cursor | null {
  try {
    return text === null ? null : cursorSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

interface Walked<T> {
  found: T[]
  /** The newest instant met, now or by the calls that began this backlog. */
  newest: number
  /** Items older than this are not looked at. */
  floor: number
  /** Set when pages are left for the next call. */
  older: string | undefined
}

async function walkPages<T>(walk: Walk<T>, from: Cursor | null): Promise<Outcome<Walked<T>>> {
  const found = new Map<string, T>()
  let older = from?.backlog?.older
  let newest = from?.backlog?.since ?? Number.NEGATIVE_INFINITY
  let floor = from ? from.since - walk.overlapMs : Number.NaN
  for (let pages = 0; pages < walk.maxPages; pages++) {
    const since = Number.isNaN(floor) ? undefined : new Date(floor)
    const page = await walk.page(older, since)
    if (!page.ok) return page
    const times = page.value.items.map((item) => walk.at(item).getTime())
    newest = Math.max(newest, ...times)
    if (Number.isNaN(floor) && times.length > 0) floor = newest - walk.firstReadMs
    for (const [index, item] of page.value.items.entries()) {
      const isNew = from?.seen[walk.id(item)] === undefined
      if (isNew && (times[index] ?? 0) >= floor) found.set(walk.id(item), item)
    }
    older = page.value.older
    if (times.length > 0 && Math.min(...times) < floor) older = undefined
    if (older === undefined) break
  }
  return done({ found: [...found.values()], newest, floor, older })
}

function nextCursor<T>(walk: Walk<T>, from: Cursor | null, walked: Walked<T>): Cursor | null {
  if (!Number.isFinite(walked.newest)) return from
  const since = Math.max(walked.newest, from?.since ?? walked.newest)
  const handed = { ...from?.backlog?.seen }
  for (const item of walked.found) handed[walk.id(item)] = walk.at(item).getTime()
  if (walked.older === undefined) {
    return { since, seen: recent({ ...from?.seen, ...handed }, since - walk.overlapMs) }
  }
  return {
    since: from?.since ?? walked.floor + walk.overlapMs,
    seen: from?.seen ?? {},
    backlog: { older: walked.older, since, seen: recent(handed, since - walk.overlapMs) },
  }
}

function recent(ids: Record<string, number>, floor: number): Record<string, number> {
  return Object.fromEntries(Object.entries(ids).filter(([, at]) => at >= floor))
}
