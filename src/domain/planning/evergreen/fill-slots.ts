import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import {
  deletePost,
  draftPost,
  leaveBefore,
  publishedDeliveries,
  schedulePost,
  type StandingPost,
  standingPosts,
  wallTimeOf,
} from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { authorOf } from '../author-of.ts'
import { refusalOf } from '../refusal-of.ts'
import { isTaken } from '../slots/next-slot.ts'
import { commonHours, type SlotTime, slotTimes } from '../slots/slot-times.ts'
import { readSlots } from '../slots/store.ts'
import type { Evergreen, PlanningTables } from '../tables.ts'
import { type Candidate, choose, type Neighbour } from './choose.ts'

/** How far ahead the shelf fills slots, in days: late enough for people to take them, early enough to be seen. */
const AHEAD_DAYS = 2
/** What is published this late would surprise: slots that a sleeping desk missed stay empty. */
const LATEST_MS = 6 * 3_600_000
const WEEK = 7 * 86_400_000

type OnShelf = Candidate & { row: Evergreen }

/**
 * Puts posts of a company's shelf into its free slots of the coming days. In the caller's transaction, which holds
 * the queue.
 * @returns whether there is a shelf and a slot for it at all
 */
export async function fillSlots(desk: Desk, companyId: string): Promise<boolean> {
  const { slots, timeZone } = await readSlots(desk.db, companyId)
  const kept = slots.filter(({ evergreen }) => evergreen)
  const shelf = await shelfOf(desk, companyId)
  if (kept.length === 0 || shelf.length === 0) return false
  const from = desk.clock.now()
  const to = new Date(from.getTime() + (AHEAD_DAYS + 1) * 86_400_000)
  const longest = Math.max(...shelf.map(({ everyWeeks }) => everyWeeks))
  const standing = await standingPosts(desk.db, companyId, { from, to })
  const neighbours = await neighboursOf(desk, companyId, { timeZone, longest, standing })
  const hoursOf = (channelIds: readonly string[]) =>
    commonHours(channelIds.map((id) => kept.filter(({ channelId }) => channelId === id)))
  for (const time of slotTimes(uniqueHours(kept), { from, days: AHEAD_DAYS, timeZone })) {
    const day = time.wallTime.slice(0, 10)
    const isHis = (channelIds: readonly string[]) =>
      slotTimes(hoursOf(channelIds), { from, days: AHEAD_DAYS, timeZone }).some(
        ({ wallTime }) => wallTime === time.wallTime,
      )
    const open = (channelIds: readonly string[]) =>
      isHis(channelIds) && !isTaken(time.at, channelIds, standing)
    const chosen = choose(shelf, neighbours, day, open)
    if (!chosen) continue
    const { channelIds, text, row } = chosen
    await takeTurn(desk, row, time, timeZone)
    standing.push({ at: time.at, channelIds: [...channelIds] } as StandingPost)
    for (const channelId of channelIds) neighbours.push({ channelId, day, text, fromShelf: true })
    Object.assign(chosen, { days: [...chosen.days, day] })
  }
  return true
}

async function shelfOf({ db }: Desk, companyId: string): Promise<OnShelf[]> {
  const rows = await tablesOf<PlanningTables>(db)
    .selectFrom('evergreens')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('state', '=', 'on')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const turns = await tablesOf<PlanningTables>(db)
    .selectFrom('evergreenTurns')
    .select(['evergreenId', 'wallTime'])
    .where('companyId', '=', companyId)
    .execute()
  return rows.map((row) => ({
    row,
    id: row.id,
    channelIds: row.template.variants.map(({ channelId }) => channelId),
    text: row.template.text,
    everyWeeks: row.everyWeeks,
    until: row.until,
    days: turns
      .filter(({ evergreenId }) => evergreenId === row.id)
      .map(({ wallTime }) => wallTime.slice(0, 10)),
  }))
}

interface Around {
  timeZone: string
  longest: number
  standing: readonly StandingPost[]
}

/** What the accounts published lately and what stands on their calendar. */
async function neighboursOf(
  desk: Desk,
  companyId: string,
  { timeZone, longest, standing }: Around,
): Promise<Neighbour[]> {
  const since = new Date(desk.clock.now().getTime() - longest * WEEK)
  const [left, turns] = await Promise.all([
    publishedDeliveries(desk.db, { companyId, from: since }),
    tablesOf<PlanningTables>(desk.db)
      .selectFrom('evergreenTurns')
      .select('postId')
      .where('companyId', '=', companyId)
      .execute(),
  ])
  const ours = new Set(turns.map(({ postId }) => postId))
  const published = left.map(({ channelId, publishedAt, text, postId }) => ({
    channelId,
    day: wallTimeOf(publishedAt, timeZone).slice(0, 10),
    text,
    fromShelf: ours.has(postId),
  }))
  const planned = standing.flatMap(({ id, at, excerpt, channelIds }) =>
    channelIds.map((channelId) => ({
      channelId,
      day: wallTimeOf(at, timeZone).slice(0, 10),
      text: excerpt,
      fromShelf: ours.has(id),
    })),
  )
  return [...published, ...planned]
}

const uniqueHours = <H extends { weekday: number; time: string }>(hours: readonly H[]): H[] => [
  ...new Map(hours.map((hour) => [`${hour.weekday} ${hour.time}`, hour])).values(),
]

/** Makes the post, or counts the turn as had when it may not be scheduled: the next one of the shelf comes then. */
async function takeTurn(desk: Desk, row: Evergreen, { wallTime, at }: SlotTime, timeZone: string) {
  const { id: evergreenId, companyId, template } = row
  const postId = uuid({ msecs: desk.clock.now().getTime() })
  const author = authorOf(row)
  const origin = { kind: 'evergreen', id: evergreenId }
  const undrafted = await refusalOf(() => draftPost(desk, author, postId, template, origin))
  const refusal =
    undrafted ??
    (await refusalOf(() => schedulePost(desk, author, postId, { version: 1, wallTime, timeZone })))
  if (!refusal) await leaveBefore(desk.db, postId, new Date(at.getTime() + LATEST_MS))
  else if (!undrafted) await deletePost(desk, author, postId)
  await tablesOf<PlanningTables>(desk.db)
    .insertInto('evergreenTurns')
    .values({ evergreenId, companyId, wallTime, at, postId: undrafted ? null : postId })
    .onConflict((c) => c.columns(['evergreenId', 'wallTime']).doNothing())
    .execute()
  await emit(desk.db, companyId, 'evergreen.changed', { evergreenId })
}
