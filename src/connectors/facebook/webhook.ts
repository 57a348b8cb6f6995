import { z } from 'zod'
import type { Webhook } from '#connectors/_contract/connector.ts'
import {
  type Change,
  changesIn,
  isMessageFor,
  nudge,
  takeFromMeta,
} from '#connectors/_meta/webhook.ts'

/**
 * Comments under the page's posts (`feed`) and what is written to it on Messenger (`messages`). Both are read back by
 * their lists, under the same ids: what is told only says that it is time to look.
 */
export const webhook: Webhook = {
  take: (request, keys) =>
    takeFromMeta(request, keys, (body) => changesIn(body).filter(isSaid).map(nudge)),
  read: ({ body }) => ({
    inbound: [],
    soon: body['field'] === 'feed' || body['field'] === 'messages' ? ['inbox'] : [],
  }),
}

/** Webhooks reference, `page` `feed` (read 2026-11-25). */
const commentSchema = z.object({
  item: z.literal('comment'),
  verb: z.literal('add'),
  from: z.object({ id: z.string() }).optional(),
})

/** Somebody's words, and not the page's own. */
function isSaid({ account, field, value }: Change): boolean {
  if (field === 'feed') {
    const comment = commentSchema.safeParse(value).data
    return comment !== undefined && comment.from?.id !== account
  }
  return field === 'messages' && isMessageFor(account, value)
}
