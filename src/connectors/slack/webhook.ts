import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '#connectors/_contract/ask.ts'
import type {
  Webhook,
  WebhookAnswer,
  WebhookKeys,
  WebhookRequest,
} from '#connectors/_contract/connector.ts'
import { sameText } from '#connectors/_contract/same-text.ts'

/**
 * The Events API: messages in the channel, and those that name the app. They are read back by the usual methods, under
 * the same numbers: what is told only says that it is time to look (docs.slack.dev/apis/events-api, 2026-11-25).
 */
export const webhook: Webhook = {
  take(request, keys) {
    const why = whyNotSlack(request, keys)
    if (why) return { kind: 'refused', why }
    return answerTo(parseJson(new TextDecoder().decode(request.body)), keys)
  },
  read: ({ body }) => ({ inbound: [], soon: body['type'] === 'message' ? ['inbox'] : [] }),
}

/** “If the timestamp is more than five minutes from local time”: docs.slack.dev/authentication/verifying-requests-from-slack. */
const windowSeconds = 5 * 60

function whyNotSlack(
  { method, headers, body }: WebhookRequest,
  { app, now }: WebhookKeys,
): string | null {
  const secret = app?.['signingSecret']
  if (method !== 'POST' || !secret) return 'the signing secret is missing'
  const at = headers['x-slack-request-timestamp'] ?? ''
  if (!sameText(headers['x-slack-signature'] ?? '', signature(secret, at, body)))
    return 'not signed by the secret of the app'
  const age = Math.abs(now.getTime() / 1000 - Number(at))
  return age <= windowSeconds ? null : 'signed too long ago'
}

/** What Slack puts into `X-Slack-Signature`. */
export const signature = (secret: string, at: string, body: Uint8Array): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex')}`

const questionSchema = z.object({ type: z.literal('url_verification'), challenge: z.string() })

const eventSchema = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    channel: z.string(),
    /** Changes and notices of the channel are no words of anybody. */
    subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
    bot_id: z.undefined().optional(),
  }),
})

/** Of the channels where the app sits, only those that are connected here. */
function answerTo(body: unknown, { accounts }: WebhookKeys): WebhookAnswer {
  const question = questionSchema.safeParse(body).data
  if (question) return { kind: 'answer', text: question.challenge }
  const told = eventSchema.safeParse(body).data
  const account = accounts.find(({ remoteId }) => remoteId === told?.event.channel)
  if (!told || !account) return { kind: 'events', events: [] }
  const event = { key: told.event_id, account: account.remoteId, body: { type: 'message' } }
  return { kind: 'events', events: [event] }
}
