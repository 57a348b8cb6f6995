import { z } from 'zod'
import type {
  Account,
  Webhook,
  WebhookEvent,
  WebhookNews,
} from '#connectors/_contract/connector.ts'
import { type Change, changesIn, takeFromMeta } from '#connectors/_meta/webhook.ts'
import { messageSchema, wordsOf } from './received.ts'

const valueSchema = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z
    .array(z.object({ wa_id: z.string(), profile: z.object({ name: z.string() }).optional() }))
    .catch([]),
  messages: z.array(z.record(z.string(), z.unknown())).catch([]),
})

const take: Webhook['take'] = (request, keys) =>
  takeFromMeta(request, keys, (body) => changesIn(body).flatMap(eventsOf))

/** Statuses of what we sent are none of them: `messages` alone is what people say. */
function eventsOf({ field, value }: Change): WebhookEvent[] {
  const told = valueSchema.safeParse(value).data
  if (field !== 'messages' || !told) return []
  return told.messages.flatMap((message) => {
    const { id, from } = message
    if (typeof id !== 'string' || id === '' || id.length > 200) return []
    const name = told.contacts.find(({ wa_id }) => wa_id === from)?.profile?.name
    const account = told.metadata.phone_number_id
    return [{ key: id, account, body: { message, name: name ?? null } }]
  })
}

/** WhatsApp hands messages on by webhook alone: none can be read later. */
export const webhook: Webhook = { take, read }

const nothing: WebhookNews = { inbound: [], soon: [] }

const storedSchema = z.object({ message: messageSchema, name: z.string().nullable() })

function read({ body }: WebhookEvent, account: Account): WebhookNews {
  const stored = storedSchema.safeParse(body)
  if (!stored.success) return nothing
  const { message, name } = stored.data
  const text = wordsOf(message)
  // In a group everybody would read the answer, and Vigie would send it to one.
  if (text === null || message.group_id) return nothing
  const { from, id } = message
  const at = new Date(Number(message.timestamp) * 1000)
  const handle = `+${from}`
  return {
    inbound: [
      {
        remoteId: id,
        kind: 'message',
        threadId: `${account.remoteId}:${from}`,
        author: {
          remoteId: from,
          handle,
          name: name ?? handle,
          profileUrl: `https://wa.me/${from}`,
        },
        text,
        at,
        data: { from, at: at.toISOString() },
      },
    ],
    soon: [],
  }
}
