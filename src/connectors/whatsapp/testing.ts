import type {
  Account,
  LetterFor,
  WebhookKeys,
  WebhookRequest,
} from '#connectors/_contract/connector.ts'
import { openDesk } from '#connectors/_contract/suite/desk.ts'
import { signature } from '#connectors/_meta/webhook.ts'
import kit from './contract.ts'
import { ourApp, type WhatsAppDouble } from './double.ts'
import whatsapp from './index.ts'

const { webhook } = whatsapp
if (!webhook) throw new Error('WhatsApp does less than it did')

export const connected = async (fields: Record<string, string> = {}) => {
  const desk = await openDesk(whatsapp, { ...kit, fields: { ...kit.fields, ...fields } })
  return { ...desk, network: desk.network as WhatsAppDouble }
}

export const letterTo = (address: string, text: string): LetterFor => ({
  to: { name: '', address },
  subject: '',
  text,
  language: 'fr',
  images: [],
  messageId: 'aaaa',
  at: new Date('2026-03-02T09:00:00+01:00'),
  unsubscribe: 'https://vigie.example/u/token',
})

function called(body: object): WebhookRequest {
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  return {
    method: 'POST',
    url: new URL('https://vigie.example/api/connect/webhooks/whatsapp/c'),
    headers: { 'x-hub-signature-256': signature(ourApp.appSecret, bytes) },
    body: bytes,
  }
}

const keys = (now = new Date()): WebhookKeys => ({
  app: ourApp,
  accounts: [],
  verifyToken: 'notre mot',
  now,
})

const eventsIn = (request: WebhookRequest) => {
  const answer = webhook.take(request, keys())
  if (answer.kind !== 'events') throw new Error(`${answer.kind}, not events`)
  return answer.events
}

export const newsIn = (body: object, account: Account) =>
  eventsIn(called(body)).flatMap((event) => webhook.read(event, account).inbound)
