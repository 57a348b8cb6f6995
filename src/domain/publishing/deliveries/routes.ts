import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { deliveryView, markPublishedInput } from './api.ts'
import { type Action, decideByHand } from './by-hand.ts'
import { presentDeliveries } from './present-delivery.ts'

const SUMMARIES: Record<Action, string> = {
  retry: 'Send it now; for an unknown one, say by this that it did not leave',
  cancel: 'Say that it shall not leave',
  'check-again': 'Read the network back; send it if it is not there',
  'mark-published': 'Say that it is published, and where',
}

const TOOLS: Record<Action, string> = {
  retry: 'retry_delivery',
  cancel: 'cancel_delivery',
  'check-again': 'check_delivery_again',
  'mark-published': 'mark_delivery_published',
}

/** What a person may decide about one delivery. */
export function routes(desk: Desk): Route[] {
  return (Object.keys(SUMMARIES) as Action[]).map((action) =>
    route({
      method: 'POST',
      path: `/deliveries/:id/${action}`,
      access: 'posts:write',
      tool: TOOLS[action],
      summary: SUMMARIES[action],
      tag: 'deliveries',
      params: byId,
      body: action === 'mark-published' ? markPublishedInput : z.unknown(),
      response: deliveryView,
      async handler({ actor, params: { id }, body, language }) {
        const url = action === 'mark-published' ? markPublishedInput.parse(body)?.url : undefined
        const delivery = await decideByHand(desk, actor, id, action, url ?? undefined)
        const [view] = await presentDeliveries(desk, actor.companyId, [delivery], language)
        if (!view) throw new Error('a delivery vanished while it was presented')
        return view
      },
    }),
  )
}
