import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type {
  Account,
  LetterFor,
  Tools,
  WebhookKeys,
  WebhookRequest,
} from '#connectors/_contract/connector.ts'
import { failure, openDesk, value } from '#connectors/_contract/suite/desk.ts'
import { openapiChecker } from '#connectors/_contract/suite/openapi.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { signature } from '#connectors/_meta/webhook.ts'
import kit from './contract.ts'
import { asked, ourApp, ourPhone, type WhatsAppDouble, yanis } from './double.ts'
import whatsapp from './index.ts'
import { paragraphsOf } from './template.ts'

const { publish, letters, webhook, connect } = whatsapp
if (!publish || !letters || !webhook) throw new Error('WhatsApp does less than it did')

const connected = async (fields: Record<string, string> = {}) => {
  const desk = await openDesk(whatsapp, { ...kit, fields: { ...kit.fields, ...fields } })
  return { ...desk, network: desk.network as WhatsAppDouble }
}

const letterTo = (address: string, text: string): LetterFor => ({
  to: { name: '', address },
  subject: '',
  text,
  language: 'fr',
  images: [],
  messageId: 'aaaa',
  at: new Date('2026-03-02T09:00:00+01:00'),
  unsubscribe: 'https://vigie.example/u/token',
})

describe('connecting', () => {
  test('subscribes the app to the messages of the account, and letting go ends it', async () => {
    const { tools, account, network } = await connected()
    expect([...network.subscribed]).toEqual([ourApp.appId])
    value((await connect.revoke?.(tools, account)) ?? never)
    expect([...network.subscribed]).toEqual([])
    const findings = value((await connect.examine?.(tools, account)) ?? never)
    expect(findings.find(({ ok }) => !ok)?.next?.en).toMatch(/Connect this account again/)
  })

  test('without a template it answers, and says what is missing to write first', async () => {
    const { tools, account, delivery } = await connected({ template: '' })
    const failed = failure(await publish.publish(tools, account, delivery('Bonjour à tous')))
    expect(failed).toMatchObject({ kind: 'rejected', field: 'text' })
  })

  test.each([
    ['of another name', { template: 'promo' }, 'promo'],
    ['in another language', { language: 'en' }, 'fr'],
    ['that WhatsApp has not approved', { template: 'en_attente' }, 'PENDING'],
    ['whose button wants to be filled', { template: 'bouton' }, '{{1}}'],
  ])('a template %s is refused by its field', async (_, fields, words) => {
    const { tools } = await connected()
    const again = await connect.withCredentials?.(tools, { ...kit.fields, ...fields })
    const failed = failure(again ?? never)
    expect(failed).toMatchObject({ kind: 'rejected', field: 'template' })
    expect(JSON.stringify(failed)).toContain(words)
  })

  test('what this token does not reach is refused by its field', async () => {
    const { tools } = await connected()
    for (const field of ['phoneNumberId', 'businessAccount']) {
      const typed = { ...kit.fields, [field]: '999999' }
      const again = await connect.withCredentials?.(tools, typed)
      expect(failure(again ?? never)).toMatchObject({ kind: 'rejected', field })
    }
  })
})

