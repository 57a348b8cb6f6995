import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '#connectors/_contract/ask.ts'
import type {
  Webhook,
  WebhookAnswer,
  WebhookEvent,
  WebhookKeys,
  WebhookRequest,
} from '#connectors/_contract/connector.ts'
import { sameText } from '#connectors/_contract/same-text.ts'

/**
 * Verifies a call of Meta's webhooks: the question whose address this is, answered to whoever knows the verify token;
 * or news, signed by the secret of the app over the bytes of the body. Meta signs no time: what is played again is known
 * by its name (docs/graph-api/webhooks/getting-started, read 2026-11-25).
 * @param eventsOf what concerns us of the body, which is signed and may yet be anything
 */
export function takeFromMeta(
  { method, url: { searchParams: asked }, headers, body }: WebhookRequest,
  { app, verifyToken }: WebhookKeys,
  eventsOf: (body: unknown) => WebhookEvent[],
): WebhookAnswer {
  if (method === 'GET') {
    const knows = sameText(asked.get('hub.verify_token') ?? '', verifyToken)
    return knows && asked.get('hub.mode') === 'subscribe'
      ? { kind: 'answer', text: asked.get('hub.challenge') ?? '' }
      : { kind: 'refused', why: 'another verify token' }
  }
  const secret = app?.['appSecret']
  if (!secret) return { kind: 'refused', why: 'the app secret is missing' }
  if (!sameText(headers['x-hub-signature-256'] ?? '', signature(secret, body)))
    return { kind: 'refused', why: 'not signed by the secret of the app' }
  return { kind: 'events', events: eventsOf(parseJson(new TextDecoder().decode(body))) }
}

/** What Meta puts into `X-Hub-Signature-256`. */
export const signature = (appSecret: string, body: Uint8Array): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`

const facts = z.record(z.string(), z.unknown())

const bodySchema = z.object({
  entry: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      changes: z.array(z.object({ field: z.string(), value: facts.catch({}) })).catch([]),
      messaging: z.array(facts).catch([]),
    }),
  ),
})

/** One thing that changed: of which account, what kind, and what Meta says of it. */
export interface Change {
  account: string
  field: string
  value: Record<string, unknown>
}

/** What a body tells, messages of Messenger as changes of `messages`; nothing of a body that is none of Meta's. */
export function changesIn(body: unknown): Change[] {
  const { entry = [] } = bodySchema.safeParse(body).data ?? {}
  return entry.flatMap(({ id: account, changes, messaging }) => [
    ...changes.map(({ field, value }) => ({ account, field, value })),
    ...messaging.map((value) => ({ account, field: 'messages', value })),
  ])
}

/**
 * A webhook that only says when to look: what is told is read back by its lists, under the same ids.
 * @param isSaid of each field that is told, whether a change is somebody's words, and not the account's own
 */
export function nudgedBy(isSaid: Record<string, (change: Change) => boolean>): Webhook {
  const fields = new Map<unknown, (change: Change) => boolean>(Object.entries(isSaid))
  const isNews = (change: Change) => fields.get(change.field)?.(change) ?? false
  return {
    take: (request, keys) =>
      takeFromMeta(request, keys, (body) => changesIn(body).filter(isNews).map(nudge)),
    read: ({ body }) => ({ inbound: [], soon: fields.has(body['field']) ? ['inbox'] : [] }),
  }
}

/** Says that something is new, without what. */
const nudge = (change: Change): WebhookEvent => ({
  key: nameOf(change),
  account: change.account,
  body: { field: change.field },
})

/** Told again, a change is the same to the letter; only what is around it may differ. */
export const nameOf = ({ account, field, value }: Change): string =>
  createHash('sha256')
    .update(JSON.stringify([account, field, value]))
    .digest('base64url')

/** messenger-platform/reference/webhook-events/messages (read 2026-11-25). */
const messageSchema = z.object({
  message: z.object({ is_echo: z.boolean().optional() }),
  sender: z.object({ id: z.string() }),
})

/** Whether a change of `messages` is somebody's words, and not the account's own. */
export function isTheirMessage({ account, value }: Change): boolean {
  const said = messageSchema.safeParse(value).data
  return said !== undefined && !said.message.is_echo && said.sender.id !== account
}
