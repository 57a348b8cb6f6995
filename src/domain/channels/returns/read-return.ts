import type { Selectable } from 'kysely'
import type { Connected } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Language } from '#platform/text.ts'
import type { Who } from '../connect-account.ts'
import { connectionExpired } from '../errors.ts'
import type { ChannelsTables } from '../tables.ts'
import type { ReturnView } from './api.ts'
import { accountsContext } from './keep-return.ts'

export type Return = Selectable<ChannelsTables['connectReturns']>

/** What a person came back with, for that person only. @throws Problem when its time is over */
export async function findReturn(desk: Desk, db: Executor, who: Who, id: string): Promise<Return> {
  const row = await tablesOf<ChannelsTables>(db)
    .selectFrom('connectReturns')
    .selectAll()
    .where('id', '=', id)
    .where('companyId', '=', who.companyId)
    .where('userId', '=', who.id)
    .where('expiresAt', '>', desk.clock.now())
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(connectionExpired)
  return row
}

/** The accounts of a return, with their access. Never send them to a screen. */
export function accountsIn(desk: Desk, { id, sealedAccounts }: Return): Connected[] {
  if (!sealedAccounts) return []
  const accounts = JSON.parse(desk.secrets.open(sealedAccounts, accountsContext(id))) as (Omit<
    Connected,
    'expiresAt'
  > & { expiresAt?: string })[]
  return accounts.map(({ expiresAt, ...account }) => ({
    ...account,
    ...(expiresAt ? { expiresAt: new Date(expiresAt) } : {}),
  }))
}

/** Which of the company's accounts at a network are connected, by their ids there. */
export async function connectedIds(
  db: Executor,
  { companyId, connectorId }: Return,
): Promise<Set<string>> {
  const rows = await tablesOf<ChannelsTables>(db)
    .selectFrom('channels')
    .select('remoteId')
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .where('state', '!=', 'disconnected')
    .execute()
  return new Set(rows.map(({ remoteId }) => remoteId))
}

export async function presentReturn(
  desk: Desk,
  row: Return,
  language: Language,
): Promise<ReturnView> {
  const connected = await connectedIds(desk.db, row)
  return {
    connectorId: row.connectorId,
    networkName: desk.connectors.get(row.connectorId)?.manifest.name ?? row.connectorId,
    expiresAt: row.expiresAt.toISOString(),
    accounts:
      row.sealedAccounts === null
        ? null
        : accountsIn(desk, row).map(({ account, displayName, kind, avatarUrl, profileUrl }) => ({
            remoteId: account.remoteId,
            handle: account.handle,
            displayName,
            kind: kind?.[language] ?? null,
            avatarUrl: avatarUrl ?? null,
            profileUrl,
            connected: connected.has(account.remoteId),
          })),
    refusal: row.refusal && {
      reason: row.refusal.reason[language],
      next: row.refusal.next[language],
    },
  }
}