describe('a message to the list', () => {
  test('fills the places of the template, a paragraph each, no line broken', async () => {
    const { tools, account, network } = await connected({ template: 'nouvelles_deux' })
    const box = value(await letters.open(tools, account))
    value(await box.send(letterTo(`+${yanis}`, 'Le banc\nest là.\n\nVenez  le voir.')))
    expect(network.taken).toMatchObject([
      {
        to: `+${yanis}`,
        template: {
          name: 'nouvelles_deux',
          components: [{ parameters: [{ text: 'Le banc est là.' }, { text: 'Venez le voir.' }] }],
        },
      },
    ])
  })

  test('with another number of paragraphs is refused before it leaves', async () => {
    const { tools, account, delivery, network } = await connected()
    const post = delivery('Un\n\nDeux')
    const failed = failure(await publish.publish(tools, account, post))
    expect(failed).toMatchObject({ kind: 'rejected', field: 'text' })
    expect(network.published?.()).toEqual([])
  })

  test('a template that was paused since holds the letters, and says so', async () => {
    const { tools, account, network } = await connected()
    for (const template of network.templates) template.status = 'PAUSED'
    expect(failure(await letters.open(tools, account)).detail).toContain('PAUSED')
  })

  test.each([
    [131_026, 'rejected', 'to'],
    [131_050, 'rejected', 'to'],
    [132_000, 'rejected', 'text'],
    [131_042, 'rejected', undefined],
    [130_429, 'rate', undefined],
    [131_049, 'rate', undefined],
    [131_000, 'unknown-outcome', undefined],
    [190, 'auth', undefined],
    [131_005, 'auth', undefined],
  ])('error %i means %s', async (code, kind, field) => {
    const desk = await connected()
    const box = value(await letters.open(desk.tools, desk.account))
    const error = { message: `(#${code}) no`, type: 'OAuthException', code }
    const answer = Response.json({ error }, { status: 400 })
    desk.faults.next((request) => kit.publishes?.(request) ?? false, { answer })
    const failed = failure(await box.send(letterTo(`+${yanis}`, 'Bonjour')))
    expect(failed.kind).toBe(kind)
    expect('field' in failed ? failed.field : undefined).toBe(field)
  })

  test('paragraphs are never empty and hold no line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t') }), (text) => {
        for (const paragraph of paragraphsOf(text)) expect(paragraph).toMatch(/^\S(?:[^\n\t]*\S)?$/)
      }),
    )
  })
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

const newsIn = (body: object, account: Account) =>
  eventsIn(called(body)).flatMap((event) => webhook.read(event, account).inbound)

describe('what people write', () => {
  test('is a message by somebody, in a conversation of theirs; and is answered to them', async () => {
    const desk = await connected()
    const [item] = newsIn(asked('Livrez-vous ?', desk.clock.now()), desk.account)
    expect(item).toMatchObject({
      kind: 'message',
      remoteId: expect.stringMatching(/^wamid\./),
      text: 'Livrez-vous ?',
      author: { name: 'Yanis Haddad', handle: `+${yanis}` },
    })
    const replyTo = { remoteId: item?.remoteId ?? '', data: item?.data ?? {} }
    const answer = desk.delivery('Oui, partout.', { replyTo })
    value(await publish.publish(desk.tools, desk.account, answer))
    expect(desk.network.taken).toMatchObject([
      {
        to: yanis,
        text: { body: 'Oui, partout.' },
        context: { message_id: item?.remoteId },
      },
    ])
    expect(failure(await publish.confirm(desk.tools, desk.account, answer)).kind).toBe(
      'unknown-outcome',
    )
  })

  test('cannot be answered a day after its author last wrote, which is known before anything is sent', async () => {
    const desk = await connected()
    const [item] = newsIn(asked('Livrez-vous ?', desk.clock.now()), desk.account)
    const data = item?.data ?? {}
    const lastHeard = desk.clock.now()
    desk.clock.advance(24 * 3600_000)
    expect(publish.unanswerable?.({ data }, lastHeard, desk.clock.now())).toBeNull()
    desk.clock.advance(1000)
    expect(publish.unanswerable?.({ data }, lastHeard, desk.clock.now())?.en).toContain('24 hours')
  })
})

const BASE = '#/components/schemas/BaseMessageProperties'

interface Schema {
  $ref?: string
  allOf?: Schema[]
  properties?: object
  required?: string[]
  additionalProperties?: boolean
}

const spec = sharedData('specs', 'meta/whatsapp-business-messaging-api_v23.0.yaml')

