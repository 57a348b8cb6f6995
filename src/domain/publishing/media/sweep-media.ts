import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { PublishingTables } from '../tables.ts'
import { dropBytes } from './drop-bytes.ts'

export const SWEEP = 'media-sweep'

/** How long what was deleted can be brought back, in milliseconds. */
const SECOND_THOUGHTS_MS = 24 * 3_600_000

/** Removes for good what was deleted a day ago, and everything that was made of it. */
export function sweep(desk: Desk): DueWork {
  const media = () => tablesOf<PublishingTables>(desk.db)
  return {
    name: SWEEP,
    role: 'worker',
    async nextDue() {
      const first = await media()
        .selectFrom('media')
        .select((eb) => eb.fn.min('deletedAt').as('at'))
        .where('deletedAt', 'is not', null)
        .executeTakeFirst()
      return first?.at ? new Date(new Date(first.at).getTime() + SECOND_THOUGHTS_MS) : null
    },
    async runDue() {
      const since = new Date(desk.clock.now().getTime() - SECOND_THOUGHTS_MS)
      const gone = await media()
        .deleteFrom('media')
        .where('deletedAt', '<=', since)
        .returningAll()
        .execute()
      for (const { companyId, sha256, posterSha256 } of gone) {
        const sources = [sha256, ...(posterSha256 ? [posterSha256] : [])]
        const made = await media()
          .deleteFrom('renditions')
          .where('companyId', '=', companyId)
          .where('sourceSha256', 'in', sources)
          .returning('sha256')
          .execute()
        for (const hash of [...sources, ...made.map((one) => one.sha256)])
          await dropBytes(desk, hash)
      }
      return gone.length
    },
  }
}
