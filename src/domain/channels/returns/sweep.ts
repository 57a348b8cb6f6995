import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { ChannelsTables } from '../tables.ts'
import { SWEEP } from './keep-return.ts'

const tables = ['connectReturns', 'connectAttempts'] as const

/** Takes out the access of accounts that nobody chose, and visits that nobody came back from, once their time is over. */
export function sweep(desk: Desk): DueWork {
  const db = tablesOf<ChannelsTables>(desk.db)
  return {
    name: SWEEP,
    role: 'worker',
    async nextDue() {
      const dues = await Promise.all(
        tables.map((table) =>
          db.selectFrom(table).select('expiresAt').orderBy('expiresAt').limit(1).executeTakeFirst(),
        ),
      )
      const [first] = dues.flatMap((row) => row?.expiresAt ?? []).toSorted((a, b) => +a - +b)
      return first ?? null
    },
    async runDue() {
      let gone = 0
      for (const table of tables) {
        const deleted = await db
          .deleteFrom(table)
          .where('expiresAt', '<=', desk.clock.now())
          .executeTakeFirst()
        gone += Number(deleted.numDeletedRows)
      }
      return gone
    },
  }
}