describe.skipIf(!spec)('as Meta’s own OpenAPI document describes it', () => {
  const document = () => parse(readFileSync(spec ?? '', 'utf8'))
  /**
   * Its messages are two halves (`allOf`) each of which forbids what the other holds: nothing would fit. They are put
   * together, and what neither holds stays forbidden.
   */
  const inOnePiece = () => {
    const whole = document()
    const { schemas } = whole.components
    for (const schema of Object.values<Schema>(schemas)) {
      if (!schema.allOf || schema.allOf[0]?.$ref !== BASE) continue
      const halves = [schemas.BaseMessageProperties as Schema, schema.allOf[1] ?? {}]
      schema.properties = Object.assign({}, ...halves.map(({ properties }) => properties))
      schema.required = halves.flatMap(({ required = [] }) => required)
      schema.additionalProperties = false
      delete schema.allOf
    }
    return whole
  }

  test('every request is one it knows', async () => {
    const check = openapiChecker(inOnePiece())
    const desk = await connected()
    const problems: string[] = []
    let checked = 0
    const fetch: Tools['fetch'] = async (address, init = {}) => {
      const { pathname, searchParams: query } = new URL(address)
      // Of every Graph API, and in the document of none.
      query.delete('appsecret_proof')
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
      const method = init.method ?? 'GET'
      checked++
      problems.push(
        ...check({ method, path: pathname, query, body, contentType: 'application/json' }),
      )
      return desk.tools.fetch(address, init)
    }
    const tools = { ...desk.tools, fetch }
    value((await connect.withCredentials?.(tools, kit.fields)) ?? never)
    value((await connect.examine?.(tools, desk.account)) ?? never)
    const box = value(await letters.open(tools, desk.account))
    value(await box.send(letterTo(`+${yanis}`, 'Bonjour')))
    const data = { from: yanis, at: desk.clock.now().toISOString() }
    const answer = desk.delivery('Oui', { replyTo: { remoteId: 'wamid.A', data } })
    value(await publish.publish(tools, desk.account, answer))
    value((await connect.revoke?.(tools, desk.account)) ?? never)
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(8)
    const wrong = {
      method: 'POST',
      path: `/v26.0/${ourPhone}/messages`,
      query: new URLSearchParams(),
    }
    const body = { messaging_product: 'whatsapp', to: yanis, type: 'text', text: { words: 'a' } }
    expect(check({ ...wrong, body, contentType: 'application/json' })).not.toEqual([])
  })

  test('every notice it shows is understood, and said in words', async () => {
    const { account } = await connected()
    const { examples } =
      document().paths['/whatsapp/webhooks'].post.requestBody.content['application/json']
    const said = Object.fromEntries(
      Object.entries(examples as Record<string, { value: object }>).map(([name, example]) => [
        name,
        newsIn(example.value, account).map(({ text }) => text),
      ]),
    )
    expect(said).toEqual({
      'Text Message': ['Does it come in another color?'],
      'Text Message with Context (Product Inquiry)': ['Is this still available?'],
      'Text Message from Click to WhatsApp Ad': [expect.any(String)],
      'Reaction Message': [],
      'Image Message': ['[📷] Taj Mahal'],
      'Location Message': [
        'Philz Coffee, 101 Forest Ave, Palo Alto, CA 94301\nhttps://www.openstreetmap.org/?mlat=37.44221496582&mlon=-122.16165924072',
      ],
      'Contact Sharing Message': ['Lucía Gómez +1 (983) 555-2319'],
      'Unsupported Message': ['[?]'],
      'Button Message': ['Unsubscribe'],
      'Interactive List Reply Message': ['Priority Mail Express'],
      'Interactive Button Reply Message': ['Cancel'],
      'Order Message': ['2 × di9ozbzfi4\n1 × nqryix03ez'],
      'System Message': [],
      'Group Create Message': [],
      'Group Settings Update': [],
      'Group Remove Participants': [],
    })
  })
})

const never = { ok: false, failure: { kind: 'transient', detail: 'not there' } } as const
