import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FetchInit } from '#connectors/_contract/connector.ts'
import { failure, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { type Watched, watchedDesk } from '#connectors/_contract/suite/watch.ts'
import kit from './contract.ts'
import telegram from './index.ts'
import { telegramChecker, type TelegramSpec } from './spec-checker.ts'
import { text } from './text.ts'

const { publish, inbox, metrics, connect } = telegram
if (!publish?.readPoll || !inbox || !metrics) throw new Error('Telegram does less than it did')
const { readPoll } = publish

/** What left, with the method of the Bot API that it called. */
async function watched() {
  const desk = await watchedDesk(telegram, kit)
  const last = () => JSON.parse(String(desk.sent.at(-1)?.init.body)) as Record<string, unknown>
  return { ...desk, last }
}

const methodOf = ({ url }: Watched) => url.pathname.split('/').at(-1) ?? ''

describe('how Telegram counts and reads', () => {
  test('in UTF-16 units, as its entities do', () => {
    expect(text.count('été')).toBe(3)
    expect(text.count('🪵')).toBe(2)
    expect(text.count('👨‍👩‍👧‍👧')).toBe(11)
  })

  test.each([
    ['Voir atelier-morel.fr.', ['atelier-morel.fr']],
    ['(https://a.fr/b?c=d#e)', ['https://a.fr/b?c=d#e']],
    ['fichier.txt et v2.0', []],
    ['yanis@a.fr', []],
    ['@yanis_b, #chêne et #2026', ['@yanis_b', '#chêne']],
    ['@ab', []],
  ])('%s', (words, found) => {
    expect(text.spans(words).map(({ start, end }) => words.slice(start, end))).toEqual(found)
  })
})

describe('the inbox', () => {
  test('confirms only what was kept: the offset is the cursor that was handed over', async () => {
    const { tools, account, network, sent } = await watched()
    network.speak?.('Bonjour', null)
    const first = value(await inbox.read(tools, account, null))
    expect(sent.at(-1)?.init.body).not.toContain('offset')
    // The desk dies before it keeps them.
    expect(value(await inbox.read(tools, account, null)).items).toEqual(first.items)
    expect(value(await inbox.read(tools, account, first.cursor ?? null)).items).toEqual([])
    expect(value(await inbox.read(tools, account, null)).items).toEqual([])
  })

  test('after six days of silence asks from the beginning, for updates may be numbered anew', async () => {
    const { tools, account, network, clock, last } = await watched()
    network.speak?.('Bonjour', null)
    const { cursor = null } = value(await inbox.read(tools, account, null))
    clock.advance(5 * 24 * 3600_000)
    value(await inbox.read(tools, account, cursor))
    expect(last()).toHaveProperty('offset')
    clock.advance(2 * 24 * 3600_000)
    value(await inbox.read(tools, account, cursor))
    expect(last()).not.toHaveProperty('offset')
  })

  test('a message that cannot be read stops none of the others', async () => {
    const { tools, account, faults } = await watched()
    const from = { id: 7, is_bot: false, first_name: 'Yanis' }
    const good = { message_id: 2, date: 1, chat: { id: 7, type: 'private' }, from, text: 'Bonjour' }
    const result = [
      { update_id: 1, message: { odd: true } },
      { update_id: 2, message: good },
    ]
    faults.next(() => true, { answer: new Response(JSON.stringify({ ok: true, result })) })
    const page = value(await inbox.read(tools, account, null))
    expect(page.items).toMatchObject([{ text: 'Bonjour', kind: 'message' }])
    expect(page.cursor).toMatch(/^3@/)
  })

  test('holds comments on comments and calls by name, not what members tell each other', async () => {
    const { tools, account, faults } = await watched()
    const from = { id: 7, is_bot: false, first_name: 'Yanis' }
    const group = { id: -1002222222222, type: 'supergroup' }
    const said = (n: number, more: object) => ({
      update_id: n,
      message: { message_id: n, date: n, chat: group, from, text: 'Oui', ...more },
    })
    const result = [
      said(1, { message_thread_id: 9, reply_to_message: { message_id: 8, from } }),
      said(2, { text: 'Dis, @Morel_Vigie_Bot ?' }),
      said(3, { text: 'On mange où ?' }),
      said(4, { is_automatic_forward: true }),
      said(5, {
        sender_chat: { id: -1001111111111, type: 'channel', title: 'Atelier Morel' },
        message_thread_id: 9,
      }),
    ]
    faults.next(() => true, { answer: new Response(JSON.stringify({ ok: true, result })) })
    const page = value(await inbox.read(tools, account, null))
    expect(page.items.map(({ kind, remoteId }) => [kind, remoteId])).toEqual([
      ['comment', '-1002222222222/1'],
      ['mention', '-1002222222222/2'],
    ])
  })
})

describe('connecting', () => {
  test('a channel without a name is found where the bot was added last', async () => {
    const { tools } = await watched()
    const fields = { token: kit.fields['token'] ?? '', chat: '' }
    const { account } = value(await signIn(telegram, kit, tools, fields))
    expect(account.settings).toMatchObject({ chatId: -1001111111111, discussionId: -1002222222222 })
  })

  test.each([
    ['a bot that serves another program', 'getWebhookInfo', { url: 'https://b.example' }, 'token'],
    ['a bot without the right to post', 'getChatMember', { status: 'member' }, 'chat'],
    ['a person instead of a channel', 'getChat', { id: 7, type: 'private' }, 'chat'],
  ])('%s is refused, by the field', async (_, method, result, field) => {
    const { tools, faults } = await watched()
    const answer = new Response(JSON.stringify({ ok: true, result }))
    faults.next(({ url }) => url.pathname.endsWith(method), { answer })
    const refused = failure(await signIn(telegram, kit, tools, kit.fields))
    expect(refused).toMatchObject({ kind: 'rejected', field })
  })
})

const file = sharedData('specs', 'telegram/api.json')

describe.skipIf(!file)('every request is one that the Bot API documents', () => {
  const open = () => telegramChecker(JSON.parse(readFileSync(file ?? '', 'utf8')) as TelegramSpec)

  test('and a request that is not would be seen', () => {
    const check = open()
    expect(check('sendMessage', { chat_id: 1, text: 'Oui' })).toEqual([])
    expect(check('sendMessages', {})).toHaveLength(1)
    expect(check('sendMessage', { chat_id: 1 })).toHaveLength(1)
    expect(check('sendMessage', { chat_id: 1, text: 'Oui', colour: 'green' })).toHaveLength(1)
    expect(check('sendMessage', { chat_id: 1, text: 'Oui', reply_parameters: {} })).toHaveLength(1)
    expect(check('getUpdates', { limit: 'many' })).toHaveLength(1)
    const media = [{ type: 'photo', media: 'attach://a', colour: 'green' }]
    expect(check('sendMediaGroup', { chat_id: 1, media })).toHaveLength(1)
  })

  test('connecting, publishing, answering, reading, counting and removing', async () => {
    const check = open()
    const { tools, sent, network, delivery, clock } = await watched()
    const { account } = value(await signIn(telegram, kit, tools, { ...kit.fields, chat: '' }))
    value(await connect.check(tools, account))
    const image = await pictureOf('Une table', 40, 30)
    const size = { width: 160, height: 90, seconds: 2.4 }
    const video = { file: new Blob(['film']), type: 'video/mp4', ...size, alt: '', poster: image }
    const replyTo = { remoteId: network.speak?.('Combien ?', '-1001111111111/12') ?? '' }
    const options = { silent: true, boldTitle: true, linkPreview: 'above' }
    const poll = { choices: ['Chêne', 'Noyer'], minutes: 60, multiple: true }
    const deliveries = [
      delivery('Un texte\navec un titre', { options }),
      delivery('Une image', { images: [image], options }),
      delivery('Deux images', { images: [image, image], options }),
      delivery('', { images: [image, image] }),
      delivery('Un film', { video, options }),
      delivery('Quel bois ?', { poll, options }),
      delivery('Deux cents euros', { replyTo }),
    ]
    for (const one of deliveries) {
      const made = value(await publish.publish(tools, account, one))
      clock.advance(3600_000)
      if (one.poll) value(await readPoll(tools, account, made))
      value(await publish.remove(tools, account, made))
    }
    const { cursor = null } = value(await inbox.read(tools, account, null))
    value(await inbox.read(tools, account, cursor))
    value(await metrics.channel(tools, account))
    expect(sent.flatMap((one) => check(methodOf(one), paramsOf(one.init)))).toEqual([])
    expect(new Set(sent.map(methodOf)).size).toBe(13)
  })
})

/** A form as the parameters it stands for; of files, their place only. */
function paramsOf({ body }: FetchInit): Record<string, unknown> {
  if (!(body instanceof FormData)) return JSON.parse(String(body)) as Record<string, unknown>
  const params: Record<string, unknown> = {}
  for (const [name, value] of body) {
    if (typeof value !== 'string') continue
    const isJson = /^[[{]|^-?\d+$|^(?:true|false)$/.test(value)
    params[name] = isJson ? (JSON.parse(value) as unknown) : value
  }
  for (const [name, value] of body) {
    if (value instanceof File && !JSON.stringify(params).includes(`attach://${name}`)) {
      params[name] = 'a file'
    }
  }
  const media = JSON.stringify(params).match(/attach:\/\/\w+/g) ?? []
  for (const named of media) {
    if (!(body.get(named.slice('attach://'.length)) instanceof File)) throw new Error(`no ${named}`)
  }
  return params
}
