import { describe, expect, test } from 'vitest'
import type { Outgoing } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { watched } from '#connectors/_contract/suite/watch.ts'
import threads from './index.ts'
import { openProfile } from './testing.ts'
import { text } from './text.ts'

const { publish, inbox, connect } = threads
if (!publish || !inbox) throw new Error('Threads does less than it did')

describe('how Threads counts', () => {
  test.each([
    ['letters one by one', 'Atelier', 7],
    ['an accent with its letter, however it is written', 'e\u0301te\u0301', 3],
    ['an emoji by the bytes of its UTF-8', '🪵', 4],
    ['a family by all its bytes', '👨‍👩‍👧‍👧', 25],
    ['a flag by its two letters', '🇫🇷', 8],
    ['a heart made an emoji by its selector', '❤️', 6],
    ['the same sign as text', '❤', 1],
    ['a keycap', '1️⃣', 7],
    ['a figure', '1', 1],
    ['what is neither Latin nor emoji', '木工房', 3],
  ])('%s', (_, words, length) => expect(text.count(words)).toBe(length))

  test('links, tags and people are found', () => {
    expect(text.spans('(https://a.fr/x) #chêne @yanis_bois, #2026')).toEqual([
      { start: 1, end: 15, kind: 'link', value: 'https://a.fr/x' },
      { start: 17, end: 23, kind: 'hashtag', value: 'chêne' },
      { start: 24, end: 35, kind: 'mention', value: 'yanis_bois' },
    ])
  })
})

describe('connecting', () => {
  const redirect = 'https://vigie.example/channels/callback'

  test('asks for each permission, and gives an access of sixty days', async () => {
    const { tools, connected, clock } = await openProfile()
    const begun = value((await connect.begin?.(tools, {}, redirect, 'st')) ?? no)
    const url = new URL(begun.url)
    expect(url.origin + url.pathname).toBe('https://threads.com/oauth/authorize')
    expect(url.searchParams.get('scope')?.split(',')).toContain('threads_manage_mentions')
    expect(connected.profileUrl).toBe('https://www.threads.com/@ateliermorel')
    const days = ((connected.expiresAt?.getTime() ?? 0) - clock.now().getTime()) / 86_400_000
    expect(Math.floor(days)).toBe(59)
  })

  test('the code loses the end that Threads adds', async () => {
    const { tools } = await openProfile()
    const callback = new URLSearchParams({ code: 'code-of-camille#_', state: 'st' })
    const found = await connect.finish?.(tools, callback, redirect, { state: 'st' })
    expect(found?.ok).toBe(true)
  })

  test('a renewed access lasts sixty days again', async () => {
    const { tools, account, clock } = await openProfile()
    clock.advance(50 * 86_400_000)
    const renewed = value((await connect.refresh?.(tools, account)) ?? no)
    const days = ((renewed.expiresAt?.getTime() ?? 0) - clock.now().getTime()) / 86_400_000
    expect(Math.floor(days)).toBe(59)
    expect(renewed.secrets['accessToken']).not.toBe(account.secrets['accessToken'])
  })
})

describe('a post', () => {
  test('of words leaves though nobody outside can reach the desk; with an image it is refused', async () => {
    const { tools, account, delivery } = await openProfile()
    const { addressOf: _, ...unreachable } = tools
    value(await publish.publish(unreachable, account, delivery('Des mots')))
    const shown = delivery('Une vue', { images: [await pictureOf('Une table', 4, 3)] })
    expect(failure(await publish.publish(unreachable, account, shown))).toMatchObject({
      kind: 'rejected',
      field: 'images',
    })
  })

  test('says who may reply and what it is about; a reply does not', async () => {
    const { tools, account, delivery, network } = await openProfile()
    const options = { replyControl: 'followers_only', topicTag: ' #Menuiserie ' }
    const first = value(await publish.publish(tools, account, delivery('Un', { options })))
    const replyTo = { remoteId: first.remoteId }
    value(await publish.publish(tools, account, delivery('Deux', { options, replyTo })))
    expect(network.containersMade.map(({ access_token: _, ...form }) => form)).toEqual([
      { media_type: 'TEXT', text: 'Un', reply_control: 'followers_only', topic_tag: 'Menuiserie' },
      { media_type: 'TEXT', text: 'Deux', reply_to_id: first.remoteId },
    ])
  })

  test.each([
    ['six links', { text: [1, 2, 3, 4, 5, 6].map((n) => `https://a.fr/${n}`).join(' ') }, 'text'],
    ['a topic with a full stop', { options: { topicTag: 'a.b' } }, 'topicTag'],
    [
      'a poll of one choice',
      { poll: { choices: ['Oui'], minutes: 1440, multiple: false } },
      'poll',
    ],
    [
      'a choice of 26 characters',
      { poll: { choices: ['Oui', 'x'.repeat(26)], minutes: 1440, multiple: false } },
      'poll',
    ],
    [
      'a poll of several answers',
      { poll: { choices: ['Oui', 'Non'], minutes: 1440, multiple: true } },
      'poll',
    ],
  ])('with %s is refused before anything is made', async (_, more: Partial<Outgoing>, field) => {
    const { tools, account, delivery, network } = await openProfile()
    const failed = failure(await publish.publish(tools, account, delivery('Vu', more)))
    expect(failed).toMatchObject({ kind: 'rejected', field })
    expect(network.containersMade).toEqual([])
  })

  test('five links said six times are five', async () => {
    const { tools, account, delivery } = await openProfile()
    const links = [1, 2, 3, 4, 5, 5].map((n) => `https://a.fr/${n}`).join(' ')
    value(await publish.publish(tools, account, delivery(links)))
  })

  test('waits where the posts of 24 hours are used up; replies have a count of their own', async () => {
    const { tools, account, delivery, network, clock } = await openProfile()
    const { remoteId } = value(await publish.publish(tools, account, delivery('Avant')))
    network.use(250, 0)
    const until = new Date(clock.now().getTime() + 3_600_000)
    const full = failure(await publish.publish(tools, account, delivery('Trop')))
    expect(full).toMatchObject({ kind: 'rate', until })
    value(await publish.publish(tools, account, delivery('Réponse', { replyTo: { remoteId } })))
    network.use(0, 1000)
    const none = delivery('Une de trop', { replyTo: { remoteId } })
    expect(failure(await publish.publish(tools, account, none)).kind).toBe('rate')
  })
})

