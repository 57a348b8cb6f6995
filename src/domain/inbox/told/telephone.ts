import { createHmac } from 'node:crypto'
import {
  type Connector,
  defineConnector,
  type WebhookAnswer,
  type WebhookKeys,
  type WebhookRequest,
} from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'

/** How often the network was asked what is new, and what it answers then. */
export const line = { readings: 0, unread: [] as string[] }

/** A network that tells of each call, signed by the key that all share. */
export function telephone(id = 'telephone'): Connector {
  const text = { en: 'A telephone', fr: 'Un téléphone' }
  const connected = {
    account: { remoteId: 'morel', handle: '@morel', settings: {}, secrets: { key: 'clé' } },
    displayName: 'Atelier Morel',
    profileUrl: 'https://telephone.example/morel',
  }
  const inbound = (name: string, words: string) => ({
    remoteId: name,
    kind: 'message' as const,
    threadId: 'yanis',
    author: { remoteId: 'yanis', handle: '@yanis', name: 'Yanis Haddad' },
    text: words,
    at: new Date('2026-11-23T08:00:00Z'),
  })
  return defineConnector({
    manifest: {
      id,
      name: 'Téléphone',
      stamp: 'Te',
      description: text,
      capabilities: { publish: false, inbox: true, metrics: false, listen: false },
      connect: {
        method: 'credentials',
        fields: [],
        help: text,
        app: {
          fields: [{ name: 'word', label: text, kind: 'text', required: false }],
          steps: [{ text }],
          source: 'made for tests',
          date: '2026-11-25',
        },
      },
      idempotency: 'none',
      metrics: { post: [], channel: [] },
      docs: [],
    },
    text: { count: (s) => s.length, spans: () => [] },
    connect: {
      withCredentials: async () => done(connected),
      check: async () => done(connected),
    },
    inbox: {
      read: async () => {
        line.readings++
        return done({ items: line.unread.map((words) => inbound('m1', words)) })
      },
    },
    webhook: {
      take,
      read: ({ body }) =>
        typeof body['text'] === 'string'
          ? { inbound: [inbound(String(body['name']), body['text'])], soon: [] }
          : { inbound: [], soon: ['inbox'] },
    },
  })
}

function take({ method, url, headers, body }: WebhookRequest, keys: WebhookKeys): WebhookAnswer {
  if (method === 'GET')
    return url.searchParams.get('word') === keys.verifyToken
      ? { kind: 'answer', text: url.searchParams.get('challenge') ?? '' }
      : { kind: 'refused', why: 'another word' }
  const signed = keys.accounts.some(({ secrets }) => {
    const expected = createHmac('sha256', secrets['key'] ?? '')
      .update(body)
      .digest('hex')
    return expected === headers['x-signature']
  })
  if (!signed) return { kind: 'refused', why: 'another signature' }
  const events = JSON.parse(`{"told":${Buffer.from(body).toString() || '[]'}}`)
  return {
    kind: 'events',
    events: [events.told].flat().map((one) => ({
      key: String(one?.name),
      account: String(one?.to),
      body: { ...one },
    })),
  }
}
