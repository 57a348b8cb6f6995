import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { liftHold, putHold } from '../deliveries/holds.ts'
import type { CrisisSwitch, PublishingTables } from '../tables.ts'
import { covers, switchesOn } from './covers.ts'
import { ledgerRows, postsAmong } from './ledger-rows.ts'

/**
 * Does what a switch that is written still leaves to do: marks what it holds, or hands it back. In one transaction,
 * once, whoever comes first: the request that pressed it, or a worker when that request died.
 * @returns posts that were leaving already (pressed), or that wait for a person's word (lifted)
 */
export async function carryThrough(desk: Desk, id: string): Promise<number> {
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const one = await trx
        .selectFrom('crisisSwitches')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!one) return 0
      if (one.liftedAt && !one.releasedAt) return handBack(trx, one, desk.clock.now())
      return one.appliedAt ? one.leaving : holdAll(trx, one, desk.clock.now())
    })
}

async function holdAll(trx: Executor, one: CrisisSwitch, now: Date): Promise<number> {
  const { id, companyId, scope, target, onById: actor } = one
  const rows = (await ledgerRows(trx, companyId)).filter((row) => covers(one, row))
  const deliveryIds = rows.filter(({ state }) => state !== 'sending').map((row) => row.id)
  const posts = await putHold(trx, { companyId, deliveryIds }, 'crisis', now)
  // Read after the marking: what a worker took meanwhile is among them.
  const after = (await ledgerRows(trx, companyId)).filter((row) => covers(one, row))
  const leaving = postsAmong(after.filter(({ state }) => state === 'sending'))
  await tablesOf<PublishingTables>(trx)
    .updateTable('crisisSwitches')
    .set({ appliedAt: now, leaving })
    .where('id', '=', id)
    .execute()
  const detail = { scope, target, held: posts.length, leaving }
  await audit(trx, {
    companyId,
    at: now,
    actor,
    action: 'crisis.on',
    subject: `crisis:${id}`,
    detail,
  })
  await emit(trx, companyId, 'crisis.on', {
    crisisId: id,
    scope,
    target,
    held: posts.length,
    leaving,
  })
  return leaving
}

async function handBack(trx: Executor, one: CrisisSwitch, now: Date): Promise<number> {
  const { id, companyId, scope, target } = one
  const on = await switchesOn(trx, companyId)
  const free = (await ledgerRows(trx, companyId, { held: true })).filter(
    (row) => !on.some((other) => covers(other, row)),
  )
  const idsOf = (rows: typeof free) => rows.map((row) => row.id)
  const planned = free.filter(({ state }) => state === 'planned')
  const asked = await liftHold(
    trx,
    { companyId, deliveryIds: idsOf(planned) },
    'crisis',
    now,
    'ask',
  )
  // What was taken off or has left meanwhile asks for nothing.
  const settled = free.filter(({ state }) => state !== 'planned')
  await liftHold(trx, { companyId, deliveryIds: idsOf(settled) }, 'crisis', now)
  await tablesOf<PublishingTables>(trx)
    .updateTable('crisisSwitches')
    .set({ releasedAt: now, appliedAt: one.appliedAt ?? now })
    .where('id', '=', id)
    .execute()
  const detail = { scope, target, asked: asked.length }
  const actor = one.liftedById ?? 'desk'
  await audit(trx, {
    companyId,
    at: now,
    actor,
    action: 'crisis.off',
    subject: `crisis:${id}`,
    detail,
  })
  await emit(trx, companyId, 'crisis.off', { crisisId: id, ...detail })
  return asked.length
}
