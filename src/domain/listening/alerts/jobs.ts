import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { sendingsWork } from '#platform/jobs/sendings.ts'
import { alertLetters } from './letters/send-letters.ts'
import { lookAtNext } from './look.ts'
import type { AlertsTables } from './tables.ts'
import { ALERTS_WORK } from './watch.ts'

/** Looks at queries as mentions come in, and sends the letters of alerts. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: ALERTS_WORK,
      role: 'worker',
      async nextDue() {
        const row = await tablesOf<AlertsTables>(desk.db)
          .selectFrom('queryWatches')
          .select((eb) => eb.fn.min('dueAt').as('due'))
          .executeTakeFirst()
        return row?.due ?? null
      },
      runDue: async () => ((await lookAtNext(desk)) ? 1 : 0),
    },
    sendingsWork(desk, alertLetters),
  ]
}
