import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { takeTurn } from '../../turn.ts'
import { rereadBite } from './reread-bite.ts'
import type { RereadTables } from './tables.ts'

/** Somebody is saying something of a mention: it is looked at again when they have. */
const BUSY_MS = 1_000

export async function nextToReread(desk: Desk): Promise<Date | null> {
  const row = await tablesOf<RereadTables>(desk.db)
    .selectFrom('mentionRereadings')
    .select((eb) => eb.fn.min('dueAt').as('due'))
    .executeTakeFirst()
  return row?.due ?? null
}

/**
 * Reads anew a bite of the latest mentions of one company that is due, with what it has learnt by now. The company stays
 * due until none is left. One transaction: killed in between, nothing but the bite under way is to be done again.
 * @returns how many companies were looked at: one or none
 */
export async function rereadDue(desk: Desk): Promise<number> {
  const now = desk.clock.now()
  return tablesOf<RereadTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const companyId = await dueCompany(trx, now)
      if (companyId === undefined) return 0
      // Before its row: whoever has learnt something takes them in this order as well.
      await takeTurn(trx, companyId)
      const due = await trx
        .selectFrom('mentionRereadings')
        .selectAll()
        .where('companyId', '=', companyId)
        .where('dueAt', '<=', now)
        .forUpdate()
        .executeTakeFirst()
      if (!due) return 1
      const { last, isWhole, changed } = await rereadBite(trx, due)
      if (!isWhole) await setPlace(trx, companyId, { dueAt: new Date(now.getTime() + BUSY_MS) })
      else if (last) await setPlace(trx, companyId, { placeAt: last.at, placeId: last.id })
      else await trx.deleteFrom('mentionRereadings').where('companyId', '=', companyId).execute()
      if (changed > 0 || !last) await emit(trx, companyId, 'mention.changed', { reread: changed })
      return 1
    })
}

async function dueCompany(trx: Executor, now: Date): Promise<string | undefined> {
  const row = await tablesOf<RereadTables>(trx)
    .selectFrom('mentionRereadings')
    .select('companyId')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst()
  return row?.companyId
}

async function setPlace(
  trx: Executor,
  companyId: string,
  place: Partial<Omit<RereadTables['mentionRereadings'], 'companyId'>>,
): Promise<void> {
  await tablesOf<RereadTables>(trx)
    .updateTable('mentionRereadings')
    .set(place)
    .where('companyId', '=', companyId)
    .execute()
}
