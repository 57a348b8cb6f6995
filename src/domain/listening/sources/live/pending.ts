import type { StreamBatch } from '#connectors/_contract/connector.ts'

/** What was heard and is not kept yet. */
export interface Pending {
  items: StreamBatch['items']
  changed: StreamBatch['items']
  gone: { posts: string[]; authors: string[] }
  missed: { from: Date; to: Date }[]
  skipped: number
  cursor: string | undefined
  newestAt: Date | undefined
  /** How many things wait, of whatever kind. */
  size: number
}

export const nothingPending = (): Pending => ({
  items: [],
  changed: [],
  gone: { posts: [], authors: [] },
  missed: [],
  skipped: 0,
  cursor: undefined,
  newestAt: undefined,
  size: 0,
})

/** Adds what came to what waits, in its order. */
export function addTo(pending: Pending, batch: StreamBatch): void {
  const { items, changed = [], gone = { posts: [], authors: [] }, skipped = 0, missed } = batch
  // A list may be long: never spread into arguments.
  for (const item of items) pending.items.push(item)
  for (const item of changed) pending.changed.push(item)
  for (const post of gone.posts) pending.gone.posts.push(post)
  for (const author of gone.authors) pending.gone.authors.push(author)
  if (missed) pending.missed.push(missed)
  pending.skipped += skipped
  pending.cursor = batch.cursor ?? pending.cursor
  pending.newestAt = batch.newestAt ?? pending.newestAt
  pending.size += items.length + changed.length + gone.posts.length + gone.authors.length + skipped
}
