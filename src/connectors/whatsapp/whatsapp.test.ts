import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import kit from './contract.ts'
import { asked, ourApp, yanis } from './double.ts'
import whatsapp from './index.ts'
import { paragraphsOf } from './template.ts'
import { connected, letterTo, newsIn } from './testing.ts'

const { publish, letters, connect } = whatsapp
if (!publish || !letters) throw new Error('WhatsApp does less than it did')

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

const never = { ok: false, failure: { kind: 'transient', detail: 'not there' } } as const
