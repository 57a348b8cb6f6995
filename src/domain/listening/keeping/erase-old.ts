import type { Transaction } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { firstDue } from '#platform/jobs/first-due.ts'
import { forgetAssignments } from '../mentions/assign/assign-mention.ts'
import { forgetFolds } from '../mentions/folds/forget-folds.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'
import { isHandled } from './handled.ts'
import { monthsBefore, PASS_MS } from './keeping.ts'

/** So few that whatever is heard meanwhile waits for some milliseconds at most. */
const BITE = 500

export async function nextToErase(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentionKeeping')
    .select((eb) => eb.fn.min('dueAt').as('due'))
    .executeTakeFirst()
  return row?.due ?? null
}

/**
 * Erases a bite of the mentions that one company has kept long enough and nobody touched. The company stays due until
 * none is left; then it is due a day later. Killed in between, nothing but the bite under way is to be done again.
 * @returns how many companies were looked at: one or none
 */
export async function eraseOld(desk: Desk): Promise<number> {
  const now = desk.clock.now()
  return tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('mentionKeeping')
        .select(['companyId', 'months', 'erasing'])
        .$call((rows) => firstDue(rows, 'dueAt', now))
        .executeTakeFirst()
      if (!due) return 0
      const { companyId, months } = due
      await takeTurn(trx, companyId)
      const gone = months === null ? 0 : await bite(trx, companyId, monthsBefore(now, months))
      const erasing = due.erasing + gone
      if (gone === BITE) await keepGoing(trx, companyId, erasing)
      else await endPass(trx, companyId, erasing, now)
      return 1
    })
}

async function bite(
  trx: Transaction<ListeningTables>,
  companyId: string,
  before: Date,
): Promise<number> {
  const gone = await trx
    .deleteFrom('mentions')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('mentions')
        .select('mentions.id')
        .where('companyId', '=', companyId)
        .where('at', '<', before)
        .where((old) => old.not(isHandled(old)))
        .orderBy('at')
        .limit(BITE),
    )
    .returning('id')
    .execute()
  const ids = gone.map(({ id }) => id)
  await forgetFolds(trx, ids)
  await forgetAssignments(trx, ids)
  return gone.length
}

async function keepGoing(trx: Transaction<ListeningTables>, companyId: string, erasing: number) {
  await trx
    .updateTable('mentionKeeping')
    .set({ erasing })
    .where('companyId', '=', companyId)
    .execute()
}

async function endPass(
  trx: Transaction<ListeningTables>,
  companyId: string,
  count: number,
  now: Date,
) {
  await trx
    .updateTable('mentionKeeping')
    .set({
      dueAt: new Date(now.getTime() + PASS_MS),
      erasing: 0,
      ...(count > 0 ? { erased: count, erasedAt: now } : {}),
    })
    .where('companyId', '=', companyId)
    .execute()
  if (count === 0) return
  const subject = `company:${companyId}`
  const action = 'company.mentions_erased' as const
  await audit(trx, { companyId, at: now, actor: 'desk', action, subject, detail: { count } })
  await emit(trx, companyId, 'mention.changed', { erased: count })
}
