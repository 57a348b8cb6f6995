import type { Desk } from '#domain/desk.ts'
import { listChannels } from '#domain/channels/index.ts'
import { type StandingPost, standingPosts } from '#domain/publishing/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { noCommonSlot, noSlots, queueFull } from './errors.ts'
import { commonHours, type SlotTime, slotTimes } from './slot-times.ts'
import { readSlots } from './store.ts'

/** How far ahead a queue reaches. */
export const WEEKS = 26

/** A slot is taken by a post of the account this near to it: two posts within minutes are one too many. */
export const NEAR_MS = 10 * 60_000

export interface FreeSlot extends SlotTime {
  timeZone: string
}

/**
 * The next instant that is a free slot of each of some accounts. Computed from what stands on the calendar: a slot is
 * free again as soon as its post is moved or taken off.
 * @param postId a post that stands somewhere already, and is not in its own way
 * @throws Problem when none of them has slots, they share none, or all are taken
 */
export async function nextSlot(
  desk: Desk,
  companyId: string,
  channelIds: readonly string[],
  postId?: string,
): Promise<FreeSlot> {
  const { slots, timeZone } = await readSlots(desk.db, companyId)
  const hours = channelIds.map((id) =>
    slots.filter(({ channelId, evergreen }) => channelId === id && !evergreen),
  )
  if (hours.every((own) => own.length === 0)) throw new Problem(noSlots)
  const common = commonHours(hours)
  if (common.length === 0) {
    const names = await namesOf(desk, companyId, channelIds)
    throw new Problem(noCommonSlot, { accounts: names.join(', ') })
  }
  const from = desk.clock.now()
  const to = new Date(from.getTime() + (WEEKS * 7 + 1) * 86_400_000)
  const standing = await standingPosts(desk.db, companyId, {
    from: new Date(from.getTime() - NEAR_MS),
    to,
  })
  const inTheWay = standing.filter((post) => post.id !== postId)
  const free = slotTimes(common, { from, days: WEEKS * 7, timeZone }).find(
    ({ at }) => !isTaken(at, channelIds, inTheWay),
  )
  if (!free) throw new Problem(queueFull, { weeks: WEEKS })
  return { ...free, timeZone }
}

/** Whether a post of one of the accounts stands there, or within minutes of it. */
export const isTaken = (
  at: Date,
  channelIds: readonly string[],
  standing: readonly Pick<StandingPost, 'at' | 'channelIds'>[],
): boolean =>
  standing.some(
    (post) =>
      Math.abs(post.at.getTime() - at.getTime()) < NEAR_MS &&
      post.channelIds.some((id) => channelIds.includes(id)),
  )

async function namesOf(desk: Desk, companyId: string, ids: readonly string[]): Promise<string[]> {
  const channels = await listChannels(desk.db, companyId)
  return channels.filter(({ id }) => ids.includes(id)).map(({ handle }) => handle)
}
