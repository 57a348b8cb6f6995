import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { PublishingTables } from '../tables.ts'

export const LETTERS_WORK = 'desk-letters'

export type LetterKind = 'waiting' | 'access' | 'tasks'

const GATHER = '1 minute'
/** Between two letters about the same: a bad day is no flood. */
const APART = '1 hour'

/**
 * Plans a letter by the desk itself. Letters about the same are one: what comes up within a minute is told
 * together, and what comes up after it was sent makes another, an hour later at the earliest.
 * @param once never a second one about this
 */
export async function planLetter(
  trx: Executor,
  { companyId, kind, about, at, once = false }: PlannedLetter,
): Promise<void> {
  await tablesOf<PublishingTables>(trx)
    .insertInto('deskLetters')
    .values({ companyId, kind, about, dueAt: sql<Date>`${at}::timestamptz + ${GATHER}::interval` })
    .onConflict((c) => {
      const same = c.columns(['companyId', 'kind', 'about'])
      if (once) return same.doNothing()
      return same
        .doUpdateSet({
          dueAt: sql<Date>`greatest(excluded.due_at, desk_letters.sent_at + ${APART}::interval)`,
          sentAt: null,
        })
        .where('deskLetters.sentAt', 'is not', null)
    })
    .execute()
  await wake(trx, LETTERS_WORK)
}

interface PlannedLetter {
  companyId: string
  kind: LetterKind
  about: string
  at: Date
  once?: boolean
}
