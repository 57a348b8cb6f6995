import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import { forgetInAlerts } from './forget.ts'
import { tellPost } from './posts/tell-posts.ts'
import { watchQueries } from './watch.ts'

/** Whatever may change what a query counts has it looked at, and what is found may be told by itself. */
export function subscriptions(desk: Desk): Subscription[] {
  const found = z.object({ mentionId: z.string(), queryIds: z.array(z.string()) })
  const query = z.object({ queryId: z.string() })
  const forgotten = z.object({ mentionIds: z.array(z.string()) })
  return [
    {
      event: 'mention.found',
      async handle(trx, { companyId, payload }) {
        const { mentionId, queryIds } = found.parse(payload)
        const [first] = await watchQueries(trx, companyId, queryIds, desk.clock.now())
        if (first) await tellPost(desk, trx, companyId, mentionId, first)
      },
    },
    ...['query.created', 'query.changed'].map((event): Subscription => ({
      event,
      async handle(trx, { companyId, payload }) {
        await watchQueries(trx, companyId, [query.parse(payload).queryId], desk.clock.now())
      },
    })),
    {
      event: 'mention.forgotten',
      handle: (trx, { companyId, payload }) =>
        forgetInAlerts(trx, companyId, forgotten.parse(payload).mentionIds),
    },
  ]
}
