import type { Desk } from '#domain/desk.ts'
import { channelsOfPost, schedulePost, standingPosts } from '#domain/publishing/index.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { queueMoved } from './errors.ts'
import { nextSlot, WEEKS } from './next-slot.ts'
import { lockQueue } from './store.ts'

/**
 * Schedules a post at the next free slot of all its accounts. Two people who ask at once get one slot each.
 * @throws Problem when there is none, or the post is not ready
 */
export async function queuePost(
  desk: Desk,
  actor: Actor,
  id: string,
  version: number,
): Promise<void> {
  await inOneTransaction(desk, async (within) => {
    await lockQueue(within.db, actor.companyId)
    const channelIds = await channelsOfPost(within.db, actor.companyId, id)
    const { wallTime, timeZone } = await nextSlot(within, actor.companyId, channelIds, id)
    await schedulePost(within, actor, id, { version, wallTime, timeZone })
  })
}

/**
 * Gives posts of an account a new order: they share the times they had.
 * @throws Problem when one of them no longer stands there
 */
export async function reorderQueue(
  desk: Desk,
  actor: Actor,
  channelId: string,
  postIds: readonly string[],
): Promise<void> {
  await inOneTransaction(desk, async (within) => {
    await lockQueue(within.db, actor.companyId)
    const from = desk.clock.now()
    const to = new Date(from.getTime() + 2 * WEEKS * 7 * 86_400_000)
    const standing = await standingPosts(within.db, actor.companyId, { from, to })
    const chosen = standing.filter(
      (post) => postIds.includes(post.id) && post.channelIds.includes(channelId),
    )
    if (chosen.length !== new Set(postIds).size) throw new Problem(queueMoved)
    for (const [i, id] of postIds.entries()) {
      const [post, place] = [chosen.find((one) => one.id === id), chosen[i]]
      if (!post || !place || post === place) continue
      const { wallTime, timeZone } = place
      await schedulePost(within, actor, id, { version: post.version, wallTime, timeZone })
    }
  })
}
