import { deliveryCounts } from '#domain/analytics/index.ts'
import { humanClicks } from '#domain/links/index.ts'
import type { Desk } from '#domain/desk.ts'
import { publishedDeliveries } from '#domain/publishing/index.ts'
import type { ForecastView } from './api.ts'
import { REACTIONS } from './facts.ts'
import type { FigureKind } from './model.ts'
import { eventsNeeded } from './statistics/sample-size.ts'

const DAYS = 90
const DAY_MS = 86_400_000

/** What a comparison will need, and how many posts that is at the company's usual pace. */
export async function forecast(
  desk: Desk,
  companyId: string,
  plan: { figure: FigureKind; minimumEffect: number; certainty: number },
): Promise<ForecastView> {
  const events = eventsNeeded({ effect: plan.minimumEffect, certainty: plan.certainty })
  const perPost = await usualFigure(desk, companyId, plan.figure)
  return { events, perPost, posts: perPost ? Math.max(2, Math.ceil(events / perPost)) : null }
}

/** What a post brought on average lately; null when none left, or none was read. */
async function usualFigure(
  desk: Desk,
  companyId: string,
  figure: FigureKind,
): Promise<number | null> {
  const to = desk.clock.now()
  const from = new Date(to.getTime() - DAYS * DAY_MS)
  const deliveries = await publishedDeliveries(desk.db, { companyId, from, to })
  const ids = deliveries.map(({ id }) => id)
  const total =
    figure === 'clicks'
      ? await clicksOf(desk, companyId, { from, to }, ids)
      : await reactionsOf(desk, companyId, ids)
  const posts = new Set(deliveries.map(({ postId, id }) => postId ?? id)).size
  return posts > 0 && total > 0 ? total / posts : null
}

async function clicksOf(
  desk: Desk,
  companyId: string,
  period: { from: Date; to: Date },
  ids: readonly string[],
): Promise<number> {
  const { byDelivery } = await humanClicks(desk.db, { companyId, ...period })
  return ids.reduce((sum, id) => sum + (byDelivery.get(id) ?? 0), 0)
}

async function reactionsOf(desk: Desk, companyId: string, ids: readonly string[]): Promise<number> {
  const counts = await deliveryCounts(desk.db, companyId, ids)
  return [...counts.values()].reduce(
    (sum, told) => sum + REACTIONS.reduce((one, metric) => one + (told[metric] ?? 0), 0),
    0,
  )
}
