import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'

/** Takes out of alerts the words and the names of what its authors deleted: counts stay, as they were told. */
export async function forgetInAlerts(
  trx: Executor,
  companyId: string,
  mentionIds: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update alerts set facts = facts
      || case when facts->'first'->>'mentionId' = any(${mentionIds}) then '{"first": null}'::jsonb else '{}' end
      || case when facts->'amplifier'->>'mentionId' = any(${mentionIds}) then '{"amplifier": null}'::jsonb else '{}' end
    where company_id = ${companyId}
      and (facts->'first'->>'mentionId' = any(${mentionIds}) or facts->'amplifier'->>'mentionId' = any(${mentionIds}))
    returning id`.execute(trx)
  for (const { id } of rows) await emit(trx, companyId, 'alert.changed', { alertId: id })
}