describe('a poll', () => {
  test('leaves by letters, and its shares become votes', async () => {
    const { tools, account, delivery, network, clock } = await openProfile()
    const poll = { choices: ['Chêne', 'Noyer'], minutes: 1440, multiple: false }
    const sent = value(await publish.publish(tools, account, delivery('Lequel ?', { poll })))
    const [form] = network.containersMade
    expect(JSON.parse(form?.['poll_attachment'] ?? '')).toEqual({
      option_a: 'Chêne',
      option_b: 'Noyer',
    })
    const tally = value((await publish.readPoll?.(tools, account, sent)) ?? no)
    expect(tally.choices).toEqual([
      { label: 'Chêne', votes: 2 },
      { label: 'Noyer', votes: 1 },
    ])
    expect(tally.closed).toBe(false)
    clock.advance(86_400_000)
    expect(value((await publish.readPoll?.(tools, account, sent)) ?? no).closed).toBe(true)
  })

  test('that is none is refused', async () => {
    const { tools, account, delivery } = await openProfile()
    const sent = value(await publish.publish(tools, account, delivery('Sans sondage')))
    expect(failure((await publish.readPoll?.(tools, account, sent)) ?? no).kind).toBe('rejected')
  })
})

describe('the inbox', () => {
  test('nested replies are read, ours are not, and a reply that names us comes once', async () => {
    const desk = await openProfile()
    const { tools, account, network, clock } = desk
    const post = value(await publish.publish(tools, account, desk.delivery('Un banc')))
    const first = network.speak?.('Combien ?', post.remoteId) ?? ''
    clock.advance(1000)
    const replyTo = { remoteId: first }
    value(await publish.publish(tools, account, desk.delivery('Deux cents', { replyTo })))
    clock.advance(1000)
    const nested = network.speak?.('Merci', first) ?? ''
    const { items, cursor = null } = value(await inbox.read(tools, account, null))
    expect(items.map(({ remoteId }) => remoteId)).toEqual([first, nested])
    expect(new Set(items.map(({ threadId }) => threadId))).toEqual(new Set([post.remoteId]))
    clock.advance(60_000)
    const late = network.speak?.('Encore', first) ?? ''
    const next = value(await inbox.read(tools, account, cursor))
    expect(next.items.map(({ remoteId }) => remoteId)).toEqual([late])
  })

  test('an old post is read four times a day, and nothing under it is missed', async () => {
    const desk = await openProfile()
    const { network, clock } = desk
    const { tools, asked } = watched(desk.tools)
    const post = value(await publish.publish(tools, desk.account, desk.delivery('Ancien')))
    network.speak?.('Premier', post.remoteId)
    clock.advance(20 * 86_400_000)
    const first = value(await inbox.read(tools, desk.account, null))
    const settled = value(await inbox.read(tools, desk.account, first.cursor ?? null))
    const before = asked.length
    clock.advance(60_000)
    const late = network.speak?.('Tardif', post.remoteId)
    const quiet = value(await inbox.read(tools, desk.account, settled.cursor ?? null))
    const isReading = ({ url }: { url: URL }) => url.pathname.endsWith('/conversation')
    expect(asked.slice(before).filter(isReading)).toEqual([])
    clock.advance(6 * 3_600_000)
    const found = value(await inbox.read(tools, desk.account, quiet.cursor ?? null))
    expect(found.items.map(({ remoteId }) => remoteId)).toEqual([late])
  })
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
