import type { Insertable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import { findChannel, listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { PublishingTables } from '../tables.ts'
import type { crisisInput } from './api.ts'
import { closeBarrier } from './barrier.ts'
import { carryThrough } from './carry-through.ts'
import { nothingToHold } from './errors.ts'

type Asked = z.output<typeof crisisInput>

/**
 * Holds everything scheduled. When this returns, nothing of it leaves any more but what was leaving already.
 * First the switch is written and committed, which every worker sees before it sends; then what is planned is
 * marked, so that people see it. Pressed twice, it is one switch.
 * @returns the switch's id
 * @throws Problem when there is no such account, network or campaign
 */
export async function pressSwitch(desk: Desk, actor: Actor, asked: Asked): Promise<string> {
  const { companyId } = actor
  const one = { ...asked, companyId, target: asked.scope === 'company' ? '' : asked.target }
  await refuseUnknown(desk, one)
  const row = { ...one, onAt: desk.clock.now(), onBy: actor.name, onById: actor.id }
  // Somebody may press the same one at this instant: then theirs is found at the second look.
  const id = (await write(desk, row)) ?? (await write(desk, row))
  if (!id) throw new Error('the same switch was pressed and lifted while it was being pressed')
  await carryThrough(desk, id)
  return id
}

async function write(desk: Desk, row: NewSwitch): Promise<string | undefined> {
  const { companyId, scope, target, replies } = row
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      // Before the barrier, behind which nobody may wait for a row.
      const earlier = await trx
        .selectFrom('crisisSwitches')
        .select(['id', 'replies'])
        .where('companyId', '=', companyId)
        .where('scope', '=', scope)
        .where('target', '=', target)
        .where('liftedAt', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      await closeBarrier(trx, companyId)
      if (!earlier) {
        const insert = trx.insertInto('crisisSwitches').values({ ...row, id: uuid() })
        const made = await insert
          .onConflict((c) => c.doNothing())
          .returning('id')
          .execute()
        return made[0]?.id
      }
      const set = { replies: earlier.replies || replies }
      await trx.updateTable('crisisSwitches').set(set).where('id', '=', earlier.id).execute()
      return earlier.id
    })
}

type NewSwitch = Omit<Insertable<PublishingTables['crisisSwitches']>, 'id'>

/**
 * Lifts it. What nothing else holds now waits for a person's word, post by post: nothing leaves by this alone.
 * @returns how many posts wait for somebody to say what becomes of them
 * @throws Problem when it is not on
 */
export async function liftSwitch(desk: Desk, actor: Actor, id: string): Promise<number> {
  const { companyId } = actor
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const one = await trx
        .selectFrom('crisisSwitches')
        .select('id')
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .where('liftedAt', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      if (!one) throw new Problem(notFound)
      await closeBarrier(trx, companyId)
      await trx
        .updateTable('crisisSwitches')
        .set({ liftedAt: desk.clock.now(), liftedBy: actor.name, liftedById: actor.id })
        .where('id', '=', id)
        .execute()
    })
  return carryThrough(desk, id)
}

async function refuseUnknown(desk: Desk, { companyId, scope, target }: NewTarget) {
  if (await exists(desk, companyId, scope, target)) return
  const { detail } = nothingToHold
  throw new Problem(nothingToHold, {}, { fields: [{ pointer: '/target', detail }] })
}

type NewTarget = Pick<NewSwitch, 'companyId' | 'scope' | 'target'>

async function exists(
  desk: Desk,
  companyId: string,
  scope: Asked['scope'],
  target: string,
): Promise<boolean> {
  if (scope === 'company') return true
  if (scope === 'network') {
    const channels = await listChannels(desk.db, companyId)
    return channels.some(({ connectorId }) => connectorId === target)
  }
  if (!UUID.test(target)) return false
  if (scope === 'account') return Boolean(await findChannel(desk.db, companyId, target))
  const campaign = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('campaigns')
    .select('id')
    .where('companyId', '=', companyId)
    .where('id', '=', target)
    .executeTakeFirst()
  return campaign !== undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
