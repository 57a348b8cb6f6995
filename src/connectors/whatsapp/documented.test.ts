import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Tools } from '#connectors/_contract/connector.ts'
import { value } from '#connectors/_contract/suite/desk.ts'
import { openapiChecker } from '#connectors/_contract/suite/openapi.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import kit from './contract.ts'
import { ourPhone, yanis } from './double.ts'
import whatsapp from './index.ts'
import { connected, letterTo, newsIn } from './testing.ts'

const { publish, letters, connect } = whatsapp
if (!publish || !letters) throw new Error('WhatsApp does less than it did')

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
