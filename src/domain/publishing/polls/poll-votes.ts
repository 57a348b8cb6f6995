import { type Executor, tablesOf } from '#platform/db/database.ts'
import { type DeliveryFacts, factsOf } from '../deliveries/doors.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { endOf } from './read-poll.ts'

/** How people voted, as far as it was read. */
export interface Votes {
  /** In the order of the poll; null when the network has not told yet. */
  choices: { label: string; votes: number }[] | null
  /** As the network says, or as it was asked for. */
  endsAt: Date
  /** Whether the last word was read, or will never come. */
  over: boolean
  readAt: Date | null
}

/** The poll of a post by one account: still to leave, running, or over. */
export type PollFacts = DeliveryFacts & Votes

/** The polls of a post, one by each account that has or will have one. */
export async function pollsOf(
  db: Executor,
  companyId: string,
  postId: string,
): Promise<PollFacts[]> {
  const deliveries = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('postId', '=', postId)
    .where('kind', '=', 'post')
    .execute()
  const votes = await votesOf(db, deliveries)
  return deliveries.flatMap((delivery) => {
    const told = votes.get(delivery.id)
    return told ? [{ ...factsOf(delivery, 'en'), ...told }] : []
  })
}

/** By delivery; only of those that ask by a poll. */
export async function votesOf(
  db: Executor,
  deliveries: readonly Delivery[],
): Promise<Map<string, Votes>> {
  const asking = deliveries.filter(({ content }) => content.poll)
  if (asking.length === 0) return new Map()
  const readings = await tablesOf<PublishingTables>(db)
    .selectFrom('pollReadings')
    .selectAll()
    .where(
      'deliveryId',
      'in',
      asking.map(({ id }) => id),
    )
    .execute()
  const byId = new Map(readings.map((reading) => [reading.deliveryId, reading]))
  return new Map(
    asking.map((delivery) => {
      const { choices = null, closesAt, over = false, readAt = null } = byId.get(delivery.id) ?? {}
      return [delivery.id, { choices, endsAt: closesAt ?? endOf(delivery), over, readAt }]
    }),
  )
}
