import { deliveryCounts, ENGAGEMENT } from '#domain/analytics/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type PostFacts, postsOf } from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { PlanningTables } from '../tables.ts'
import type { EvergreenView } from './api.ts'

/** The shelf: each post, when it left last and what that brought. */
export async function readShelf(desk: Desk, companyId: string): Promise<EvergreenView[]> {
  const tables = tablesOf<PlanningTables>(desk.db)
  const [rows, turns] = await Promise.all([
    tables
      .selectFrom('evergreens')
      .selectAll()
      .where('companyId', '=', companyId)
      .orderBy('createdAt', 'desc')
      .execute(),
    tables
      .selectFrom('evergreenTurns')
      .selectAll()
      .where('companyId', '=', companyId)
      .orderBy('at')
      .execute(),
  ])
  const posts = await postsOf(
    desk.db,
    companyId,
    turns.flatMap(({ postId }) => postId ?? []),
  )
  const byId = new Map(posts.map((post) => [post.id, post]))
  const counts = await deliveryCounts(
    desk.db,
    companyId,
    posts.flatMap(({ deliveries }) => deliveries.map(({ id }) => id)),
  )
  return rows.map((row) => {
    const own = turns
      .filter(({ evergreenId }) => evergreenId === row.id)
      .flatMap(({ postId }) => byId.get(postId ?? '') ?? [])
    const left = own.filter(hasLeft)
    const last = left.at(-1)
    const next = own.find((post) => post.state === 'scheduled' && !hasLeft(post))
    return {
      id: row.id,
      state: row.state,
      post: row.template,
      everyWeeks: row.everyWeeks,
      until: row.until,
      createdBy: row.authorName,
      createdAt: row.createdAt.toISOString(),
      times: left.length,
      last: last?.scheduledAt
        ? {
            at: last.scheduledAt.toISOString(),
            postId: last.id,
            reactions: reactionsTo(last, counts),
          }
        : null,
      next: next?.scheduledAt ? { at: next.scheduledAt.toISOString(), postId: next.id } : null,
    }
  })
}

const hasLeft = ({ deliveries }: PostFacts) => deliveries.some(({ state }) => state === 'published')

/** By all its accounts; null as long as none was counted. */
function reactionsTo(
  { deliveries }: PostFacts,
  counts: Map<string, Record<string, number>>,
): number | null {
  const told = deliveries.flatMap(({ id }) => {
    const count = counts.get(id)
    return count ? [ENGAGEMENT.reduce((all, metric) => all + (count[metric] ?? 0), 0)] : []
  })
  return told.length > 0 ? told.reduce((sum, one) => sum + one, 0) : null
}
