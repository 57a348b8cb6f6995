import { v7 as uuid } from 'uuid'
import type { Connected, Refusal } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Who } from '../connect-account.ts'
import type { ChannelsTables } from '../tables.ts'

/** As long as somebody who chooses among accounts may take: their access is kept meanwhile. */
const TO_CHOOSE_MS = 15 * 60_000
/** A refusal holds nothing secret: the page may be opened again. */
const TO_READ_MS = 24 * 3600_000

export const SWEEP = 'connect-returns'

/** What binds the sealed accounts to the return they came with. */
export const accountsContext = (returnId: string) => `connect-return:${returnId}`

/** Keeps the accounts that somebody may choose from. @returns the id of this return */
export async function keepChoice(
  desk: Desk,
  who: Who,
  connectorId: string,
  accounts: readonly Connected[],
): Promise<string> {
  const id = uuid()
  const sealedAccounts = desk.secrets.seal(JSON.stringify(accounts), accountsContext(id))
  await keep(desk, who, { id, connectorId, sealedAccounts, refusal: null }, TO_CHOOSE_MS)
  return id
}

/** Keeps why somebody came back without access. @returns the id of this return */
export async function keepRefusal(
  desk: Desk,
  who: Who,
  connectorId: string,
  refusal: Refusal,
): Promise<string> {
  const id = uuid()
  const row = { id, connectorId, sealedAccounts: null, refusal: JSON.stringify(refusal) }
  await keep(desk, who, row, TO_READ_MS)
  return id
}

interface Row {
  id: string
  connectorId: string
  sealedAccounts: string | null
  refusal: string | null
}

async function keep(desk: Desk, who: Who, row: Row, ms: number): Promise<void> {
  const expiresAt = new Date(desk.clock.now().getTime() + ms)
  await tablesOf<ChannelsTables>(desk.db)
    .insertInto('connectReturns')
    .values({ ...row, companyId: who.companyId, userId: who.id, expiresAt })
    .execute()
  await wake(desk.db, SWEEP)
}
