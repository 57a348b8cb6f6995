import { accessEnds, connectorOf, listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import type { AccessForecast } from './api.ts'

/** Accounts whose access ends before something planned by them leaves, the nearest end first. */
export async function forecastAccess(desk: Desk, companyId: string): Promise<AccessForecast[]> {
  const found: AccessForecast[] = []
  for (const channel of await listChannels(desk.db, companyId)) {
    const ends = accessEnds(desk, channel)
    if (!ends) continue
    const { count, firstAt } = await plannedAfter(desk, channel.id, ends)
    if (!firstAt) continue
    found.push({
      channelId: channel.id,
      connectorId: channel.connectorId,
      network: connectorOf(desk, channel).manifest.name,
      handle: channel.handle,
      reconnectBy: ends.toISOString(),
      count,
      firstAt: firstAt.toISOString(),
    })
  }
  return found.sort((a, b) => a.reconnectBy.localeCompare(b.reconnectBy))
}

async function plannedAfter(desk: Desk, channelId: string, ends: Date) {
  const { count, firstAt } = await doomed(desk, channelId, ends)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('dueAt').as('firstAt')])
    .executeTakeFirstOrThrow()
  return { count: Number(count), firstAt: firstAt as Date | null }
}

/** Posts planned by an account after its access has ended; what follows them in a thread is not counted apart. */
export const doomed = (desk: Desk, channelId: string, ends: Date) =>
  tablesOf<PublishingTables>(desk.db)
    .selectFrom('deliveries')
    .where('channelId', '=', channelId)
    .where('state', '=', 'planned')
    .where('part', '=', 0)
    .where('dueAt', '>', ends)
