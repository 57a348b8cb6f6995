import { type Channel, connectorOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'

/** What can be known of the posts of an account, and whether a person has to count it. */
export interface Tells {
  metrics: readonly string[]
  byHand: boolean
}

export const nothing: Tells = { metrics: [], byHand: false }

/** What a network tells is zero when it tells nothing of it; what a person did not enter is unknown. */
export function tells(desk: Desk, channel: Channel): Tells {
  const connector = connectorOf(desk, channel)
  const handed = connector.handed?.(channel)
  return handed
    ? { metrics: handed.counts, byHand: true }
    : { metrics: connector.manifest.metrics.post, byHand: false }
}
