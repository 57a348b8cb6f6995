import { deliveryCounts } from '#domain/analytics/index.ts'
import { type PollFacts, pollsOf, postsOf } from '#domain/publishing/index.ts'
import type { Executor } from '#platform/db/database.ts'
import type { Duel, Source } from './tables.ts'

/** What the networks count of a duel by each account its post left by. */
export async function sourcesOf(db: Executor, duel: Duel): Promise<Source[]> {
  const { way, postId, companyId, counted } = duel
  if (counted) return counted
  if (way === 'page' || !postId) return []
  if (way === 'poll') return votesIn(await pollsOf(db, companyId, postId), duel)
  const [post] = await postsOf(db, companyId, [postId])
  const left = (post?.deliveries ?? []).filter(({ state }) => state === 'published')
  const counts = await deliveryCounts(
    db,
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

/** By their names: whoever looked at the post before it left may have put the second one first. */
function votesIn(polls: PollFacts[], { first, second }: Pick<Duel, 'first' | 'second'>): Source[] {
  return polls
    .filter(({ state }) => state === 'published')
    .map(({ channelId, choices }) => {
      const of = (label: string, place: number) =>
        choices?.find((choice) => choice.label === label) ?? choices?.[place]
      const [one, other] = [of(first.label, 0), of(second.label, 1)]
      if (!one || !other || one === other) return { channelId, votes: null }
      return { channelId, votes: { first: one.votes, second: other.votes } }
    })
}
