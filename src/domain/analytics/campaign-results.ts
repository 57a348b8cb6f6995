import type { Desk } from '#domain/desk.ts'
import { connectorOf, listChannels } from '#domain/channels/index.ts'
import { humanClicksWithin } from '#domain/links/index.ts'
import { campaignDeliveries } from '#domain/publishing/index.ts'
import { type Language, say } from '#platform/text.ts'
import type { CampaignResults, FigureView } from './api.ts'
import { tells as tellsOf } from './by-hand/tells.ts'
import { deliveryCounts } from './counts.ts'
import { ENGAGEMENT } from './gains.ts'
import { campaignSources, gaps, labels } from './sentences.ts'

/**
 * What the posts of a campaign have brought since they left. A figure nobody can know yet is null, and every figure
 * says where it comes from. @throws Problem when this company has no such campaign
 */
export async function campaignResults(
  desk: Desk,
  companyId: string,
  campaignId: string,
  language: Language,
): Promise<CampaignResults> {
  const deliveries = await campaignDeliveries(desk.db, companyId, campaignId)
  const ids = deliveries.map(({ id }) => id)
  const now = desk.clock.now()
  const windows = deliveries.map((one) => ({ deliveryId: one.id, from: one.publishedAt, to: now }))
  const [counts, clicks, channels] = await Promise.all([
    deliveryCounts(desk.db, companyId, ids),
    humanClicksWithin(desk.db, companyId, windows),
    listChannels(desk.db, companyId),
  ])
  const left = new Set(deliveries.map(({ postId }) => postId))
  const told = deliveries.filter(({ id }) => counts.has(id))
  const tells = (channelId: string): readonly string[] => {
    const channel = channels.find(({ id }) => id === channelId)
    return channel ? tellsOf(desk, channel).metrics : []
  }
  const engaged = told.reduce((sum, { id, channelId }) => {
    const known = ENGAGEMENT.filter((metric) => tells(channelId).includes(metric))
    return sum + known.reduce((total, metric) => total + (counts.get(id)?.[metric] ?? 0), 0)
  }, 0)
  const silent = channels.filter(
    ({ id }) => deliveries.some(({ channelId }) => channelId === id) && tells(id).length === 0,
  )
  const networks = new Set(silent.map((one) => connectorOf(desk, one).manifest.name))
  const figure = (key: FigureKey, value: number | null, missing: string[]): FigureView => ({
    key,
    label: say(labels[key], language),
    value,
    before: null,
    unit: 'count',
    provenance: { source: say(campaignSources[key], language), denominator: null, gaps: missing },
  })
  const unread = ids.length - told.length
  return {
    figures: [
      figure('posts', left.size, []),
      figure(
        'clicks',
        clicks.size > 0 ? sum(clicks.values()) : null,
        clicks.size < ids.length
          ? [say(gaps.withoutLink, language, { count: ids.length - clicks.size })]
          : [],
      ),
      figure('engagement', told.length > 0 ? engaged : null, [
        ...(unread > 0 ? [say(gaps.notReadYet, language, { count: unread })] : []),
        ...[...networks].map((network) => say(gaps.silentNetwork, language, { network })),
      ]),
    ],
  }
}

type FigureKey = keyof typeof campaignSources

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
