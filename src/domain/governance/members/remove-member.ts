import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { audit } from '../audit/audit.ts'
import { notByProgram } from '../errors.ts'
import type { GovernanceTables } from '../tables.ts'
import {
  holdMembership,
  type Membership,
  refuseLastOwner,
  refuseUnlessOwner,
} from './membership.ts'

/**
 * Takes somebody out of the company. The door asks for the membership at each request, so the next one of theirs is
 * refused. What they wrote stays. @param keys what becomes of the API keys they made
 * @throws Problem when they are the last owner, or an owner and the actor is none
 */
export async function removeMember(
  desk: Desk,
  actor: Actor,
  userId: string,
  keys: 'revoke' | 'keep',
): Promise<void> {
  await takeOut(desk, actor, userId, keys, (member) => refuseUnlessOwner(actor, member.role))
}

/** Leaves the company by one's own wish; one's keys are revoked. @throws Problem for the last owner */
export async function leaveCompany(desk: Desk, actor: Actor): Promise<void> {
  if (actor.kind !== 'user') throw new Problem(notByProgram)
  await takeOut(desk, actor, actor.id, 'revoke')
}

async function takeOut(
  desk: Desk,
  actor: Actor,
  userId: string,
  keys: 'revoke' | 'keep',
  allowed: (member: Membership) => void = () => {},
): Promise<void> {
  const { companyId } = actor
  const at = desk.clock.now()
  await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const member = await holdMembership(trx, companyId, userId)
      allowed(member)
      await refuseLastOwner(trx, member)
      await trx
        .deleteFrom('memberships')
        .where('companyId', '=', companyId)
        .where('userId', '=', userId)
        .execute()
      const revoked = keys === 'revoke' ? await revokeKeys(trx, companyId, userId) : 0
      await audit(trx, {
        companyId,
        at,
        actor: actor.id,
        action: actor.id === userId ? 'member.left' : 'member.removed',
        subject: `member:${userId}`,
        detail: { role: member.role, revokedKeys: revoked },
      })
      await emit(trx, companyId, 'member.removed', { userId })
    })
}

async function revokeKeys(trx: Executor, companyId: string, userId: string): Promise<number> {
  const gone = await tablesOf<GovernanceTables>(trx)
    .deleteFrom('apiKeys')
    .where('companyId', '=', companyId)
    .where('createdBy', '=', userId)
    .returning('id')
    .execute()
  return gone.length
}
