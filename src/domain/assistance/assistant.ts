import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { z } from 'zod'
import type { assistantInput, AssistantView } from './api.ts'
import { noAssistant } from './errors.ts'
import type { AssistanceTables } from './tables.ts'

interface Actor {
  companyId: string
  id: string
  name: string
}

/** Where a company asks for help, its key opened. Never log it. */
export interface Assistant {
  address: string
  host: string
  model: string
  key: string | null
}

const contextOf = (companyId: string) => `assistant:${companyId}`

/** What people may know of it: null when there is none. */
export async function viewAssistant(
  db: Executor,
  companyId: string,
): Promise<AssistantView | null> {
  const row = await find(db, companyId)
  if (!row) return null
  const { address, model, sealedKey, updatedBy, updatedAt } = row
  return {
    address,
    host: new URL(address).host,
    model,
    hasKey: sealedKey !== null,
    updatedBy,
    updatedAt: updatedAt.toISOString(),
  }
}

/** @throws Problem when the company has none */
export async function assistantOf(desk: Desk, companyId: string): Promise<Assistant> {
  const row = await find(desk.db, companyId)
  if (!row) throw new Problem(noAssistant)
  const { address, model, sealedKey } = row
  const key = sealedKey === null ? null : desk.secrets.open(sealedKey, contextOf(companyId))
  return { address, host: new URL(address).host, model, key }
}

export async function keepAssistant(
  desk: Desk,
  { companyId, id, name }: Actor,
  { address: typed, model, key }: z.output<typeof assistantInput>,
): Promise<void> {
  const address = baseOf(typed)
  const now = desk.clock.now()
  await tablesOf<AssistanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const before = await find(trx, companyId)
      const sameHost = before && new URL(before.address).origin === new URL(address).origin
      const kept = sameHost ? before.sealedKey : null
      const sealedKey =
        key === undefined ? kept : key ? desk.secrets.seal(key, contextOf(companyId)) : null
      const row = { address, model, sealedKey, updatedBy: name, updatedAt: now }
      await trx
        .insertInto('assistants')
        .values({ companyId, ...row })
        .onConflict((c) => c.column('companyId').doUpdateSet(row))
        .execute()
      const detail = { host: new URL(address).host, model, hasKey: sealedKey !== null }
      const subject = `company:${companyId}`
      await audit(trx, { companyId, at: now, actor: id, action: 'assistant.set', subject, detail })
    })
}

export async function dropAssistant(desk: Desk, { companyId, id }: Actor): Promise<void> {
  await tablesOf<AssistanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const gone = await trx
        .deleteFrom('assistants')
        .where('companyId', '=', companyId)
        .returning('address')
        .executeTakeFirst()
      if (!gone) return
      const at = desk.clock.now()
      const subject = `company:${companyId}`
      await audit(trx, { companyId, at, actor: id, action: 'assistant.removed', subject })
    })
}

/** People paste whole addresses: with the method’s path, a slash too many, or a query. */
function baseOf(typed: string): string {
  const { origin, pathname } = new URL(typed)
  return origin + pathname.replace(/\/chat\/completions\/?$/, '').replace(/\/+$/, '')
}

const find = (db: Executor, companyId: string) =>
  tablesOf<AssistanceTables>(db)
    .selectFrom('assistants')
    .selectAll()
    .where('companyId', '=', companyId)
    .executeTakeFirst()
