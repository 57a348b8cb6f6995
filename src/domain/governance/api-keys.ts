import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { hashToken, randomToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { ApiKeyView, newApiKey } from './api.ts'
import { audit } from './audit/audit.ts'
import { keyBeyondAccounts, keyBeyondRole } from './errors.ts'
import type { GovernanceTables } from './tables.ts'

const PREFIX = 'vigie_'
const SHOWN = PREFIX.length + 6

/**
 * Makes a key for a program. The key is answered once; only its SHA-256 is kept.
 * @throws Problem when it would allow more than its maker may do
 */
export async function createApiKey(
  desk: Desk,
  actor: Actor,
  id: string,
  { name, scopes, channelIds }: z.output<typeof newApiKey>,
) {
  const beyond = scopes.filter((scope) => !actor.scopes.has(scope))
  if (beyond.length > 0) throw new Problem(keyBeyondRole, { scopes: beyond.join(', ') })
  refuseMoreAccounts(actor, channelIds)
  const key = PREFIX + randomToken()
  const at = desk.clock.now()
  const row = { id, name, scopes, channelIds, prefix: key.slice(0, SHOWN), createdAt: at }
  await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const owned = { companyId: actor.companyId, createdBy: actor.id, keyHash: hashToken(key) }
      await trx
        .insertInto('apiKeys')
        .values({ ...row, ...owned, lastUsedAt: null, expiresAt: null })
        .execute()
      await audit(trx, {
        companyId: actor.companyId,
        at: row.createdAt,
        actor: actor.id,
        action: 'key.created',
        subject: `key:${id}`,
        detail: { scopes },
      })
    })
  return { ...present({ ...row, lastUsedAt: null }), key }
}

export async function listApiKeys(desk: Desk, companyId: string): Promise<ApiKeyView[]> {
  const rows = await tablesOf<GovernanceTables>(desk.db)
    .selectFrom('apiKeys')
    .select(['id', 'name', 'prefix', 'scopes', 'channelIds', 'createdAt', 'lastUsedAt'])
    .where('companyId', '=', companyId)
    .orderBy('createdAt', 'desc')
    .execute()
  return rows.map(present)
}

export async function deleteApiKey(desk: Desk, actor: Actor, id: string): Promise<void> {
  await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const gone = await trx
        .deleteFrom('apiKeys')
        .where('companyId', '=', actor.companyId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (!gone) throw new Problem(notFound)
      await audit(trx, {
        companyId: actor.companyId,
        at: desk.clock.now(),
        actor: actor.id,
        action: 'key.deleted',
        subject: `key:${id}`,
      })
    })
}

/** @throws Problem when the key would write for accounts that its maker may not write for */
function refuseMoreAccounts({ channels }: Actor, channelIds: string[] | null): void {
  if (channels === 'all' || channelIds?.every((id) => channels.has(id))) return
  throw new Problem(keyBeyondAccounts)
}

function present(
  row: Omit<ApiKeyView, 'createdAt' | 'lastUsedAt'> & { createdAt: Date; lastUsedAt: Date | null },
): ApiKeyView {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }
}
