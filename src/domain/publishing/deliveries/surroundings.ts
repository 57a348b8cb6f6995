import { accessEnds, type Channel, findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import type { Attempt, Delivery, PublishingTables } from '../tables.ts'
import { nextOf } from './what-next.ts'

interface Asked {
  companyId: string
  deliveries: readonly Delivery[]
  attempts: readonly Attempt[]
  language: Language
  timeZone: string
}

/** Reads what decides of what happens next to deliveries. @returns the sentence of each; null when there is none */
export async function nextsOf(
  desk: Desk,
  { companyId, deliveries, attempts, language, timeZone }: Asked,
): Promise<(delivery: Delivery) => string | null> {
  const channels = new Map<string, Channel | undefined>()
  for (const { channelId } of deliveries)
    if (!channels.has(channelId))
      channels.set(channelId, await findChannel(desk.db, companyId, channelId))
  const before = await partsBefore(desk, deliveries)
  const now = desk.clock.now()
  return (delivery) => {
    const channel = channels.get(delivery.channelId)
    const manifest = desk.connectors.get(channel?.connectorId ?? '')?.manifest
    return nextOf(delivery, {
      network: manifest?.name ?? '',
      now,
      language,
      timeZone,
      account: channel
        ? {
            isUsable: channel.state === 'connected',
            isHanded: manifest?.handed ?? false,
            notBefore: channel.notBefore,
            endsAt: accessEnds(desk, channel),
            handle: channel.handle,
          }
        : null,
      before: before.get(delivery.afterId ?? '') ?? null,
      countedBy: (quota) => manifest?.quotas.find(({ id }) => id === quota)?.what[language] ?? '',
      attempts: attempts.filter(({ deliveryId }) => deliveryId === delivery.id),
    })
  }
}

/** What others follow in a thread, by id. */
async function partsBefore(desk: Desk, deliveries: readonly Delivery[]) {
  const ids = deliveries.flatMap(({ afterId }) => afterId ?? [])
  if (ids.length === 0) return new Map<string, Pick<Delivery, 'state' | 'part'>>()
  const rows = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('deliveries')
    .select(['id', 'state', 'part'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
