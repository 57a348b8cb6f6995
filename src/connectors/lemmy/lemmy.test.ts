import { describe, expect, test } from 'vitest'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { watchedDesk } from '#connectors/_contract/suite/watch.ts'
import { communityIn } from './connect.ts'
import kit from './contract.ts'
import type { LemmyDouble } from './double.ts'
import lemmy from './index.ts'
import { submissionOf } from './submission.ts'
import { text } from './text.ts'
import { parentOf, plainWords } from './views.ts'

const { publish, inbox, connect, listen, metrics } = lemmy
if (!publish || !inbox || !listen || !metrics) throw new Error('Lemmy does less than it did')

const jsonsTo = (sent: Awaited<ReturnType<typeof watchedDesk>>['sent'], path: string) =>
  sent
    .filter(({ url, init }) => url.pathname === path && typeof init.body === 'string')
    .map(({ init }) => JSON.parse(String(init.body)))

describe('how Lemmy reads', () => {
  test.each([
    ['Merci @yanis@jlai.lu, voir !bois@lemmy.world', ['@yanis@jlai.lu', '!bois@lemmy.world']],
    ['https://a.fr/x). Écrire à moi@a.fr', ['https://a.fr/x']],
  ])('%s', (words, found) => {
    expect(text.spans(words).map(({ start, end }) => words.slice(start, end))).toEqual(found)
  })

  test.each([
    ['menuiserie', 'menuiserie'],
    ['!menuiserie@jlai.lu', 'menuiserie@jlai.lu'],
    ['https://jlai.lu/c/menuiserie', 'menuiserie@jlai.lu'],
    ['https://lemmy.example/c/menuiserie', 'menuiserie'],
    ['https://lemmy.example/c/menuiserie@jlai.lu/', 'menuiserie@jlai.lu'],
    ['nulle part', null],
  ])('the community in “%s” is %s', (typed, found) =>
    expect(communityIn(typed, 'https://lemmy.example')).toBe(found),
  )

  test.each([
    ['![](https://a.fr/i.png)', 'https://a.fr/i.png'],
    ['Voir [la table](https://a.fr)', 'Voir la table (https://a.fr)'],
    ['[https://a.fr](https://a.fr)', 'https://a.fr'],
  ])('%s is read as %s', (markdown, words) => expect(plainWords(markdown)).toBe(words))

  test('a comment under the post has no parent, and one under another has it', () => {
    expect(parentOf({ path: '0.5' })).toBeNull()
    expect(parentOf({ path: '0.5.9' })).toBe(5)
  })
})

describe('a post', () => {
  test('has its first line for a title, and keeps its lines', () => {
    expect(submissionOf({ text: 'Un banc\n\nEn chêne.\nÀ vendre.', options: {} })).toEqual({
      title: 'Un banc',
      body: 'En chêne.  \nÀ vendre.',
      link: null,
    })
  })

  test('goes to the community of the account, with its image described', async () => {
    const { tools, account, delivery, sent } = await watchedDesk(lemmy, kit)
    const images = [await pictureOf('Le banc', 4, 3)]
    const options = { nsfw: true }
    value(await publish.publish(tools, account, delivery('Un banc', { images, options })))
    expect(jsonsTo(sent, '/api/v3/post')).toMatchObject([
      {
        name: 'Un banc',
        community_id: 3,
        nsfw: true,
        alt_text: 'Le banc',
        url: expect.stringContaining('/pictrs/image/'),
      },
    ])
  })

  test('is the link itself when that is asked for, and never a link and an image', async () => {
    const { tools, account, delivery, sent } = await watchedDesk(lemmy, kit)
    const options = { asLink: true }
    const words = 'Notre banc\nhttps://a.fr/banc'
    const made = value(await publish.publish(tools, account, delivery(words, { options })))
    expect(jsonsTo(sent, '/api/v3/post')).toMatchObject([{ url: 'https://a.fr/banc' }])
    expect(made.url).toMatch(/\/post\/\d+$/)
    const images = [await pictureOf('Le banc', 4, 3)]
    const both = await publish.publish(tools, account, delivery(words, { options, images }))
    expect(failure(both)).toMatchObject({ kind: 'rejected', field: 'images' })
    const none = await publish.publish(tools, account, delivery('Sans lien', { options }))
    expect(failure(none)).toMatchObject({ kind: 'rejected', field: 'text' })
  })
})

test('a private message is answered to whoever wrote it, and found again', async () => {
  const { tools, account, delivery, network } = await openDesk(lemmy, kit)
  const double = network as LemmyDouble
  const remoteId = double.whisper('Livrez-vous ?')
  const [item] = value(await inbox.read(tools, account, null)).items
  expect(item).toMatchObject({ kind: 'message', remoteId, text: 'Livrez-vous ?' })
  const replyTo = { remoteId, data: item?.data ?? {} }
  const answer = delivery('Oui, partout.', { replyTo })
  const sent = value(await publish.publish(tools, account, answer))
  expect(double.whispered()).toEqual([{ to: 'yanis', words: 'Oui, partout.' }])
  expect(value(await publish.confirm(tools, account, answer))?.remoteId).toBe(sent.remoteId)
  // What we say is no news to us.
  expect(value(await inbox.read(tools, account, null)).items).toHaveLength(1)
})

