import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Actor } from '#platform/http/route.ts'
import { risks } from '../signals/names.ts'
import type { settingsInput, settingsView } from './api.ts'
import type { AlertsTables } from './tables.ts'
import { watchAll } from './watch.ts'

export type Settings = z.output<typeof settingsView>

/**
 * One false alarm a month, as long as nobody said otherwise, and posts that are not waited with until there are several:
 * calls to boycott and dangers come in crowds, and are counted among the worrying ones as well.
 */
const UNSAID: Settings = {
  perMonth: 1,
  byMail: true,
  policy: '',
  people: [],
  risks: ['leak', 'impostor', 'threat'],
}

export async function alertSettings(db: Executor, companyId: string): Promise<Settings> {
  const row = await tablesOf<AlertsTables>(db)
    .selectFrom('alertSettings')
    .select(['perMonth', 'byMail', 'policy', 'people', 'risks'])
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return row ?? UNSAID
}

/** Keeps how the company wants to be alerted; every query is looked at again with the new budget. */
export async function keepSettings(
  desk: Desk,
  actor: Actor,
  given: z.output<typeof settingsInput>,
): Promise<Settings> {
  const { companyId } = actor
  const at = desk.clock.now()
  return tablesOf<AlertsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const chosen = given.risks ?? (await alertSettings(trx, companyId)).risks
      const settings = { ...given, risks: risks.filter((one) => chosen.includes(one)) }
      const row = { ...settings, people: JSON.stringify(settings.people) }
      await trx
        .insertInto('alertSettings')
        .values({ companyId, ...row })
        .onConflict((c) => c.column('companyId').doUpdateSet(row))
        .execute()
      await watchAll(trx, companyId, at)
      const subject = `company:${companyId}`
      const action = 'alert.settings-changed' as const
      const detail = { perMonth: settings.perMonth }
      await audit(trx, { companyId, at, actor: actor.id, action, subject, detail })
      await emit(trx, companyId, 'alert.changed')
      return settings
    })
}
