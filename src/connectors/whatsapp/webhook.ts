import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '#connectors/_contract/ask.ts'
import type {
  Account,
  Webhook,
  WebhookAnswer,
  WebhookEvent,
  WebhookKeys,
  WebhookNews,
  WebhookRequest,
} from '#connectors/_contract/connector.ts'
import { messageSchema, wordsOf } from './received.ts'

/** WhatsApp hands messages on by webhook alone: none can be read later. */
export const webhook: Webhook = { take, read }

const changeSchema = z.object({
  field: z.string(),
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }).optional(),
    contacts: z
      .array(z.object({ wa_id: z.string(), profile: z.object({ name: z.string() }).optional() }))
      .catch([]),
    messages: z.array(z.record(z.string(), z.unknown())).catch([]),
  }),
})

const bodySchema = z.object({
  entry: z.array(z.object({ changes: z.array(z.unknown()).catch([]) })),
})

/**
 * Meta proves itself by the word of the app's webhook settings when it first calls, then by the app's secret
 * (graph-api/webhooks/getting-started: `X-Hub-Signature-256`).
 */
function take(request: WebhookRequest, keys: WebhookKeys): WebhookAnswer {
  if (request.method === 'GET') return shakeHands(request, keys)
  const secret = keys.app?.['appSecret']
  if (!secret) return refused('the keys of the app are missing')
  const signature = request.headers['x-hub-signature-256'] ?? ''
  const expected = `sha256=${createHmac('sha256', secret).update(request.body).digest('hex')}`
  if (!isSame(signature, expected)) return refused('the signature is not that of the app')
  const body = bodySchema.safeParse(parseJson(Buffer.from(request.body).toString('utf8')))
  const changes = body.success ? body.data.entry.flatMap((entry) => entry.changes) : []
  return { kind: 'events', events: changes.flatMap(eventsOf) }
}

function shakeHands({ url }: WebhookRequest, { verifyToken }: WebhookKeys): WebhookAnswer {
  const asked = url.searchParams
  const isOurs =
    asked.get('hub.mode') === 'subscribe' &&
    isSame(asked.get('hub.verify_token') ?? '', verifyToken)
  return isOurs
    ? { kind: 'answer', text: asked.get('hub.challenge') ?? '' }
    : refused('the verify token is not ours')
}

/** Statuses of what we sent are none of them: `messages` alone is what people say. */
function eventsOf(raw: unknown): WebhookEvent[] {
  const change = changeSchema.safeParse(raw).data
  if (change?.field !== 'messages') return []
  const { metadata, contacts, messages } = change.value
  if (!metadata) return []
  return messages.flatMap((message) => {
    const { id, from } = message
    if (typeof id !== 'string' || id === '' || id.length > 200) return []
    const name = contacts.find(({ wa_id }) => wa_id === from)?.profile?.name
    return [{ key: id, account: metadata.phone_number_id, body: { message, name: name ?? null } }]
  })
}

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

const refused = (why: string): WebhookAnswer => ({ kind: 'refused', why })

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
