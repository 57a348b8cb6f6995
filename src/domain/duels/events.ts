import type { Desk } from '#domain/desk.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { DUELS_WORK } from './close-duel.ts'
import { endWithPolls } from './poll-time.ts'

/** A poll was read: its duel ends when it does. */
export function subscriptions(_desk: Desk): Subscription[] {
  return [
    {
      event: 'poll.read',
      async handle(trx, { companyId, payload }) {
        await endWithPolls(trx, companyId, String(payload['postId']))
        await wake(trx, DUELS_WORK)
      },
    },
  ]
}
