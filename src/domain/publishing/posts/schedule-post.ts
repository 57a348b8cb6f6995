import type { z } from 'zod'
import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { scheduleInput } from './api.ts'
import { refuseUnderEmbargo } from '../approvals/embargo.ts'
import { holdForApproval } from '../approvals/hold-for-approval.ts'
import { noSuchTime, pastTime, tooFarAhead } from '../errors.ts'
import type { Post, PublishingTables } from '../tables.ts'
import { makeReady } from './check-post.ts'
import { type Author, namedIn } from './draft-post.ts'
import { atRest, refuseCancelled, refuseLeft } from './hindrances.ts'
import { planDeliveries } from './plan-deliveries.ts'
import { lockPost, refuseStale, type WholePost, wholePost } from './store.ts'
import { instantOf, type Meant, wallTimeOf } from './wall-time.ts'

type When = z.output<typeof scheduleInput>

const MINUTE = 60_000
const FARTHEST = 5 * 366 * 24 * 60 * MINUTE

/**
 * Schedules a post, or gives it another time: checked for every account, then planned in the ledger, in one
 * transaction. Asking twice for the same changes nothing the second time.
 * @throws Problem when it is not ready, the time is past or does not exist, or it has already left
 */
export async function schedulePost(
  desk: Desk,
  author: Author,
  id: string,
  when: When,
): Promise<void> {
  const { companyId } = author
  const { timeZone: companyZone } = await companyOf(desk.db, companyId)
  const seen = await wholePost(desk.db, companyId, id)
  const time = timeFor(desk, when, when.timeZone ?? seen.post.timeZone ?? companyZone)
  if (isDone(seen, time, when)) return
  refuseCancelled(seen)
  refuseStale(seen.post, when.version, companyZone)
  // Outside the transaction: pictures take their time.
  await makeReady(desk, companyId, { ...seen.post, variants: seen.variants })

  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const whole = await lockPost(trx, companyId, id)
      await refuseOtherAccounts(trx, author, namedIn(whole.variants))
      if (isDone(whole, time, when)) return
      refuseStale(whole.post, when.version, companyZone)
      await refuseLeft(trx, whole)
      await refuseUnderEmbargo(trx, desk, author, whole.post, time.instant, when.despiteEmbargo)
      await putOnTheCalendar(trx, desk, author, whole, {
        ...time,
        now: when.wallTime === undefined,
      })
    })
}

/** In the caller's transaction, on a post it holds and has checked. */
async function putOnTheCalendar(
  trx: Executor,
  desk: Desk,
  author: Author,
  whole: WholePost,
  time: Meant & { now: boolean },
): Promise<void> {
  const { id, companyId, state } = whole.post
  const moving = state === 'scheduled'
  const allOff = whole.deliveries.every((delivery) => delivery.state === 'cancelled')
  const now = desk.clock.now()
  const post = await tablesOf<PublishingTables>(trx)
    .updateTable('posts')
    .set((eb) => ({
      state: 'scheduled' as const,
      scheduledAt: time.instant,
      timeZone: time.timeZone,
      wallTime: time.wallTime,
      version: eb('version', '+', 1),
      updatedBy: author.name,
      updatedAt: now,
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await planDeliveries(
    trx,
    desk,
    { ...whole, post },
    {
      at: time.instant,
      by: author.name,
      // What a person took off one by one stays off when the rest moves.
      revive: (delivery) =>
        atRest(delivery) && (!moving || allOff || delivery.state !== 'cancelled'),
    },
  )
  const occasion = { what: 'schedule' as const, now: time.now, moving }
  await holdForApproval(trx, desk, author, { ...whole, post }, occasion)
  const action = moving ? 'post.moved' : 'post.scheduled'
  const detail = {
    at: time.instant.toISOString(),
    wallTime: time.wallTime,
    timeZone: time.timeZone,
  }
  await audit(trx, { companyId, at: now, actor: author.id, action, subject: `post:${id}`, detail })
  await emit(trx, companyId, moving ? 'post.changed' : 'post.scheduled', { postId: id })
}

/** The instant asked for. A minute that has begun is still that minute. @throws Problem when it is no time to choose */
function timeFor(desk: Desk, { wallTime }: When, timeZone: string): Meant {
  const now = desk.clock.now()
  if (wallTime === undefined) {
    const shown = wallTimeOf(now, timeZone)
    return { wallTime: shown, shown, timeZone, instant: now }
  }
  const meant = instantOf(wallTime, timeZone)
  if (!meant) throw new Problem(noSuchTime, { wallTime })
  if (meant.instant.getTime() <= now.getTime() - MINUTE) {
    const [at, today] = [meant.shown, wallTimeOf(now, timeZone)].map((time) =>
      time.replace('T', ' '),
    )
    throw new Problem(pastTime, { wallTime: at ?? wallTime, zone: timeZone, now: today ?? '' })
  }
  if (meant.instant.getTime() - now.getTime() > FARTHEST) throw new Problem(tooFarAhead)
  return meant
}

/** A second click: the post already stands where it is asked to. */
function isDone({ post }: WholePost, time: Meant, { wallTime, version }: When): boolean {
  if (post.state !== 'scheduled' || !post.scheduledAt) return false
  if (wallTime !== undefined) return sameTime(post, time)
  // "Now", asked again by somebody who had not seen the first answer.
  return post.scheduledAt <= time.instant && version < post.version
}

const sameTime = (post: Post, time: Meant) =>
  post.wallTime === time.wallTime &&
  post.timeZone === time.timeZone &&
  post.scheduledAt?.getTime() === time.instant.getTime()
