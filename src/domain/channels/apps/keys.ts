import type { Failure } from '#connectors/_contract/failure.ts'
import type { Manifest } from '#connectors/_contract/manifest.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Text } from '#platform/text.ts'
import type { ChannelsTables } from '../tables.ts'

/** What binds sealed keys to their company and network: moved to another row, they do not open. */
export const keysContext = (companyId: string, connectorId: string) =>
  `app:${companyId}:${connectorId}`

/** The keys of the company's app at a network; null when one that it needs is missing. Some networks need none. */
export async function appKeysOf(
  desk: Desk,
  companyId: string,
  { id, connect }: Pick<Manifest, 'id' | 'connect'>,
): Promise<Record<string, string> | null> {
  const keys = (await keptKeys(desk, companyId, id))?.keys
  return neededOf({ connect }).every(({ name }) => keys?.[name]) ? (keys ?? {}) : null
}

/** Whether the network can be spoken to only with keys of the company's app: for some they are for more comfort. */
export const needsKeys = (manifest: Pick<Manifest, 'connect'>) => neededOf(manifest).length > 0

const neededOf = ({ connect }: Pick<Manifest, 'connect'>) =>
  connect.app?.fields.filter(({ required }) => required) ?? []

/** What was entered, opened. Null when nothing was, or it cannot be opened any more (the desk's key was changed). */
export async function keptKeys(
  desk: Desk,
  companyId: string,
  connectorId: string,
): Promise<{ keys: Record<string, string>; setBy: string; setAt: Date } | null> {
  const row = await tablesOf<ChannelsTables>(desk.db)
    .selectFrom('appKeys')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('connectorId', '=', connectorId)
    .executeTakeFirst()
  if (!row) return null
  try {
    const opened = desk.secrets.open(row.sealedKeys, keysContext(companyId, connectorId))
    return { ...row, keys: JSON.parse(opened) as Record<string, string> }
  } catch {
    return null
  }
}

/** Networks for which the company has entered keys. */
export async function networksWithKeys(db: Executor, companyId: string): Promise<Set<string>> {
  const rows = await tablesOf<ChannelsTables>(db)
    .selectFrom('appKeys')
    .select('connectorId')
    .where('companyId', '=', companyId)
    .execute()
  return new Set(rows.map(({ connectorId }) => connectorId))
}

/** Why a connector is not called. */
export const keysMissing = (network: string): Failure => ({
  kind: 'rejected',
  reason: keysMissingReason(network),
  detail: 'the keys of the company’s app are missing',
})

export const keysMissingReason = (network: string): Text => ({
  en: `Vigie does not have the keys of your ${network} app. Enter them under Connected accounts, then try again.`,
  fr: `Vigie n’a pas les clés de votre application ${network}. Saisissez-les dans « Comptes connectés », puis réessayez.`,
})
