import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Actor } from '#platform/http/route.ts'
import type { memberChanges, Role } from '../api.ts'
import { audit } from '../audit/audit.ts'
import type { GovernanceTables } from '../tables.ts'
import {
  holdMembership,
  limitToAccounts,
  type Membership,
  refuseLastOwner,
  refuseUnlessOwner,
} from './membership.ts'

/** Roles that see to the whole company: they are never limited to some accounts. */
export const unlimited = (role: Role) => role === 'owner' || role === 'manager'

/**
 * Gives a member another role, or other accounts to write for. It holds from their next request on.
 * @throws Problem when that would leave no owner, or an owner is concerned and the actor is none
 */
export async function changeMember(
  desk: Desk,
  actor: Actor,
  userId: string,
  { role, channelIds }: z.output<typeof memberChanges>,
): Promise<void> {
  const { companyId } = actor
  await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const member = await holdMembership(trx, companyId, userId)
      refuseUnlessOwner(actor, member.role, role)
      const by = { companyId, at: desk.clock.now(), actor: actor.id, subject: `member:${userId}` }
      if (role && role !== member.role) {
        await giveRole(trx, member, role)
        const detail = { role, before: member.role }
        await audit(trx, { ...by, action: 'member.role-changed', detail })
      }
      const limit = unlimited(role ?? member.role) ? null : channelIds
      if (limit !== undefined) await limitToAccounts(trx, member, limit)
      if (channelIds !== undefined && limit !== undefined) {
        const detail = { accounts: limit?.length ?? 'all' }
        await audit(trx, { ...by, action: 'member.accounts-changed', detail })
      }
      await emit(trx, companyId, 'member.changed', { userId })
    })
}

async function giveRole(trx: Executor, member: Membership, role: Role): Promise<void> {
  if (role !== 'owner') await refuseLastOwner(trx, member)
  await tablesOf<GovernanceTables>(trx)
    .updateTable('memberships')
    .set({ role })
    .where('companyId', '=', member.companyId)
    .where('userId', '=', member.userId)
    .execute()
}
