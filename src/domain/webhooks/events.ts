import type { Desk } from '#domain/desk.ts'
import { EVERY_EVENT, type Subscription } from '#platform/events/dispatch.ts'
import { writeMessages } from './write-messages.ts'

export function subscriptions(desk: Desk): Subscription[] {
  return [{ event: EVERY_EVENT, handle: (trx, event) => writeMessages(desk, trx, event) }]
}
