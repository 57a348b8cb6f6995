import { listChannels } from '#domain/channels/index.ts'
import type { Executor } from '#platform/db/database.ts'
import type { Source } from '../model.ts'

/** Our connected accounts on the network of a source: what we say ourselves is no mention of us. */
export async function ourIds(
  db: Executor,
  { companyId, connectorId }: Pick<Source, 'companyId' | 'connectorId'>,
): Promise<Set<string>> {
  const channels = await listChannels(db, companyId)
  return new Set(channels.filter((c) => c.connectorId === connectorId).map((c) => c.remoteId))
}
