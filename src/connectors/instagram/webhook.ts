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
 * Comments, mentions and private messages. All are read back by their lists, under the same ids: what is told only says that it is time
 * to look (instagram-platform/webhooks, read 2026-11-25).
 */
export const webhook: Webhook = {
  take: (request, keys) =>
    takeFromMeta(request, keys, (body) => changesIn(body).filter(isSaid).map(nudge)),
  read: ({ body }) => ({
    inbound: [],
    soon: told.has(body['field']) ? ['inbox'] : [],
  }),
}

const told = new Set<unknown>(['comments', 'mentions', 'messages'])

const commentSchema = z.object({ from: z.object({ id: z.string() }) })

/** Somebody's words, and not the account's own. */
function isSaid({ account, field, value }: Change): boolean {
  if (field === 'mentions') return true
  if (field === 'messages') return isMessageFor(account, value)
  return field === 'comments' && commentSchema.safeParse(value).data?.from.id !== account
}
