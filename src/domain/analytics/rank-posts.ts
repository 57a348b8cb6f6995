import { listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { publishedDeliveries } from '#domain/publishing/index.ts'
import type { ResultsView } from './api.ts'
import { deliveryCounts } from './counts.ts'
import { addDays, startOfDay } from './days.ts'
import { nothing, tells } from './by-hand/tells.ts'
import { ENGAGEMENT } from './gains.ts'

const SHOWN = ['likes', 'reposts', 'replies', 'quotes', 'views', 'bookmarks', 'check-ins'] as const
const EXCERPT = 140

interface Scope {
  companyId: string
  timeZone: string
  channelId: string | undefined
  from: string
  to: string
}

/** Posts that left in the period, the most engaging first; what a network does not tell stays unknown, not zero. */
export async function rankPosts(
  desk: Desk,
  { companyId, timeZone, channelId, from, to }: Scope,
  clicks: Map<string, number>,
): Promise<ResultsView['posts']> {
  const deliveries = await publishedDeliveries(desk.db, {
    companyId,
    ...(channelId ? { channelId } : {}),
    from: startOfDay(from, timeZone),
    to: startOfDay(addDays(to, 1), timeZone),
  })
  const counts = await deliveryCounts(
    desk.db,
    companyId,
    deliveries.map((delivery) => delivery.id),
  )
  const channels = new Map(
    (await listChannels(desk.db, companyId)).map((channel) => [channel.id, channel]),
  )
  const tellsOf = (id: string) => {
    const channel = channels.get(id)
    return channel ? tells(desk, channel) : nothing
  }
  const rows = deliveries.map((delivery) => {
    const told = counts.get(delivery.id)
    const { metrics, byHand } = tellsOf(delivery.channelId)
    const untold = byHand ? null : 0
    const of = (metric: string) =>
      told && metrics.includes(metric) ? (told[metric] ?? untold) : null
    return {
      postId: delivery.postId,
      deliveryId: delivery.id,
      channelId: delivery.channelId,
      excerpt: delivery.text.slice(0, EXCERPT),
      url: delivery.remoteUrl,
      publishedAt: delivery.publishedAt.toISOString(),
      counts: Object.fromEntries(SHOWN.map((metric) => [metric, of(metric)])),
      engagement: told ? ENGAGEMENT.reduce((total, metric) => total + (of(metric) ?? 0), 0) : null,
      clicks: clicks.get(delivery.id) ?? 0,
    }
  })
  return rows.sort((a, b) => (b.engagement ?? -1) - (a.engagement ?? -1) || b.clicks - a.clicks)
}
