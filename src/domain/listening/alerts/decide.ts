import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { AlertsTables } from './tables.ts'
import { watchQueries } from './watch.ts'

const HOUR = 3_600_000

/** “I take care of it.” The first to say so is kept. @throws Problem when there is no such alert */
export const acknowledge = (desk: Desk, actor: Actor, id: string): Promise<void> =>
  decide(desk, actor, id, 'alert.acknowledged', ({ state }, at) =>
    state === 'open'
      ? { state: 'acknowledged' as const, acknowledgedBy: actor.name, acknowledgedAt: at }
      : null,
  )

/**
 * Ends an alert. What was nothing belongs to the usual from now on, what was real does not.
 * @throws Problem when there is no such alert
 */
export const close = (
  desk: Desk,
  actor: Actor,
  id: string,
  verdict: 'real' | 'nothing',
): Promise<void> =>
  decide(desk, actor, id, 'alert.closed', ({ endedAt }, at) => ({
    state: 'closed' as const,
    verdict,
    closedBy: actor.name,
    closedAt: at,
    endedAt: endedAt ?? at,
  }))

/** Keeps an alert from being told again for a while; it is followed all the same. @throws Problem when there is none */
export const snooze = (desk: Desk, actor: Actor, id: string, hours: number): Promise<void> =>
  decide(desk, actor, id, 'alert.snoozed', (_, at) => ({
    snoozedUntil: new Date(at.getTime() + hours * HOUR),
  }))

type Row = { state: 'open' | 'acknowledged' | 'closed'; endedAt: Date | null }
type Change = Partial<{
  state: 'acknowledged' | 'closed'
  verdict: 'real' | 'nothing'
  acknowledgedBy: string
  acknowledgedAt: Date
  closedBy: string
  closedAt: Date
  endedAt: Date
  snoozedUntil: Date
}>

async function decide(
  desk: Desk,
  actor: Actor,
  id: string,
  action: AuditAction,
  change: (row: Row, at: Date) => Change | null,
): Promise<void> {
  const { companyId } = actor
  const at = desk.clock.now()
  await tablesOf<AlertsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      // What is usual may change with a verdict. Before the alert is locked: who looks at a query locks it first.
      if (action === 'alert.closed') await watchAgain(trx, companyId, id, at)
      const row = await trx
        .selectFrom('alerts')
        .select(['state', 'endedAt'])
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!row) throw new Problem(notFound)
      const set = change(row, at)
      if (!set) return
      await trx.updateTable('alerts').set(set).where('id', '=', id).execute()
      await audit(trx, { companyId, at, actor: actor.id, action, subject: `alert:${id}` })
      await emit(trx, companyId, 'alert.changed', { alertId: id })
    })
}

async function watchAgain(trx: Executor, companyId: string, id: string, at: Date): Promise<void> {
  const row = await tablesOf<AlertsTables>(trx)
    .selectFrom('alerts')
    .select('queryId')
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row?.queryId) await watchQueries(trx, companyId, [row.queryId], at)
}
