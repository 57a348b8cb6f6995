import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { ListeningTables } from '../../tables.ts'
import { SOURCES_WORK } from '../look-back.ts'
import { findByToken } from './answer-hub.ts'
import { openKeys } from './keys.ts'
import { liveSince } from './model.ts'
import { isSigned } from './signature.ts'

/** Between two readings that a hub asks for, in seconds: however often it speaks. */
const SHORTEST_WAIT = 30

/**
 * A hub tells that something is new. What it sends is believed for that alone, and only when our secret signed it: the
 * feed is then read soon, by its own address.
 * @returns gone: we listen no more. ignored: nothing came of it (not agreed on yet, or not signed by our secret).
 */
export async function hearHub(
  desk: Desk,
  token: string,
  body: Uint8Array,
  signature: string | undefined,
): Promise<'heard' | 'ignored' | 'gone'> {
  return tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const subscription = await findByToken(trx, token)
      if (!subscription?.sourceId) return 'gone'
      const now = desk.clock.now()
      const { secret } = openKeys(desk, subscription)
      if (!liveSince(subscription, now) || !isSigned(signature, body, secret)) return 'ignored'
      await trx
        .updateTable('feedSubscriptions')
        .set({ toldAt: now })
        .where('id', '=', subscription.id)
        .execute()
      const soon = sql<Date>`greatest(${now}, last_poll_at + make_interval(secs => ${SHORTEST_WAIT}))`
      await trx
        .updateTable('sources')
        .set({ nextPollAt: sql`least(next_poll_at, ${soon})` })
        .where('id', '=', subscription.sourceId)
        .execute()
      await wake(trx, SOURCES_WORK)
      return 'heard'
    })
}
