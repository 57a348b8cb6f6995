import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Actor } from '#platform/http/route.ts'
import type { PublishingTables } from '../tables.ts'
import type { PublishingRules } from './api.ts'

/**
 * An hour: a restart, an upgrade or a nap of the machine passes unnoticed, and “ten o’clock” said at eleven is
 * still the same morning. Past that a greeting, an offer or a live announcement may be wrong.
 * Thirty days: about what a follower of an account that posts weekly still remembers.
 */
const DEFAULT_RULES: PublishingRules = { lateMinutes: 60, duplicateDays: 30 }

export async function rulesOf(db: Executor, companyId: string): Promise<PublishingRules> {
  const row = await tablesOf<PublishingTables>(db)
    .selectFrom('publishingRules')
    .select(['lateMinutes', 'duplicateDays'])
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return row ?? DEFAULT_RULES
}

export async function changeRules(
  desk: Desk,
  actor: Actor,
  changes: Partial<PublishingRules>,
): Promise<PublishingRules> {
  const { companyId } = actor
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const before = await rulesOf(trx, companyId)
      const rules = { ...before, ...changes }
      const updatedAt = desk.clock.now()
      await trx
        .insertInto('publishingRules')
        .values({ companyId, ...rules, updatedAt })
        .onConflict((c) => c.column('companyId').doUpdateSet({ ...rules, updatedAt }))
        .execute()
      await audit(trx, {
        companyId,
        at: updatedAt,
        actor: actor.id,
        action: 'publishing.rules_changed',
        subject: `company:${companyId}`,
        detail: { before, after: rules },
      })
      await emit(trx, companyId, 'company.changed')
      return rules
    })
}
