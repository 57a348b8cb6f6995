import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Connector, WebhookEvent, WebhookKeys, WebhookRequest } from '../connector.ts'
import { openDesk } from './desk.ts'
import type { ContractKit } from './kit.ts'
import { when } from './when.ts'

const address = 'https://vigie.example/api/connect/webhooks/network/company'

/** Nobody is believed without the network's signature, whatever is sent is survived, and nothing is told twice. */
export function webhookRules(connector: Connector, kit: ContractKit): void {
  const { webhook } = connector
  if (!webhook) return
  const network = kit.webhook

  async function open() {
    const { account, clock } = await openDesk(connector, kit)
    const keys: WebhookKeys = {
      ...(kit.app ? { app: kit.app } : {}),
      accounts: [account],
      verifyToken: 'le-mot-convenu',
      now: clock.now(),
    }
    const told = (what: string) => JSON.stringify(network?.tells(account, what))
    /** The events of a call that must be believed. */
    const events = (body: string): WebhookEvent[] => {
      const answer = webhook?.take(posted(body, network?.sign(bytesOf(body), keys)), keys)
      if (answer?.kind !== 'events') throw new Error(`answered ${JSON.stringify(answer)}`)
      return answer.events
    }
    return { account, keys, told, events }
  }

  test('nonsense is survived, signed or not', async () => {
    const { keys, account } = await open()
    const bodies = fc.oneof(
      fc.uint8Array(),
      fc.json().map(bytesOf),
      shaped.map((body) => bytesOf(JSON.stringify(body))),
    )
    fc.assert(
      fc.property(
        bodies,
        fc.boolean(),
        fc.dictionary(fc.string(), fc.string()),
        (body, isSigned, headers) => {
          const signed = isSigned ? network?.sign(body, keys) : undefined
          const answer = webhook.take(posted(body, { ...headers, ...signed }), keys)
          expect(['refused', 'answer', 'events']).toContain(answer.kind)
          if (answer.kind !== 'events') return
          for (const event of answer.events) webhook.read(event, account)
        },
      ),
    )
  })

  test('what was kept of any shape is read without harm', async () => {
    const { account } = await open()
    const bodies = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), shaped)
    fc.assert(
      fc.property(bodies, fc.string(), (body, key) => {
        const news = webhook.read({ key, account: account.remoteId, body }, account)
        for (const { at, remoteId } of news.inbound) {
          expect(Number.isNaN(at.getTime())).toBe(false)
          expect(remoteId).not.toBe('')
        }
      }),
    )
  })

  const signs = when(Boolean(network))

  signs('what the network signed is taken, and comes to something', async () => {
    const { account, told, events } = await open()
    const [event, ...others] = events(told('Bonjour'))
    expect(others).toEqual([])
    expect(event?.account).toBe(account.remoteId)
    expect(event?.key).toMatch(/^.{1,200}$/)
    const news = event && webhook.read(event, account)
    expect((news?.inbound.length ?? 0) + (news?.soon.length ?? 0)).toBeGreaterThan(0)
  })

  signs('the same thing told again has the same name, another has another', async () => {
    const { told, events } = await open()
    const named = (what: string) => events(told(what)).map(({ key }) => key)
    expect(named('Bonjour')).toEqual(named('Bonjour'))
    expect(named('Bonjour')).not.toEqual(named('Bonsoir'))
  })

  signs('what nobody signed is refused, or what was changed since', async () => {
    const { keys, told } = await open()
    const body = told('Bonjour')
    const signed = network?.sign(bytesOf(body), keys)
    const empty = Object.fromEntries(Object.keys(signed ?? {}).map((name) => [name, '']))
    for (const [sent, headers] of [
      [body, {}],
      [body, empty],
      [`${body} `, signed],
      ['', signed],
    ] as const)
      expect(webhook.take(posted(sent, headers), keys)).toMatchObject({ kind: 'refused' })
  })

  signs('what is signed by the keys of another company is refused', async () => {
    const { keys, told } = await open()
    const body = told('Bonjour')
    const theirs = network?.sign(bytesOf(body), ofAnother(keys))
    expect(webhook.take(posted(body, theirs), keys)).toMatchObject({ kind: 'refused' })
  })

  signs('nothing is believed while the keys are missing', async () => {
    const { keys, told } = await open()
    const body = told('Bonjour')
    const { app: _, ...none } = { ...keys, accounts: [], verifyToken: '' }
    const headers = network?.sign(bytesOf(body), { ...ofAnother(keys), app: blank(keys.app) })
    expect(webhook.take(posted(body, headers), none)).toMatchObject({ kind: 'refused' })
  })

  when(Boolean(network?.dated))(
    'what was signed an hour ago is refused, or in an hour',
    async () => {
      const { keys, told } = await open()
      const body = told('Bonjour')
      for (const ms of [-3600_000, 3600_000]) {
        const then = { ...keys, now: new Date(keys.now.getTime() + ms) }
        const headers = network?.sign(bytesOf(body), then)
        expect(webhook.take(posted(body, headers), keys)).toMatchObject({ kind: 'refused' })
      }
    },
  )

  when(Boolean(network?.asks))(
    'the question whose address this is gets its answer, and no stranger’s',
    async () => {
      const { keys } = await open()
      const asked = (by: WebhookKeys) => {
        const { query, body = '' } = network?.asks?.('1158201444') ?? {}
        const url = new URL(address)
        url.search = new URLSearchParams(query?.(by) ?? {}).toString()
        const headers = network?.sign(bytesOf(body), by) ?? {}
        return webhook.take(
          { method: query ? 'GET' : 'POST', url, headers, body: bytesOf(body) },
          keys,
        )
      }
      expect(asked(keys)).toEqual({ kind: 'answer', text: '1158201444' })
      expect(asked(ofAnother(keys))).toMatchObject({ kind: 'refused' })
    },
  )
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

const posted = (
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): WebhookRequest => ({
  method: 'POST',
  url: new URL(address),
  headers,
  body: typeof body === 'string' ? bytesOf(body) : body,
})

const otherwise = (values: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `${value}-autre`]))

const blank = (values: Record<string, string> = {}) =>
  Object.fromEntries(Object.keys(values).map((name) => [name, '']))

const ofAnother = (keys: WebhookKeys): WebhookKeys => ({
  ...keys,
  app: otherwise(keys.app),
  verifyToken: `${keys.verifyToken}-autre`,
  accounts: keys.accounts.map((one) => ({ ...one, secrets: otherwise(one.secrets) })),
})

const names =
  'object entry id changes field value values messaging message messages contacts text timestamp username sender item verb type event event_id channel challenge target_id root_post from'.split(
    ' ',
  )

/** Nearly what networks send: their names, and anything where something else belongs. */
const shaped = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.jsonValue(),
    fc.constantFrom('message', 'event_callback', 'url_verification', 'replies', 'feed', 'page'),
    fc.array(tie('object'), { maxLength: 2 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...names), tie('value')),
})).object
