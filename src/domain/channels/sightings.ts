import { sql } from 'kysely'
import type { Sightings } from '#connectors/_contract/connector.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Channel } from './model.ts'
import type { ChannelsTables } from './tables.ts'

/** Every page that is looked at asks: once a minute is enough to know. */
const AT_MOST_EVERY_MS = 60_000

/**
 * Notes that a website asked for what this desk serves on it: which website and when, nothing of who looked.
 * @param kind whether the account allows it there
 */
export async function noteSighting(
  db: Executor,
  { id, sightings }: Pick<Channel, 'id' | 'sightings'>,
  kind: keyof Sightings,
  seen: { origin: string; at: Date },
): Promise<void> {
  const last = sightings?.[kind]
  const isKnown = last?.origin === seen.origin
  if (isKnown && seen.at.getTime() - Date.parse(last.at) < AT_MOST_EVERY_MS) return
  const noted = JSON.stringify({ [kind]: { origin: seen.origin, at: seen.at.toISOString() } })
  await tablesOf<ChannelsTables>(db)
    .updateTable('channels')
    .set({ sightings: sql`coalesce(sightings, '{}'::jsonb) || ${noted}::jsonb` })
    .where('id', '=', id)
    .execute()
}
