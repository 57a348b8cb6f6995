import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { againAfterDeadlock } from '#platform/db/again-after-deadlock.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import type { companyChanges, newCompany } from './api.ts'
import { audit } from './audit/audit.ts'
import { notPractice } from './errors.ts'
import { type Company, companyOf } from './store.ts'
import type { GovernanceTables } from './tables.ts'

/** Makes a company and its owner. @param practice a company where nothing is real */
export async function createCompany(
  db: Executor,
  owner: { userId: string },
  {
    id = uuid(),
    practice = false,
    at,
    ...company
  }: z.infer<typeof newCompany> & { id?: string; practice?: boolean; at: Date },
): Promise<Company> {
  const tables = tablesOf<GovernanceTables>(db)
  const row = { ...company, id, practice, publicUrl: null }
  await tables
    .insertInto('companies')
    .values({ ...row, createdAt: at })
    .execute()
  await tables
    .insertInto('memberships')
    .values({ companyId: id, userId: owner.userId, role: 'owner', createdAt: at })
    .execute()
  await audit(db, {
    companyId: id,
    at,
    actor: owner.userId,
    action: 'company.created',
    subject: `company:${id}`,
  })
  return row
}

export async function changeCompany(
  desk: Desk,
  actor: Actor,
  changes: z.infer<typeof companyChanges>,
): Promise<Company> {
  return tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const { publicUrl } = changes
      const set = { ...changes, ...(publicUrl ? { publicUrl: new URL(publicUrl).origin } : {}) }
      if (Object.keys(set).length > 0) {
        await trx.updateTable('companies').set(set).where('id', '=', actor.companyId).execute()
      }
      const subject = `company:${actor.companyId}`
      await audit(trx, {
        companyId: actor.companyId,
        at: desk.clock.now(),
        actor: actor.id,
        action: 'company.changed',
        subject,
        detail: set,
      })
      await emit(trx, actor.companyId, 'company.changed')
      return companyOf(trx, actor.companyId)
    })
}

/** Deletes a practice company and everything in it. @throws Problem for a real company */
export async function deletePracticeCompany(desk: Desk, companyId: string): Promise<void> {
  const company = await companyOf(desk.db, companyId)
  if (!company.practice) throw new Problem(notPractice, { name: company.name })
  // Whatever works in it meanwhile holds some of its rows, and waits for others that are going.
  await againAfterDeadlock(() =>
    tablesOf<GovernanceTables>(desk.db)
      .deleteFrom('companies')
      .where('id', '=', companyId)
      .execute(),
  )
}
