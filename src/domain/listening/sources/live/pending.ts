import type { Gone, StreamBatch } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'

/** What was heard and is not kept yet. */
export interface Pending {
  items: StreamBatch['items']
  changed: StreamBatch['items']
  gone: Required<Gone>
  missed: { from: Date; to: Date }[]
  skipped: number
  cursor: string | undefined
  newestAt: Date | undefined
  /** What is not heard, as the last batch told it. */
  trouble: Text | undefined
  /** How many things wait, of whatever kind. */
  size: number
}

export const nothingPending = (): Pending => ({
  items: [],
  changed: [],
  gone: { posts: [], authors: [], claimed: [] },
  missed: [],
  skipped: 0,
  cursor: undefined,
  newestAt: undefined,
  trouble: undefined,
  size: 0,
})

/** How many things are told to be gone. */
export const goneIn = ({ posts, authors, claimed = [] }: Gone): number =>
  posts.length + authors.length + claimed.length

/** Adds what came to what waits, in its order. */
export function addTo(pending: Pending, batch: StreamBatch): void {
  const { items, changed = [], gone = { posts: [], authors: [] }, skipped = 0, missed } = batch
  // A list may be long: never spread into arguments.
  for (const item of items) pending.items.push(item)
  for (const item of changed) pending.changed.push(item)
  for (const post of gone.posts) pending.gone.posts.push(post)
  for (const author of gone.authors) pending.gone.authors.push(author)
  for (const claim of gone.claimed ?? []) pending.gone.claimed.push(claim)
  if (missed) pending.missed.push(missed)
  pending.skipped += skipped
  pending.cursor = batch.cursor ?? pending.cursor
  pending.newestAt = batch.newestAt ?? pending.newestAt
  pending.trouble = batch.trouble
  pending.size += items.length + changed.length + goneIn(gone) + skipped
}
