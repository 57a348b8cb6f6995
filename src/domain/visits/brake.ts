import type { Channel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { dailySalts, visitorOf } from '#domain/links/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { tooMuch } from './errors.ts'
import type { VisitsTables } from './tables.ts'

const WINDOW_MS = 10 * 60_000
/** So many messages, or new conversations, of one address in a window: an office or a school may share it. */
const MOST_MESSAGES = 60
const MOST_THREADS = 20
/** So many new conversations of all addresses together: more is no rush of customers. */
const MOST_THREADS_OF_ALL = 200
/** So many messages in one conversation in a window. */
const MOST_IN_THREAD = 30
const RETRY_AFTER = { 'retry-after': String(WINDOW_MS / 1000) }

/**
 * Counts what comes from an address, and of a whole account: the address itself is kept nowhere, only a hash under the
 * day's secret that is destroyed with it, as clicks on short links are counted.
 */
export function brakeOf(desk: Desk) {
  const saltOf = dailySalts(desk.db)

  async function count(trx: Executor, channelId: string, what: string, ip: string, most: number) {
    const now = desk.clock.now()
    const visitor = { ip, userAgent: what, code: channelId }
    const mark = visitorOf(await saltOf(now), visitor)
    const beganAt = new Date(Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS)
    const row = await tablesOf<VisitsTables>(trx)
      .insertInto('visitMarks')
      .values({ mark, beganAt, count: 1 })
      .onConflict((c) =>
        c.columns(['mark', 'beganAt']).doUpdateSet((eb) => ({
          count: eb('visitMarks.count', '+', 1),
        })),
      )
      .returning('count')
      .executeTakeFirstOrThrow()
    return row.count <= most
  }

  return {
    /** @returns false when so much came from there, or in all, that it must wait */
    async begins(channel: Channel, ip: string): Promise<boolean> {
      const own = await count(desk.db, channel.id, 'thread', ip, MOST_THREADS)
      return own && (await count(desk.db, channel.id, 'all', '', MOST_THREADS_OF_ALL))
    },
    says: (channel: Channel, ip: string): Promise<boolean> =>
      count(desk.db, channel.id, 'message', ip, MOST_MESSAGES),
  }
}
export type Brake = ReturnType<typeof brakeOf>

/** @throws Problem when a conversation goes faster than a person types */
export async function refuseRush(trx: Executor, threadId: string, now: Date): Promise<void> {
  const { count } = await tablesOf<VisitsTables>(trx)
    .selectFrom('visitMessages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('threadId', '=', threadId)
    .where('direction', '=', 'in')
    .where('at', '>', new Date(now.getTime() - WINDOW_MS))
    .executeTakeFirstOrThrow()
  if (count >= MOST_IN_THREAD) throw tooFast()
}

export const tooFast = () => new Problem(tooMuch, {}, { headers: RETRY_AFTER })

/** Destroys what was counted in windows that are over. @returns how much */
export async function forgetMarks(db: Executor, now: Date): Promise<number> {
  const { numDeletedRows } = await tablesOf<VisitsTables>(db)
    .deleteFrom('visitMarks')
    .where('beganAt', '<=', new Date(now.getTime() - WINDOW_MS))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** When the next window is over; null when nothing is counted. */
export async function marksEnd(db: Executor): Promise<Date | null> {
  const row = await tablesOf<VisitsTables>(db)
    .selectFrom('visitMarks')
    .select((eb) => eb.fn.min('beganAt').as('beganAt'))
    .executeTakeFirst()
  return row?.beganAt ? new Date(row.beganAt.getTime() + WINDOW_MS) : null
}
