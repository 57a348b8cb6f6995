import { describe, expect, test } from 'vitest'
import type { Connected, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { metaChecker } from '#connectors/_meta/spec.ts'
import kit from './contract.ts'
import type { InstagramDouble } from './double.ts'
import instagram from './index.ts'
import { text } from './text.ts'

const { publish, inbox, metrics, connect } = instagram
if (!publish || !inbox || !metrics) throw new Error('Instagram does less than it did')

async function openAccount() {
  const desk = await openDesk(instagram, kit)
  return { ...desk, network: desk.network as InstagramDouble }
}

/** Everything that is sent, as the network reads it. */
function watched(tools: Tools) {
  const asked: { method: string; url: URL; body: unknown }[] = []
  const fetch: Tools['fetch'] = (address, init = {}) => {
    asked.push({ method: init.method ?? 'GET', url: new URL(address), body: init.body })
    return tools.fetch(address, init)
  }
  return { tools: { ...tools, fetch }, asked }
}

test('tags and people are found in a caption, addresses are not', () => {
  expect(text.spans('#chêne, par @yanis_bois. https://a.fr/#x ou a@b.fr')).toEqual([
    { start: 0, end: 6, kind: 'hashtag', value: 'chêne' },
    { start: 12, end: 23, kind: 'mention', value: 'yanis_bois' },
  ])
})

describe('connecting', () => {
  const redirect = 'https://vigie.example/channels/callback'
  const finish = async (tools: Tools) => {
    const allowed = new URLSearchParams({ code: 'code-of-camille', state: 'st' })
    return (await connect.finish?.(tools, allowed, redirect, { state: 'st' })) ?? no
  }

  test('answers the professional accounts that are linked to a page', async () => {
    const { tools } = await openAccount()
    const accounts = value(await finish(tools)) as Connected[]
    expect(accounts.map(({ account }) => account.handle)).toEqual(['atelier.morel'])
  })

  test('pages without one are refused with what to do', async () => {
    const { tools, faults } = await openAccount()
    const empty = Response.json({ data: [{ id: '1002', access_token: 'x' }] })
    faults.next(({ url }) => url.pathname.endsWith('/me/accounts'), { answer: empty })
    expect(failure(await finish(tools))).toMatchObject({
      kind: 'rejected',
      reason: { en: expect.stringContaining('professional') },
    })
  })
})

describe('a post', () => {
  test('is refused with a sentence where nobody outside can reach the desk', async () => {
    const { tools, account, delivery } = await openAccount()
    const { addressOf: _, ...unreachable } = tools
    expect(failure(await publish.publish(unreachable, account, delivery('Vu')))).toMatchObject({
      kind: 'rejected',
      field: 'images',
      reason: { fr: expect.stringContaining('adresse publique') },
    })
  })

  test('of words alone is refused by its images', async () => {
    const { tools, account, delivery } = await openAccount()
    const words = delivery('Sans image', { images: [] })
    expect(failure(await publish.publish(tools, account, words))).toMatchObject({ field: 'images' })
  })

  test.each([
    ['thirty-one hashtags', '#a '.repeat(31)],
    ['twenty-one mentions', '@yanis '.repeat(21)],
  ])('with %s is refused before anything is made', async (_, words) => {
    const { tools, account, delivery, network } = await openAccount()
    const failed = failure(await publish.publish(tools, account, delivery(words)))
    expect(failed).toMatchObject({ kind: 'rejected', field: 'text' })
    expect(network.containersMade).toEqual([])
  })

  test('says what it is made of: addresses, descriptions, its cover, the feed', async () => {
    const { tools, account, delivery, network } = await openAccount()
    const table = await pictureOf('Une table', 4, 3)
    const size = { width: 90, height: 160, seconds: 5 }
    const video = { file: new Blob(['film']), type: 'video/mp4', ...size, alt: '', poster: table }
    const options = { shareToFeed: false }
    value(await publish.publish(tools, account, delivery('Reel', { video, options })))
    value(await publish.publish(tools, account, delivery('Vue', { images: [table] })))
    expect(network.containersMade).toMatchObject([
      {
        media_type: 'REELS',
        caption: 'Reel',
        video_url: 'https://vigie.example/m/video.mp4',
        cover_url: 'https://vigie.example/m/image.png',
        share_to_feed: 'false',
      },
      { image_url: 'https://vigie.example/m/image.png', alt_text: 'Une table', caption: 'Vue' },
    ])
    expect(network.containersMade[1]).not.toHaveProperty('media_type')
  })

  test('waits where the posts of 24 hours are used up, and makes nothing', async () => {
    const { tools, account, delivery, network, clock } = await openAccount()
    network.use(100)
    const failed = failure(await publish.publish(tools, account, delivery('Trop')))
    const until = new Date(clock.now().getTime() + 3_600_000)
    expect(failed).toMatchObject({ kind: 'rate', until })
    expect(network.containersMade).toEqual([])
  })
})

/** Keeps facts as the desk does: on the delivery, as JSON. */
const keeping = (tools: Tools, delivery: Outgoing): Tools => ({
  ...tools,
  keep: async (facts) =>
    void (delivery.kept = JSON.parse(JSON.stringify(facts)) as object as Record<string, unknown>),
})
const isPublishing = ({ url }: { url: URL }) => url.pathname.endsWith('/media_publish')

describe('a container that was written down', () => {
  test('is known before it is published', async () => {
    const { tools, account, delivery, faults } = await openAccount()
    const post = delivery('Noté')
    faults.next(isPublishing, 'unsent')
    failure(await publish.publish(keeping(tools, post), account, post))
    expect(post.kept).toMatchObject({ container: expect.stringMatching(/^\d+$/) })
  })

  test('that did not leave tells so for certain, and the next attempt goes on with it', async () => {
    const { tools, account, delivery, faults, network } = await openAccount()
    const post = delivery('Reprise')
    faults.next(isPublishing, 'lost')
    const failed = failure(await publish.publish(keeping(tools, post), account, post))
    expect(failed.kind).toBe('unknown-outcome')
    expect(value(await publish.confirm(tools, account, post))).toBeNull()
    const sent = value(await publish.publish(keeping(tools, post), account, post))
    expect(network.containersMade).toHaveLength(1)
    expect(network.published?.()).toMatchObject([{ remoteId: sent.remoteId }])
  })

  test('that left is never published again, even when nobody reads back first', async () => {
    const { tools, account, delivery, faults, network } = await openAccount()
    const post = delivery('Une seule fois')
    faults.next(isPublishing, 'timeout-after')
    failure(await publish.publish(keeping(tools, post), account, post))
    const again = value(await publish.publish(keeping(tools, post), account, post))
    expect(network.published?.()).toMatchObject([{ remoteId: again.remoteId }])
  })

  test('that left and is not seen yet is a doubt, never a second post', async () => {
    const { tools, account, delivery, faults } = await openAccount()
    const post = delivery('Pas encore vue')
    faults.next(isPublishing, 'timeout-after')
    failure(await publish.publish(keeping(tools, post), account, post))
    for (const ask of [publish.confirm, publish.publish]) {
      const isList = ({ url, method }: { url: URL; method: string }) =>
        method === 'GET' && url.pathname.endsWith('/media')
      faults.next(isList, { answer: Response.json({ data: [] }) })
      expect(failure(await ask(tools, account, post)).kind).toBe('unknown-outcome')
    }
  })

  test('is left aside when the words were corrected since', async () => {
    const { tools, account, delivery, faults, network } = await openAccount()
    const post = delivery('Avec une fote')
    faults.next(isPublishing, 'unsent')
    failure(await publish.publish(keeping(tools, post), account, post))
    const corrected = { ...post, text: 'Sans faute' }
    value(await publish.publish(keeping(tools, corrected), account, corrected))
    expect(network.published?.()).toMatchObject([{ text: 'Sans faute' }])
  })

  test('that Instagram has lost is made anew', async () => {
    const { tools, account, delivery, network } = await openAccount()
    const post = delivery('Refaite', { kept: { container: '999', of: 'x' } })
    value(await publish.publish(keeping(tools, post), account, post))
    expect(network.published?.()).toHaveLength(1)
  })
})

describe('the inbox', () => {
  test('an answer to a comment of yesterday is read, and ours goes under the first of its exchange', async () => {
    const desk = await openAccount()
    const { tools, account, network, clock } = desk
    const post = value(await publish.publish(tools, account, desk.delivery('Un banc')))
    const first = network.speak?.('Combien ?', post.remoteId) ?? ''
    for (let n = 0; n < 60; n++) {
      clock.advance(60_000)
      network.speak?.(`Autre ${n}`, post.remoteId)
    }
    const { cursor = null } = value(await inbox.read(tools, account, null))
    clock.advance(24 * 3_600_000)
    const late = network.speak?.('Oui, combien ?', first) ?? ''
    const { items } = value(await inbox.read(tools, account, cursor))
    expect(items.map(({ remoteId }) => remoteId)).toEqual([late])
    const replyTo = { remoteId: late, data: items[0]?.data ?? {} }
    const delivery = desk.delivery('Deux cents euros', { replyTo })
    const sent = value(await publish.publish(tools, account, delivery))
    const found = value(await publish.confirm(tools, account, delivery))
    expect(found?.remoteId).toBe(sent.remoteId)
    const seen = network.published?.().find(({ remoteId }) => remoteId === sent.remoteId)
    expect(seen?.replyTo).toBe(first)
  })

  test('a post that tags us is told, and cannot be answered from here', async () => {
    const desk = await openAccount()
    desk.network.speak?.('Le banc de @atelier.morel', null)
    const { items } = value(await inbox.read(desk.tools, desk.account, null))
    expect(items).toMatchObject([{ kind: 'mention', author: { handle: 'yanis_bois' } }])
    const replyTo = { remoteId: items[0]?.remoteId ?? '', data: items[0]?.data ?? {} }
    const answer = desk.delivery('Merci', { replyTo })
    expect(failure(await publish.publish(desk.tools, desk.account, answer)).kind).toBe('rejected')
  })
})

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

describe('a story', () => {
  const story = { form: 'story' }
  const isMedia = ({ url }: { url: URL }) => url.pathname.endsWith('/media')

  test('of one image or one video leaves as it is, is found again and counted as a story', async () => {
    const desk = await openAccount()
    const { tools, account, network, clock } = desk
    const table = await pictureOf('Une table', 9, 16)
    const { video: _, ...image } = desk.delivery('', { images: [table], options: story })
    const sent = value(await publish.publish(tools, account, image))
    expect(network.containersMade.at(-1)).toEqual({
      media_type: 'STORIES',
      image_url: expect.any(String),
      appsecret_proof: expect.any(String),
    })
    const found = value(await publish.confirm(tools, account, image))
    expect(found?.remoteId).toBe(sent.remoteId)
    clock.advance(60_000)
    const film = { file: new Blob(['film']), type: 'video/mp4', width: 9, height: 16, seconds: 5 }
    const moving = desk.delivery('', { video: { ...film, alt: '' }, options: story })
    const second = value(await publish.publish(tools, account, moving))
    expect(value(await publish.confirm(tools, account, moving))?.remoteId).toBe(second.remoteId)
    const counts = value(await metrics.posts(tools, account, [sent.remoteId]))
    expect(counts[sent.remoteId]).toEqual({
      likes: 0,
      reach: 10,
      views: 20,
      replies: 30,
      reposts: 40,
    })
  })

  test('that left and whose answer was lost is one story, found among the stories alone', async () => {
    const desk = await openAccount()
    const { tools, account, network } = desk
    value(await publish.publish(tools, account, desk.delivery('Une vue du jour')))
    const images = [await pictureOf('Une table', 9, 16)]
    const { video: _, ...delivery } = desk.delivery('', { images, options: story })
    desk.faults.next(isPublishing, 'timeout-after')
    failure(await publish.publish(keeping(tools, delivery), account, delivery))
    const again = value(await publish.publish(keeping(tools, delivery), account, delivery))
    expect(value(await publish.confirm(tools, account, delivery))?.remoteId).toBe(again.remoteId)
    expect(network.published?.()).toHaveLength(2)
  })

  test('with words, with two images or with a heavy video is refused before anything is sent', async () => {
    const desk = await openAccount()
    const one = await pictureOf('Une table', 9, 16)
    const file = Object.defineProperty(new Blob(), 'size', { value: 100_000_001 })
    const film = { file, type: 'video/mp4', width: 9, height: 16, seconds: 5, alt: '' }
    const { video: _, ...bare } = desk.delivery('', { options: story })
    const refused: [Outgoing, string][] = [
      [{ ...bare, text: 'Des mots', images: [one] }, 'text'],
      [{ ...bare, images: [one, one] }, 'images'],
      [{ ...bare, images: [], video: film }, 'video'],
    ]
    const before = desk.faults.asked.filter(isMedia).length
    for (const [delivery, field] of refused) {
      const sent = await publish.publish(desk.tools, desk.account, { ...delivery })
      expect(failure(sent)).toMatchObject({ kind: 'rejected', field })
    }
    expect(desk.faults.asked.filter(isMedia)).toHaveLength(before)
  })
})

const nothing = { ok: false, failure: { kind: 'transient', detail: 'not there' } } as const

test('a post has its reach, views, saves and shares; too few viewers is no failure', async () => {
  const desk = await openAccount()
  const { tools, account, faults } = desk
  const { remoteId } = value(await publish.publish(tools, account, desk.delivery('Vu')))
  const counts = value(await metrics.posts(tools, account, [remoteId]))
  expect(counts[remoteId]).toEqual({
    likes: 0,
    replies: 0,
    reach: 10,
    views: 20,
    bookmarks: 30,
    reposts: 40,
  })
  const message = '(#10) Not enough viewers for the media to show insights'
  const few = Response.json({ error: { code: 10, message } }, { status: 400 })
  faults.next(({ url }) => url.pathname.endsWith('/insights'), { answer: few })
  expect(value(await metrics.posts(tools, account, [remoteId]))[remoteId]).toEqual({
    likes: 0,
    replies: 0,
  })
})

const specs = sharedData('specs', 'meta/api_specs/specs')

describe.skipIf(!specs)('every request is one that Meta describes', () => {
  const check = metaChecker(specs ?? '', [
    { path: /^\/me\/subscribed_apps$/, node: 'Page' },
    { path: /^\/me\/accounts$/, node: 'User' },
    { path: /^\/me\/(?:conversations|messages)$/, node: 'Page' },
    { path: /^\/t_1\//, node: 'UnifiedThread' },
    { path: /^\/17841400000000001(\/|$)/, node: 'IGUser' },
    { path: /^\/\d+\/replies$/, node: 'IGComment' },
    { path: /^\/\d+/, node: 'IGMedia' },
  ])

  test('and a request that is not would be seen', () => {
    const asked = (method: string, address: string, body?: object) =>
      check({
        method,
        url: new URL(`https://graph.facebook.com/v26.0${address}`),
        body: body && JSON.stringify(body),
      })
    const media = '/17841400000000001/media'
    expect(asked('POST', media, { image_uri: 'https://a.fr' })).not.toEqual([])
    expect(asked('GET', `${media}?fields=id,colour`)).not.toEqual([])
    expect(asked('GET', '/179/insights?metric=reach,impressiveness')).not.toEqual([])
    expect(asked('GET', '/179/insights')).not.toEqual([])
    expect(asked('GET', '/179/insights?metric=reach,views')).toEqual([])
  })

  test('connecting, publishing, reading, answering, counting and removing', async () => {
    const desk = await openAccount()
    const { tools, asked } = watched(desk.tools)
    const { account } = value(await signIn(instagram, kit, tools, {}))
    value(await connect.check(tools, account))
    const table = await pictureOf('Une table', 4, 3)
    const film = { file: new Blob(['film']), type: 'video/mp4', width: 9, height: 16, seconds: 5 }
    const first = desk.delivery('Une vue')
    const sent = value(await publish.publish(tools, account, first))
    desk.network.speak?.('Combien ?', sent.remoteId)
    desk.network.write('Bonjour')
    const { items } = value(await inbox.read(tools, account, null))
    const [replyTo, inPrivate] = ['comment', 'message'].map((kind) => {
      const { remoteId = '', data = {} } = items.find((item) => item.kind === kind) ?? {}
      return { remoteId, data }
    })
    const deliveries = [
      desk.delivery('Deux vues', { images: [table, table] }),
      desk.delivery('Un reel', { video: { ...film, alt: '', poster: table } }),
      desk.delivery('', { images: [table], options: { form: 'story' } }),
      desk.delivery('Premier commentaire', { replyTo: { remoteId: sent.remoteId } }),
      desk.delivery('Réponse', { replyTo }),
      desk.delivery('En privé', { replyTo: inPrivate }),
    ]
    for (const delivery of deliveries) {
      value(await publish.publish(tools, account, delivery))
      value(await publish.confirm(tools, account, delivery))
    }
    value(await metrics.posts(tools, account, [sent.remoteId]))
    value(await metrics.channel(tools, account))
    value(await publish.remove(tools, account, sent))
    // The state of a container is described nowhere: only that of a post is.
    const described = asked.filter(({ url }) => url.searchParams.get('fields') !== 'status_code')
    expect(described.flatMap((request) => check(request))).toEqual([])
    expect(described.length).toBeGreaterThan(30)
  })
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
