import { deliveryCounts } from '#domain/analytics/index.ts'
import type { Desk } from '#domain/desk.ts'
import { postsOf } from '#domain/publishing/index.ts'
import type { Duel } from './tables.ts'

export interface Source {
  channelId: string
  /** Null when the network has not told anything yet. */
  votes: { first: number; second: number } | null
}

/** What the networks count of a duel by each account its post left by. */
export async function sourcesOf(desk: Desk, duel: Duel): Promise<Source[]> {
  const { way, postId, companyId } = duel
  if (way !== 'reactions' || !postId) return []
  const [post] = await postsOf(desk.db, companyId, [postId])
  const left = (post?.deliveries ?? []).filter(({ state }) => state === 'published')
  const counts = await deliveryCounts(
    desk.db,
    companyId,
    left.map(({ id }) => id),
    duel.closedAt ?? undefined,
  )
  return left.map(({ id, channelId }) => {
    const told = counts.get(id)
    if (!told) return { channelId, votes: null }
    return { channelId, votes: { first: told['likes'] ?? 0, second: told['reposts'] ?? 0 } }
  })
}
