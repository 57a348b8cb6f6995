import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import { watchQueries } from './watch.ts'

/** Whatever may change what a query counts has it looked at. */
export function subscriptions(desk: Desk): Subscription[] {
  const found = z.object({ queryIds: z.array(z.string()) })
  const query = z.object({ queryId: z.string() })
  return [
    {
      event: 'mention.found',
      handle: (trx, { companyId, payload }) =>
        watchQueries(trx, companyId, found.parse(payload).queryIds, desk.clock.now()),
    },
    ...['query.created', 'query.changed'].map((event): Subscription => ({
      event,
      handle: (trx, { companyId, payload }) =>
        watchQueries(trx, companyId, [query.parse(payload).queryId], desk.clock.now()),
    })),
  ]
}
