import { readSoon } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { Subscription } from '#platform/events/dispatch.ts'

const FIRST_LOOK_MS = 20_000

/** A post that has just left is looked at soon, not at the next round. */
export function subscriptions(desk: Desk): Subscription[] {
  return [
    {
      event: 'delivery.published',
      async handle(trx, { payload }) {
        const at = new Date(desk.clock.now().getTime() + FIRST_LOOK_MS)
        await readSoon(trx, String(payload['channelId']), ['metrics', 'inbox'], at)
      },
    },
  ]
}
