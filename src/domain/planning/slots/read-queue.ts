import type { Desk } from '#domain/desk.ts'
import { type StandingPost, standingPosts, wallTimeOf } from '#domain/publishing/index.ts'
import type { QueueEntry, QueueView } from './api.ts'
import { NEAR_MS } from './next-slot.ts'
import { type SlotTime, slotTimes } from './slot-times.ts'
import { readSlots } from './store.ts'

/** How many days of a queue are shown. */
const SHOWN_DAYS = 14

/** Slots of an account and what stands on its calendar, for the coming two weeks. */
export async function readQueue(
  desk: Desk,
  companyId: string,
  channelId: string,
): Promise<QueueView> {
  const { slots, timeZone } = await readSlots(desk.db, companyId)
  const from = desk.clock.now()
  const to = new Date(from.getTime() + SHOWN_DAYS * 86_400_000)
  const standing = await standingPosts(desk.db, companyId, { from, to })
  const posts = standing.filter((post) => post.channelIds.includes(channelId))
  const own = slots.filter((slot) => slot.channelId === channelId)
  const times = slotTimes(own, { from, days: SHOWN_DAYS, timeZone })
  const empty = times.filter(({ at }) => !posts.some((post) => isNear(post.at, at)))
  const entries = [
    ...posts.map((post) => taken(post, times, timeZone)),
    ...empty.map((time) => entry(time, null)),
  ]
  return { timeZone, entries: entries.toSorted((a, b) => (a.at < b.at ? -1 : 1)) }
}

const isNear = (a: Date, b: Date) => Math.abs(a.getTime() - b.getTime()) < NEAR_MS

function taken(post: StandingPost, times: readonly SlotTime[], timeZone: string): QueueEntry {
  const { id, excerpt, channelIds, version, at } = post
  const slot = times.find((time) => isNear(time.at, at))
  const shown = { id, excerpt, channelIds, version, origin: post.origin?.kind ?? null }
  const standing = { at, wallTime: wallTimeOf(at, timeZone), evergreen: slot?.evergreen ?? false }
  return { ...entry(standing, shown), ...(slot ? {} : { slot: null }) }
}

const entry = ({ wallTime, at, evergreen }: SlotTime, post: QueueEntry['post']): QueueEntry => ({
  wallTime,
  at: at.toISOString(),
  slot: evergreen ? 'evergreen' : 'queue',
  post,
})
