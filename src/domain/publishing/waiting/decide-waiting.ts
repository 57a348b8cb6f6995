import { sql } from 'kysely'
import { connectorOf, findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { DELIVERIES_WORK, giveUpAfter } from '../deliveries/ledger.ts'
import { accountClosed, notNow } from '../errors.ts'
import type { Hold } from '../model.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import type { DecidedView } from './api.ts'
import { isAsked, waits } from './list-waiting.ts'
import { type Slots, slotsFrom } from './slots.ts'

type Decision = 'release' | 'cancel'

/**
 * What a person decides about deliveries that wait for it. Released, each leaves at its hour, or else now; those
 * whose hour is past leave one after another by account, never in a burst. What has been decided meanwhile, or
 * waits for nobody, is left as it is.
 */
export async function decideWaiting(
  desk: Desk,
  actor: Actor,
  ids: readonly string[],
  decision: Decision,
): Promise<DecidedView> {
  const { companyId } = actor
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const now = desk.clock.now()
      const rows = await asked(trx, companyId, ids)
      const slots = slotsFrom(now)
      const told: DecidedView = { decided: [], closed: [] }
      const threads = new Set<string>()
      for (const row of rows) {
        // What follows in its thread was decided with what it follows.
        const thread = `${row.postId ?? row.id} ${row.channelId}`
        if (threads.has(thread)) continue
        threads.add(thread)
        const account = await findChannel(trx, companyId, row.channelId)
        if (decision === 'release' && account?.state !== 'connected') {
          const handle = account?.handle ?? '?'
          if (!told.closed.includes(handle)) told.closed.push(handle)
          continue
        }
        const gap = account ? connectorOf(desk, account).manifest.minGapMs : 0
        const at = decision === 'release' ? hourFor(row, now, slots, gap) : null
        await put(trx, row, at, now)
        await record(trx, actor, row, decision, now)
        told.decided.push({ id: row.id, at: at?.toISOString() ?? null })
      }
      await wake(trx, DELIVERIES_WORK)
      return told
    })
}

/**
 * One of them.
 * @throws Problem when it waits for nobody any more, or its account must be connected again first
 */
export async function releaseOne(desk: Desk, actor: Actor, id: string): Promise<Delivery> {
  const seen = await oneOf(desk.db, actor.companyId, id)
  if (!seen) throw new Problem(notFound)
  if (!waits(seen)) throw new Problem(notNow)
  const { closed, decided } = await decideWaiting(desk, actor, [id], 'release')
  if (closed[0]) throw new Problem(accountClosed, { account: closed[0] })
  const after = await oneOf(desk.db, actor.companyId, id)
  if (decided.length === 0 || !after) throw new Problem(notNow)
  return after
}

const oneOf = (db: Executor, companyId: string, id: string) =>
  tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Held until the transaction ends, in the order in which they should have left. */
async function asked(trx: Executor, companyId: string, ids: readonly string[]) {
  const rows = await tablesOf<PublishingTables>(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', 'in', [...new Set(ids)])
    .where('state', '=', 'planned')
    .where('mustConfirm', '=', false)
    .where(isAsked)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.sort(
    (a, b) =>
      a.plannedAt.getTime() - b.plannedAt.getTime() || a.part - b.part || (a.id < b.id ? -1 : 1),
  )
}

function hourFor(row: Delivery, now: Date, slots: Slots, minGapMs: number): Date {
  return row.plannedAt > now
    ? row.plannedAt
    : slots.next(row.channelId, row.kind === 'reply', minGapMs)
}

/** Its thread goes with it. @param at null: it does not leave */
async function put(trx: Executor, row: Delivery, at: Date | null, now: Date): Promise<void> {
  const thread = tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .where('channelId', '=', row.channelId)
    .where('state', '=', 'planned')
    .where('mustConfirm', '=', false)
    .where((eb) =>
      row.postId
        ? eb('postId', '=', row.postId).and('part', '>=', row.part)
        : eb('id', '=', row.id),
    )
  const holds = sql<Hold[]>`array_remove(holds, 'ask')`
  await (
    at
      ? thread.set({ holds, dueAt: at, giveUpAt: giveUpAfter(at), wait: null, updatedAt: now })
      : thread.set({ holds, state: 'cancelled', failure: null, updatedAt: now })
  ).execute()
}

async function record(
  trx: Executor,
  actor: Actor,
  { id, companyId, postId, channelId }: Delivery,
  decision: Decision,
  at: Date,
): Promise<void> {
  await audit(trx, {
    companyId,
    at,
    actor: actor.id,
    action: `delivery.${decision}`,
    subject: `delivery:${id}`,
    detail: { from: 'ask' },
  })
  await emit(trx, companyId, 'delivery.changed', { deliveryId: id, postId, channelId })
}
