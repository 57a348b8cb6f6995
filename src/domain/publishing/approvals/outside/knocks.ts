import { type Executor, tablesOf } from '#platform/db/database.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import { Problem } from '#platform/http/problem.ts'
import type { PublishingTables } from '../../tables.ts'
import { tooManyKnocks } from './errors.ts'

const WINDOW_MS = 10 * 60_000

/** How often in ten minutes: a page opened or a word said, a link that does not exist, a wrong passcode. */
const MOST = { opened: 240, lost: 40, wrong: 10 } as const

/**
 * Counts a knock at the reviewers' door.
 * @param who what is counted by: the address somebody comes from, or the link
 * @throws Problem when there were too many in these ten minutes
 */
export async function countKnock(
  db: Executor,
  kind: keyof typeof MOST,
  who: string,
  now: Date,
): Promise<void> {
  const windowStart = new Date(Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS)
  const key = hashToken(`${kind} ${who}`)
  const tables = tablesOf<PublishingTables>(db)
  const { count } = await tables
    .insertInto('reviewKnocks')
    .values({ key, windowStart, count: 1 })
    .onConflict((c) =>
      c
        .columns(['key', 'windowStart'])
        .doUpdateSet((eb) => ({ count: eb('reviewKnocks.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  if (count === 1) {
    const before = new Date(now.getTime() - 6 * WINDOW_MS)
    await tables.deleteFrom('reviewKnocks').where('windowStart', '<', before).execute()
  }
  if (count <= MOST[kind]) return
  const waitMs = windowStart.getTime() + WINDOW_MS - now.getTime()
  const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) }
  throw new Problem(tooManyKnocks, { minutes: Math.ceil(waitMs / 60_000) }, { headers })
}
