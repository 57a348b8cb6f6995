import { describe, expect, test } from 'vitest'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import instagram from './index.ts'
import { openAccount } from './testing.ts'

const { publish, inbox, connect } = instagram
if (!publish || !inbox) throw new Error('Instagram does less than it did')

describe('private messages', () => {
  const written = async (text = 'Livrez-vous à Lyon ?') => {
    const desk = await openAccount()
    const remoteId = desk.network.write(text)
    const { items, cursor = null } = value(await inbox.read(desk.tools, desk.account, null))
    const message = items.find((item) => item.remoteId === remoteId)
    return { desk, cursor, replyTo: { remoteId, data: message?.data ?? {} }, message }
  }

  test('are read, and their answer reaches whoever wrote, once', async () => {
    const { desk, cursor, replyTo, message } = await written()
    expect(message).toMatchObject({ kind: 'message', author: { handle: 'yanis_bois' } })
    const delivery = desk.delivery('Oui, chaque jeudi', { replyTo })
    const sent = value(await publish.publish(desk.tools, desk.account, delivery))
    const found = value(await publish.confirm(desk.tools, desk.account, delivery))
    expect(found?.remoteId).toBe(sent.remoteId)
    const { items } = value(await inbox.read(desk.tools, desk.account, cursor))
    expect(items).toEqual([])
  })

  test('are answered within 24 hours; later it is refused with a sentence that says so', async () => {
    const { desk, replyTo } = await written()
    desk.clock.advance(25 * 3_600_000)
    const late = desk.delivery('Trop tard', { replyTo })
    expect(failure(await publish.publish(desk.tools, desk.account, late))).toMatchObject({
      kind: 'rejected',
      reason: { en: expect.stringContaining('24 hours'), fr: expect.stringContaining('24 heures') },
    })
  })

  test('hold a thousand bytes, which accents fill twice as fast', async () => {
    const { desk, replyTo } = await written()
    const sent = (text: string) =>
      publish.publish(desk.tools, desk.account, desk.delivery(text, { replyTo }))
    expect(failure(await sent('é'.repeat(501)))).toMatchObject({ field: 'text' })
    value(await sent('é'.repeat(500)))
  })

  test.each([
    ['the right to read them was never given', { code: 10, message: 'No permission' }],
    ['the switch in the app is off', { code: 200, message: '(#200) Access is not allowed' }],
  ])('when %s, comments go on and the examination says what to do', async (_, error) => {
    const desk = await openAccount()
    const post = value(await publish.publish(desk.tools, desk.account, desk.delivery('Une vue')))
    desk.network.speak?.('Combien ?', post.remoteId)
    const forbidden = { answer: Response.json({ error }, { status: 403 }) }
    const isList = ({ url }: { url: URL }) => url.pathname.endsWith('/me/conversations')
    desk.faults.next(isList, { ...forbidden })
    const read = value(await inbox.read(desk.tools, desk.account, null))
    expect(read.items.map(({ text }) => text)).toEqual(['Combien ?'])
    desk.faults.next(isList, { answer: Response.json({ error }, { status: 403 }) })
    const findings = value((await connect.examine?.(desk.tools, desk.account)) ?? nothing)
    expect(findings.filter(({ ok }) => !ok)).toMatchObject([
      { next: { en: expect.stringContaining('Allow access to messages') } },
    ])
  })

  test('what was written meanwhile is read once they may be read again', async () => {
    const { desk, cursor } = await written()
    desk.clock.advance(60_000)
    const late = desk.network.write('Allô ?')
    const isList = ({ url }: { url: URL }) => url.pathname.endsWith('/me/conversations')
    const error = { code: 10, message: 'No permission' }
    desk.faults.next(isList, { answer: Response.json({ error }, { status: 403 }) })
    const blind = value(await inbox.read(desk.tools, desk.account, cursor))
    expect(blind.items).toEqual([])
    const { items } = value(await inbox.read(desk.tools, desk.account, blind.cursor ?? cursor))
    expect(items.map(({ remoteId }) => remoteId)).toEqual([late])
  })
})

const nothing = { ok: false, failure: { kind: 'transient', detail: 'not there' } } as const
