import { daysAfter } from '#web/shell/period/index.ts'
import type { Overview } from '#domain/listening/overview/api.ts'
import type { Asked } from './queries.ts'

/** Which mentions a figure counts, as the list of mentions reads it in its address. */
export interface MentionsSearch {
  period: 'days'
  from: string
  to: string
  /** Each counts by itself. */
  fold: 'no'
  query?: string
  source?: string
  signal?: string
  author?: string
}

export function mentionsOf({ from, to, queryId, sourceId }: Asked): MentionsSearch {
  return {
    period: 'days',
    from,
    to,
    fold: 'no',
    ...(queryId ? { query: queryId } : {}),
    ...(sourceId ? { source: sourceId } : {}),
  }
}

/** The same at one place of a chart: a day, or the days of a week that the period has; an hour has its whole day. */
export function mentionsAt(all: MentionsSearch, at: string, by: Overview['by']): MentionsSearch {
  const day = at.slice(0, 10)
  if (by !== 'week') return { ...all, from: day, to: day }
  const sunday = daysAfter(day, 6)
  return {
    ...all,
    from: day > all.from ? day : all.from,
    to: sunday < all.to ? sunday : all.to,
  }
}
