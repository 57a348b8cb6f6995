import { z } from 'zod'
import type {
  Account,
  Webhook,
  WebhookEvent,
  WebhookKeys,
} from '#connectors/_contract/connector.ts'
import { nameOf, takeFromMeta } from '#connectors/_meta/webhook.ts'
import { isOurs, mentionIn, replyUnder } from './inbound.ts'
import { postSchema } from './media.ts'

/**
 * Replies and mentions, whole: under a post older than two days the lists are read every hour at most, so that what is
 * told here comes hours earlier. It has the same id there, and is kept once (docs/threads/webhooks, read 2026-11-25).
 */
export const webhook: Webhook = {
  take: (request, keys) => takeFromMeta(request, keys, (body) => eventsIn(body, keys)),
  read({ body }, account) {
    const told = toldSchema.safeParse(body).data
    if (!told) return { inbound: [], soon: [] }
    const post = postSchema.safeParse(told.value).data
    if (!post || Number.isNaN(Date.parse(post.timestamp))) return { inbound: [], soon: ['inbox'] }
    if (isOurs(account, post)) return { inbound: [], soon: [] }
    if (told.field === 'mentions') return { inbound: [mentionIn(post)], soon: [] }
    const root = post.root_post?.id
    return root ? { inbound: [replyUnder(post, root)], soon: [] } : { inbound: [], soon: ['inbox'] }
  },
}

const facts = z.record(z.string(), z.unknown())
const toldSchema = z.object({ field: z.enum(['replies', 'mentions']), value: facts })
const id = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined)

const bodySchema = z.object({
  target_id: id,
  values: z.union([toldSchema.transform((one) => [one]), z.array(toldSchema)]),
})

const rootSchema = z.object({ root_post: z.object({ owner_id: id }) })

function eventsIn(body: unknown, { accounts }: WebhookKeys): WebhookEvent[] {
  const { target_id: target, values = [] } = bodySchema.safeParse(body).data ?? {}
  return values.map(({ field, value }) => {
    const owner = rootSchema.safeParse(value).data?.root_post.owner_id
    const account = ownerAmong(accounts, [target, owner])
    return { key: nameOf({ account, field, value }), account, body: { field, value } }
  })
}

/** Meta's page does not say whose id `target_id` is: the one of ours that is named anywhere, or the only one. */
function ownerAmong(accounts: Account[], named: (string | undefined)[]): string {
  const [only, ...others] = accounts
  const found = accounts.find(({ remoteId }) => named.includes(remoteId))
  const ours = found ?? (others.length === 0 ? only : undefined)
  return ours?.remoteId ?? named.find((one) => one !== undefined) ?? ''
}
