import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import type { Subscription } from '#platform/events/dispatch.ts'
import { forgetMentions, forgetPerson } from './forget-person.ts'

/** What is forgotten elsewhere is forgotten in cases. */
export function subscriptions(_desk: Desk): Subscription[] {
  const mentions = z.object({ mentionIds: z.array(z.string()) })
  const person = z.object({ connectorId: z.string(), remoteId: z.string() })
  return [
    {
      event: 'mention.forgotten',
      handle: (trx, { companyId, payload }) =>
        forgetMentions(trx, companyId, mentions.parse(payload).mentionIds),
    },
    {
      event: 'person.forgotten',
      handle: (trx, { companyId, payload }) => forgetPerson(trx, companyId, person.parse(payload)),
    },
  ]
}
