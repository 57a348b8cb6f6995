import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import type { ListeningTables } from '../tables.ts'
import { STREAMS_WORK } from './live/claim-stream.ts'
import { SOURCES_WORK } from './look-back.ts'

/** An account that is connected again has its network searched at once. */
export function subscriptions(desk: Desk): Subscription[] {
  return [
    {
      event: 'channel.connected',
      async handle(trx, { companyId, payload }) {
        const woken = await tablesOf<ListeningTables>(trx)
          .updateTable('sources')
          .set({ nextPollAt: desk.clock.now() })
          .where('companyId', '=', companyId)
          .where('channelId', '=', String(payload['channelId']))
          .returning('id')
          .execute()
        if (woken.length === 0) return
        await wake(trx, SOURCES_WORK)
        await wake(trx, STREAMS_WORK)
      },
    },
  ]
}
