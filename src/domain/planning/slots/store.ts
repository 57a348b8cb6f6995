import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { listChannels } from '#domain/channels/index.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { PlanningTables } from '../tables.ts'
import type { Hour, SlotsView } from './api.ts'

/** The name under which whoever fills slots from the shelf is woken. */
export const SHELF_WORK = 'shelf'

/** The hours of every account of a company. */
export async function readSlots(db: Executor, companyId: string): Promise<SlotsView> {
  const { timeZone } = await companyOf(db, companyId)
  const slots = await tablesOf<PlanningTables>(db)
    .selectFrom('slots')
    .select(['channelId', 'weekday', 'time', 'evergreen'])
    .where('companyId', '=', companyId)
    .orderBy('weekday')
    .orderBy('time')
    .execute()
  return { timeZone, slots }
}

/** Gives an account its hours, in the place of those it had. @throws Problem when this company has no such account */
export async function putSlots(
  desk: Desk,
  { companyId, id: actor }: { companyId: string; id: string },
  channelId: string,
  hours: readonly Hour[],
): Promise<void> {
  const channels = await listChannels(desk.db, companyId)
  if (!channels.some(({ id }) => id === channelId)) throw new Problem(notFound)
  const at = desk.clock.now()
  await desk.db.transaction().execute(async (trx) => {
    await lockQueue(trx, companyId)
    const tables = tablesOf<PlanningTables>(trx)
    await tables.deleteFrom('slots').where('channelId', '=', channelId).execute()
    if (hours.length > 0) {
      await tables
        .insertInto('slots')
        .values(hours.map((hour) => ({ ...hour, companyId, channelId })))
        .onConflict((c) => c.doNothing())
        .execute()
    }
    await lookAtShelf(trx, companyId, at)
    const detail = { slots: hours.length }
    const subject = `channel:${channelId}`
    await audit(trx, { companyId, at, actor, action: 'slots.changed', subject, detail })
    await emit(trx, companyId, 'slots.changed', { channelId })
  })
}

/** Until the transaction ends, nobody else takes a slot of this company: no two posts get the same one. */
export async function lockQueue(trx: Executor, companyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`queue ${companyId}`}, 0))`.execute(trx)
}

/** Has the desk look for free slots of the shelf. */
export async function lookAtShelf(trx: Executor, companyId: string, lookAt: Date): Promise<void> {
  await tablesOf<PlanningTables>(trx)
    .insertInto('shelfLooks')
    .values({ companyId, lookAt })
    .onConflict((c) => c.column('companyId').doUpdateSet({ lookAt }))
    .execute()
  await wake(trx, SHELF_WORK)
}