describe('connecting', () => {
  const refusedWith = async (error: string, status: number) => {
    const { tools, faults } = await openDesk(lemmy, kit)
    faults.next(() => true, { answer: Response.json({ error }, { status }) })
    return failure(await signIn(lemmy, kit, tools, kit.fields))
  }

  test.each([
    ['incorrect_login', 401, 'password'],
    ['missing_totp_token', 400, 'totp'],
    ['incorrect_totp_token', 400, 'totp'],
  ])('%s is told by its field', async (error, status, field) => {
    expect(await refusedWith(error, status)).toMatchObject({ kind: 'rejected', field })
  })

  test('what is no Lemmy server is told by its field', async () => {
    const { tools } = await openDesk(lemmy, kit)
    const typed = { ...kit.fields, server: 'autre.example' }
    const failed = failure(await signIn(lemmy, kit, tools, typed))
    expect(failed).toMatchObject({ kind: 'rejected', field: 'server' })
  })

  test('a community that is closed, or is not there, is told by its field', async () => {
    const { tools, network } = await openDesk(lemmy, kit)
    ;(network as LemmyDouble).community['removed'] = true
    expect(failure(await signIn(lemmy, kit, tools, kit.fields))).toMatchObject({
      kind: 'rejected',
      field: 'community',
    })
    const elsewhere = { ...kit.fields, community: 'potager' }
    expect(failure(await signIn(lemmy, kit, tools, elsewhere))).toMatchObject({
      kind: 'rejected',
      field: 'community',
    })
  })

  test('a token that the server does not know any more is an access that ended', async () => {
    const { tools, account } = await openDesk(lemmy, kit)
    const ended = { ...account, secrets: { token: 'autre' } }
    expect(failure(await connect.check(tools, ended)).kind).toBe('auth')
  })
})

test('an older post than the list shows is counted by itself', async () => {
  const { tools, account, delivery, network } = await openDesk(lemmy, kit)
  const first = value(await publish.publish(tools, account, delivery('La première')))
  network.like?.(first.remoteId)
  for (let n = 0; n < 320; n++) {
    value(await publish.publish(tools, account, delivery(`Publication ${n}`)))
  }
  const counts = value(await metrics.posts(tools, account, [first.remoteId, 'post:1']))
  expect(counts).toEqual({ [first.remoteId]: { likes: 1, replies: 0 } })
})

test('a phrase is searched among posts and comments of all servers', async () => {
  const { tools, account, sent } = await watchedDesk(lemmy, kit)
  value(await listen.read(tools, account, { terms: ['banc de jardin'] }, null))
  const [asked] = sent.filter(({ url }) => url.pathname === '/api/v3/search')
  expect(Object.fromEntries(asked?.url.searchParams ?? [])).toMatchObject({
    q: 'banc de jardin',
    type_: 'All',
    listing_type: 'All',
  })
})

describe('a place that is followed', () => {
  const server = 'https://lemmy.example'
  const openPlace = async () => {
    const { tools, account, network, clock, sent } = await watchedDesk(lemmy, kit)
    const double = network as LemmyDouble
    sent.length = 0
    const read = (communities: string, cursor: string | null = null) =>
      listen.read(tools, null, { server, communities, terms: ['banc'] }, cursor)
    return { double, read, clock, sent, account }
  }
  const texts = ({ items }: { items: { text: string }[] }) => items.map(({ text }) => text)

  test('is read whole, posts and comments, by nobody', async () => {
    const { double, read, clock, sent } = await openPlace()
    double.appear?.('Une chaise')
    clock.advance(1000)
    double.speak?.('Belle chaise', 'post:101')
    const page = value(await read('menuiserie'))
    expect(texts(page)).toEqual(['Une chaise', 'Belle chaise'])
    expect(sent.every(({ init }) => init.headers?.['authorization'] === undefined)).toBe(true)
    expect(texts(value(await read('menuiserie', page.cursor ?? null)))).toEqual([])
  })

  test('a post kept at its head, however old, hides nothing behind it', async () => {
    const { double, read, clock } = await openPlace()
    double.pin('Nos règles', '2024-01-01T00:00:00Z')
    for (let n = 0; n < 70; n++) {
      clock.advance(60_000)
      double.appear?.(`Chaise ${n}`)
    }
    const heard = texts(value(await read('menuiserie')))
    expect([heard.length, heard.includes('Nos règles')]).toEqual([70, false])
  })

  test('without communities, is searched for the words of the queries', async () => {
    const { double, read } = await openPlace()
    double.appear?.('Un banc')
    double.appear?.('Une table')
    expect(texts(value(await read('')))).toEqual(['Un banc'])
  })

  test('that is not there, or shows nothing to strangers, is told by its field', async () => {
    const { double, read } = await openPlace()
    const unknown = failure(await read('potager'))
    expect(unknown).toMatchObject({ kind: 'rejected', reason: expect.anything() })
    double.close()
    expect(failure(await read('menuiserie'))).toMatchObject({ kind: 'rejected', field: 'server' })
  })

  test.each([
    [{ server: '' }, 'server'],
    [{ server: 'nulle part' }, 'server'],
    [{ server: 'jlai.lu', communities: 'deux/mots' }, 'communities'],
    [{ server: 'jlai.lu', communities: '!bois https://lemmy.world/c/wood' }, undefined],
  ])('%j is asked for, or refused by its field', (settings, field) =>
    expect(listen.places?.check(settings)?.field).toBe(field),
  )

  test('is named by its communities, or by its server', () => {
    expect(listen.places?.nameOf({ server: 'jlai.lu', communities: 'bois' })).toBe('Lemmy · !bois')
    expect(listen.places?.nameOf({ server: 'jlai.lu' })).toBe('Lemmy · jlai.lu')
  })
})
