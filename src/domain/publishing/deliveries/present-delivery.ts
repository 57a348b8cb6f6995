import { findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import type { DeliveryView } from './api.ts'
import { actionsOn } from '../model.ts'
import { type Votes, votesOf } from '../polls/poll-votes.ts'
import type { Attempt, Delivery, PublishingTables } from '../tables.ts'
import { sentenceOf, troubleOf } from './story.ts'
import { nextsOf } from './surroundings.ts'
import { whyTheyWait } from './waiting.ts'

/** Deliveries with their whole story, in the reader's language and the company's zone. */
export async function presentDeliveries(
  desk: Desk,
  companyId: string,
  deliveries: readonly Delivery[],
  language: Language,
): Promise<DeliveryView[]> {
  if (deliveries.length === 0) return []
  const { timeZone } = await companyOf(desk.db, companyId)
  const attempts = await attemptsOf(
    desk,
    deliveries.map(({ id }) => id),
  )
  const nextFor = await nextsOf(desk, { companyId, deliveries, attempts, language, timeZone })
  const waits = await whyTheyWait(desk.db, deliveries)
  const votes = await votesOf(desk.db, deliveries)
  const networks = new Map<string, string>()
  for (const { channelId } of deliveries)
    networks.set(channelId, await networkOf(desk, companyId, channelId))
  return deliveries.map((delivery) => ({
    id: delivery.id,
    channelId: delivery.channelId,
    state: delivery.state,
    holds: delivery.holds,
    kind: delivery.kind,
    part: delivery.part,
    text: delivery.content.text,
    dueAt: delivery.dueAt.toISOString(),
    publishedAt: delivery.publishedAt?.toISOString() ?? null,
    remoteUrl: delivery.remoteUrl,
    trouble: troubleOf(delivery, language) ?? waits.get(delivery.id)?.[language] ?? null,
    next: nextFor(delivery),
    actions: actionsOn(delivery),
    poll: shown(votes.get(delivery.id)),
    attempts: attempts
      .filter(({ deliveryId }) => deliveryId === delivery.id)
      .map((attempt) => ({
        at: attempt.startedAt.toISOString(),
        sentence: sentenceOf(attempt, networks.get(delivery.channelId) ?? '', language, timeZone),
        outcome: attempt.outcome,
      })),
  }))
}

const shown = (votes: Votes | undefined) =>
  votes?.choices
    ? {
        choices: votes.choices,
        endsAt: votes.endsAt.toISOString(),
        over: votes.over,
        readAt: votes.readAt?.toISOString() ?? null,
      }
    : null

async function attemptsOf(desk: Desk, deliveryIds: string[]): Promise<Attempt[]> {
  return tablesOf<PublishingTables>(desk.db)
    .selectFrom('attempts')
    .selectAll()
    .where('deliveryId', 'in', deliveryIds)
    .orderBy('id')
    .execute()
}

async function networkOf(desk: Desk, companyId: string, channelId: string): Promise<string> {
  const channel = await findChannel(desk.db, companyId, channelId)
  return (
    desk.connectors.get(channel?.connectorId ?? '')?.manifest.name ?? channel?.connectorId ?? '?'
  )
}
