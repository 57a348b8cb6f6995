import { describe, expect, test } from 'vitest'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { type Watched, watchedDesk } from '#connectors/_contract/suite/watch.ts'
import kit from './contract.ts'
import telegram from './index.ts'

const { publish } = telegram
if (!publish?.readPoll) throw new Error('Telegram does less than it did')
const { readPoll } = publish

/** What left, with the method of the Bot API that it called. */
async function watched() {
  const desk = await watchedDesk(telegram, kit)
  const last = () => JSON.parse(String(desk.sent.at(-1)?.init.body)) as Record<string, unknown>
  return { ...desk, last }
}

const methodOf = ({ url }: Watched) => url.pathname.split('/').at(-1) ?? ''

describe('a post', () => {
  test('carries nothing that would read its words as markup', async () => {
    const { tools, account, delivery, last, network } = await watched()
    const words = '*gras* _italique_ <b>gras</b> [lien](https://a.fr)'
    value(await publish.publish(tools, account, delivery(words)))
    expect(last()).not.toHaveProperty('parse_mode')
    expect(network.published?.()).toMatchObject([{ text: words }])
  })

  test('has its first line in bold, no sound and no card when asked', async () => {
    const { tools, account, delivery, last } = await watched()
    const options = { boldTitle: true, silent: true, linkPreview: 'none' }
    value(await publish.publish(tools, account, delivery('🪵 Le banc\nIl est là.', { options })))
    expect(last()).toMatchObject({
      entities: [{ type: 'bold', offset: 0, length: 10 }],
      disable_notification: true,
      link_preview_options: { is_disabled: true },
    })
  })

  test('under a picture has 1,024 characters at most', async () => {
    const { tools, account, delivery } = await watched()
    const images = [await pictureOf('Une table', 40, 30)]
    value(await publish.publish(tools, account, delivery('é'.repeat(1024), { images })))
    const long = delivery('é'.repeat(1025), { images })
    expect(failure(await publish.publish(tools, account, long))).toMatchObject({ field: 'text' })
  })

  test('with a picture that Telegram cannot show is refused before', async () => {
    const { tools, account, delivery } = await watched()
    for (const size of [
      { width: 9000, height: 1001 },
      { width: 21, height: 1 },
    ]) {
      const images = [{ ...(await pictureOf('Une table', 4, 3)), ...size }]
      const refused = failure(await publish.publish(tools, account, delivery('Vue', { images })))
      expect(refused).toMatchObject({ kind: 'rejected', field: 'images' })
    }
  })

  test('of several pictures is removed whole', async () => {
    const { tools, account, delivery, network, sent } = await watched()
    const images = [await pictureOf('Un', 4, 3), await pictureOf('Deux', 4, 3)]
    const made = value(await publish.publish(tools, account, delivery('Vues', { images })))
    value(await publish.remove(tools, account, made))
    expect(network.published?.()).toEqual([])
    expect(sent.filter((one) => methodOf(one) === 'deleteMessage')).toHaveLength(2)
  })

  test('older than two days can be removed by a person only', async () => {
    const { tools, account, delivery, faults } = await watched()
    const made = value(await publish.publish(tools, account, delivery('Vieux')))
    const body = {
      ok: false,
      error_code: 400,
      description: "Bad Request: message can't be deleted",
    }
    const answer = new Response(JSON.stringify(body), { status: 400 })
    faults.next(({ url }) => url.pathname.endsWith('/deleteMessage'), { answer })
    const refused = failure(await publish.remove(tools, account, made))
    expect(refused.kind === 'rejected' && refused.reason.en).toContain('48 hours')
  })

  test('of a group that became a supergroup goes there, once', async () => {
    const { tools, account, delivery, network } = await watched()
    const former = { ...account, settings: { ...account.settings, chatId: -55 } }
    const made = value(await publish.publish(tools, former, delivery('Bonjour')))
    expect(made.remoteId).toMatch(/^-1002222222222\//)
    expect(network.published?.()).toHaveLength(1)
  })

  test('asks to wait as long as Telegram says', async () => {
    const { tools, account, delivery, faults, clock } = await watched()
    const body = {
      ok: false,
      error_code: 429,
      description: 'Too Many Requests',
      parameters: { retry_after: 35 },
    }
    faults.next(() => true, { answer: new Response(JSON.stringify(body), { status: 429 }) })
    const failed = failure(await publish.publish(tools, account, delivery('Vite')))
    expect(failed.kind === 'rate' && failed.until.getTime() - clock.now().getTime()).toBe(35_000)
  })

  test('is known by its address', () => {
    const account = {
      remoteId: '42',
      handle: '',
      settings: { chatId: -1001111111111, username: 'atelier_morel', botUsername: 'b' },
    }
    const idIn = (url: string) => publish.idIn?.(account, new URL(url))
    expect(idIn('https://t.me/atelier_morel/12')).toBe('-1001111111111/12')
    expect(idIn('https://t.me/s/Atelier_Morel/12?single')).toBe('-1001111111111/12')
    expect(idIn('https://t.me/c/1111111111/12')).toBe('-1001111111111/12')
    expect(idIn('https://t.me/autre/12')).toBeNull()
    expect(idIn('https://a.fr/atelier_morel/12')).toBeNull()
  })
})

describe('a poll', () => {
  const poll = { choices: ['Chêne', 'Noyer'], minutes: 60, multiple: false }

  test('is read when its time is over, by closing it; before, nothing is told', async () => {
    const { tools, account, delivery, clock } = await watched()
    const made = value(await publish.publish(tools, account, delivery('Quel bois ?', { poll })))
    const closesAt = new Date(String(made.data?.['closesAt']))
    const early = value(await readPoll(tools, account, made))
    expect(early).toEqual({ choices: null, closesAt, closed: false })
    clock.advance(3600_000)
    expect(value(await readPoll(tools, account, made))).toMatchObject({
      closed: true,
      choices: [
        { label: 'Chêne', votes: 0 },
        { label: 'Noyer', votes: 0 },
      ],
    })
    expect(failure(await readPoll(tools, account, made)).kind).toBe('rejected')
  })

  test.each([
    ['a question that is too long', 'é'.repeat(301), poll],
    ['one choice', 'Quel bois ?', { ...poll, choices: ['Chêne'] }],
    ['a choice that is too long', 'Quel bois ?', { ...poll, choices: ['a'.repeat(101), 'b'] }],
    ['more than thirty days', 'Quel bois ?', { ...poll, minutes: 43_791 }],
    ['no question', '', poll],
  ])('with %s is refused before', async (_, words, wrong) => {
    const { tools, account, delivery, sent } = await watched()
    const refused = await publish.publish(tools, account, delivery(words, { poll: wrong }))
    expect(failure(refused).kind).toBe('rejected')
    expect(sent).toEqual([])
  })
})
