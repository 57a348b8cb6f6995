import type { Clock } from '#platform/clock.ts'
import { type Database, tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'

/** How long an answer waits for whoever asks again under the same key. */
const KEPT_MS = 24 * 3_600_000

/**
 * Forgets the answers kept under Idempotency-Keys. They repeat what people wrote, and would outlive its being forgotten
 * everywhere else; after that, the same request makes the same ids once more.
 */
export function forgetAnswers(db: Database, clock: Clock): DueWork {
  const tables = tablesOf<{ idempotencyKeys: { createdAt: Date } }>(db)
  return {
    name: 'answers-forget',
    role: 'worker',
    async nextDue() {
      const row = await tables
        .selectFrom('idempotencyKeys')
        .select((eb) => eb.fn.min('createdAt').as('first'))
        .executeTakeFirst()
      return row?.first ? new Date(row.first.getTime() + KEPT_MS) : null
    },
    async runDue() {
      const before = new Date(clock.now().getTime() - KEPT_MS)
      const done = await tables
        .deleteFrom('idempotencyKeys')
        .where('createdAt', '<=', before)
        .executeTakeFirst()
      return Number(done.numDeletedRows)
    },
  }
}
