import { describe, expect, test } from 'vitest'
import type { Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { type Watched, watchedDesk } from '#connectors/_contract/suite/watch.ts'
import { scope } from './app.ts'
import kit from './contract.ts'
import { googleBusinessDouble } from './double.ts'
import google from './index.ts'

const { publish, inbox, connect, checkOptions } = google
if (!publish || !inbox || !checkOptions) throw new Error('Google Business does less than it did')

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

const postsIn = (sent: Watched[]) =>
  sent
    .filter(({ url, init }) => url.pathname.endsWith('/localPosts') && init.method === 'POST')
    .map(({ init }) => JSON.parse(String(init.body)) as Record<string, unknown>)

describe('connecting', () => {
  const callback = 'https://vigie.example/channels/callback'

  async function locationsOf(network = kit.network) {
    const { tools } = await openDesk(google, { ...kit, network })
    const begun = value((await connect.begin?.(tools, {}, callback, 'ours')) ?? no)
    const back = kit.allow?.(begun.url) ?? new URLSearchParams()
    const finished = value((await connect.finish?.(tools, back, callback, begun.memo)) ?? no)
    return { tools, begun, locations: [finished].flat() }
  }

  test('asks for an access that can be renewed', async () => {
    const { begun } = await locationsOf()
    const asked = new URL(begun.url).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      access_type: 'offline',
      prompt: 'consent',
      scope,
      code_challenge_method: 'S256',
    })
  })

  test('offers every location, told apart by where it is', async () => {
    const places = ['Lyon', 'Dijon'].map((locality) => ({ title: 'Atelier Morel', locality }))
    const { locations } = await locationsOf(googleBusinessDouble(places))
    expect(locations.map(({ displayName, account }) => [displayName, account.handle])).toEqual([
      ['Atelier Morel', '1 rue du Bois, Lyon'],
      ['Atelier Morel', '2 rue du Bois, Dijon'],
    ])
    expect(new Set(locations.map(({ account }) => account.remoteId)).size).toBe(2)
  })

  test('letting one of several go leaves the others their access', async () => {
    const places = ['Lyon', 'Dijon'].map((locality) => ({ title: 'Atelier Morel', locality }))
    const { tools, locations } = await locationsOf(googleBusinessDouble(places))
    const [lyon, dijon] = locations.map(({ account }) => account)
    if (!lyon || !dijon) throw new Error('two were expected')
    value((await connect.revoke?.(tools, lyon)) ?? no)
    value(await connect.check(tools, dijon))
  })

  test('the only one, let go, gives its access back', async () => {
    const desk = await openDesk(google, kit)
    value((await connect.revoke?.(desk.tools, desk.account)) ?? no)
    expect(failure(await connect.check(desk.tools, desk.account)).kind).toBe('auth')
  })

  test('without a location, or without what was asked, says what to do', async () => {
    // The desk of this test is opened with one; the person has none.
    const { tools } = await openDesk(google, kit)
    const none = googleBusinessDouble([])({ now: () => tools.clock.now() })
    const alone = { ...tools, fetch: none.fetch }
    expect(failure(await signIn(google, kit, alone, {}))).toMatchObject({ field: 'location' })
    const fetch: Tools['fetch'] = async (address, init) =>
      String(address).endsWith('/token')
        ? Response.json({ access_token: 'ya29', scope: 'openid', expires_in: 3599 })
        : tools.fetch(address, init)
    expect(failure(await signIn(google, kit, { ...tools, fetch }, {}))).toMatchObject({
      kind: 'rejected',
      field: 'scope',
    })
  })

  test('keeps the token it renews with, and says when there is none', async () => {
    const { tools, account } = await openDesk(google, kit)
    const fresh = value((await connect.refresh?.(tools, account)) ?? no)
    expect(fresh.secrets['refreshToken']).toBe(account.secrets['refreshToken'])
    expect(fresh.secrets['accessToken']).not.toBe(account.secrets['accessToken'])
    const poor = { ...account, secrets: { ...account.secrets, refreshToken: '' } }
    expect(connect.canRenew?.(poor)).toBe(false)
    expect(failure((await connect.refresh?.(tools, poor)) ?? no).kind).toBe('auth')
  })

  test('a location that Google has not verified is found out', async () => {
    const place = { title: 'Atelier Morel', locality: 'Lyon', unverified: true }
    const network = googleBusinessDouble([place])
    const { tools, account } = await openDesk(google, { ...kit, network })
    const found = value((await connect.examine?.(tools, account)) ?? no)
    expect(found).toMatchObject([{ ok: false, next: { en: expect.stringContaining('verify') } }])
  })
})

describe('a post', () => {
  const sentWith = async (text: string, more: Partial<Outgoing>) => {
    const desk = await watchedDesk(google, kit)
    value(await publish.publish(desk.tools, desk.account, desk.delivery(text, more)))
    return postsIn(desk.sent)[0]
  }

  test('is news in its language, with a photo that Google fetches', async () => {
    const images = [await pictureOf('Un banc', 40, 30)]
    expect(await sentWith('Le banc', { images, language: 'fr' })).toEqual({
      languageCode: 'fr',
      summary: 'Le banc',
      topicType: 'STANDARD',
      media: [{ mediaFormat: 'PHOTO', sourceUrl: 'https://vigie.example/m/image.png' }],
    })
  })

  test('has a button that opens the first address of its words, unless another is given', async () => {
    const text = 'Réservez : https://atelier-morel.fr/stages.'
    expect(await sentWith(text, { options: { action: 'BOOK' } })).toMatchObject({
      callToAction: { actionType: 'BOOK', url: 'https://atelier-morel.fr/stages' },
    })
    const link = 'https://atelier-morel.fr/autre'
    expect(await sentWith(text, { options: { link } })).toMatchObject({
      callToAction: { actionType: 'LEARN_MORE', url: link },
    })
    const call = await sentWith(text, { options: { action: 'CALL' } })
    expect(call?.['callToAction']).toEqual({ actionType: 'CALL' })
  })

  test('is an event, of a day or of some hours', async () => {
    const event = { kind: 'EVENT', title: 'Portes ouvertes', start: '2026-12-24' }
    expect(await sentWith('Venez', { options: event })).toMatchObject({
      topicType: 'EVENT',
      event: {
        title: 'Portes ouvertes',
        schedule: {
          startDate: { year: 2026, month: 12, day: 24 },
          endDate: { year: 2026, month: 12, day: 24 },
        },
      },
    })
    const options = { ...event, start: '2026-12-24 18:00', end: '2026-12-24 22:30' }
    expect(await sentWith('Venez', { options })).toMatchObject({
      event: {
        schedule: { startTime: { hours: 18, minutes: 0 }, endTime: { hours: 22, minutes: 30 } },
      },
    })
  })

  test('is an offer, with its code, its terms and where to use it', async () => {
    const dates = { start: '2026-12-01', end: '2026-12-31' }
    const said = { code: 'NOEL', terms: 'Un par personne', link: 'https://atelier-morel.fr' }
    const options = { kind: 'OFFER', title: 'Moins dix', ...dates, ...said }
    const post = await sentWith('Jusqu’à Noël', { options })
    expect(post).toMatchObject({
      topicType: 'OFFER',
      offer: {
        couponCode: 'NOEL',
        redeemOnlineUrl: 'https://atelier-morel.fr',
        termsConditions: 'Un par personne',
      },
    })
    expect(post).not.toHaveProperty('callToAction')
  })

  test.each([
    ['title', { kind: 'EVENT', start: '2026-12-24' }],
    ['start', { kind: 'EVENT', title: 'Noël', start: '24/12/2026' }],
    ['start', { kind: 'EVENT', title: 'Noël', start: '2026-02-30' }],
    ['end', { kind: 'EVENT', title: 'Noël', start: '2026-12-24', end: '2026-12-23' }],
    ['action', { kind: 'OFFER', title: 'Noël', start: '2026-12-24', action: 'BOOK' }],
    ['link', { action: 'BOOK', link: 'atelier-morel.fr' }],
  ])('with a wrong %s is refused while one writes', (field, options) => {
    expect(checkOptions(options)).toMatchObject([{ field }])
  })

  test('with a button that has nothing to open, or a photo that nobody can fetch, is not sent', async () => {
    const desk = await watchedDesk(google, kit)
    const button = desk.delivery('Venez', { options: { action: 'BOOK' } })
    expect(failure(await publish.publish(desk.tools, desk.account, button))).toMatchObject({
      field: 'options/link',
    })
    const photo = desk.delivery('Venez', { images: [await pictureOf('Un banc', 40, 30)] })
    const { addressOf: _, ...closed } = desk.tools
    expect(failure(await publish.publish(closed, desk.account, photo))).toMatchObject({
      field: 'images',
      reason: { en: expect.stringContaining('VIGIE_PUBLIC_URL') },
    })
    const film = { width: 160, height: 90, seconds: 5, alt: '' }
    const video = { file: new Blob(['film']), type: 'video/mp4', ...film }
    const filmed = desk.delivery('Venez', { video })
    expect(failure(await publish.publish(desk.tools, desk.account, filmed)).kind).toBe('rejected')
    expect(desk.sent).toEqual([])
  })

  test('that Google refuses by its rules is no post, however it is learnt', async () => {
    const desk = await openDesk(google, kit)
    Object.assign(desk.network, { state: 'REJECTED' })
    const delivery = desk.delivery('Appelez le 04 78 00 00 00')
    for (const outcome of [
      await publish.publish(desk.tools, desk.account, delivery),
      await publish.confirm(desk.tools, desk.account, delivery),
    ]) {
      expect(failure(outcome)).toMatchObject({ kind: 'rejected', field: 'text' })
    }
  })

  test('that Google still looks at has the address of the location', async () => {
    const desk = await openDesk(google, kit)
    Object.assign(desk.network, { state: 'PROCESSING' })
    const sent = value(await publish.publish(desk.tools, desk.account, desk.delivery('Bonjour')))
    expect(sent.url).toBe('https://maps.google.com/maps?cid=90')
  })

  test('said again on purpose is not taken for the one of a moment ago', async () => {
    const desk = await openDesk(google, kit)
    const first = desk.delivery('Deux fois')
    const sent = value(await publish.publish(desk.tools, desk.account, first))
    desk.clock.advance(60_000)
    const second = desk.delivery('Deux fois')
    expect(value(await publish.confirm(desk.tools, desk.account, second))).toBeNull()
    const again = value(await publish.publish(desk.tools, desk.account, second))
    expect(again.remoteId).not.toBe(sent.remoteId)
    const found = value(await publish.confirm(desk.tools, desk.account, first))
    expect(found?.remoteId).toBe(sent.remoteId)
  })
})

describe('reviews', () => {
  const reviewed = async () => {
    const desk = await openDesk(google, kit)
    const remoteId = desk.network.speak?.('Très beau banc', null) ?? ''
    return { ...desk, remoteId, replyTo: { remoteId } }
  }

  test('come with their stars', async () => {
    const { tools, account } = await reviewed()
    const [item] = value(await inbox.read(tools, account, null)).items
    expect(item).toMatchObject({ text: '★★★★☆\nTrès beau banc', author: { name: 'Camille R.' } })
  })

  test('have one answer, which another does not wipe out; the same is no second one', async () => {
    const { tools, account, network, delivery, replyTo } = await reviewed()
    const first = delivery('Merci Camille', { replyTo })
    const sent = value(await publish.publish(tools, account, first))
    expect(value(await publish.publish(tools, account, first)).remoteId).toBe(sent.remoteId)
    const other = delivery('Autre chose', { replyTo })
    expect(failure(await publish.publish(tools, account, other)).kind).toBe('rejected')
    expect(network.published?.()).toMatchObject([{ text: 'Merci Camille' }])
    value(await publish.remove(tools, account, sent))
    value(await publish.remove(tools, account, sent))
    expect(network.published?.()).toEqual([])
  })

  test('take an answer of words alone, of 4,096 bytes at most', async () => {
    const { tools, account, delivery, replyTo } = await reviewed()
    const long = delivery('é'.repeat(2049), { replyTo })
    expect(failure(await publish.publish(tools, account, long))).toMatchObject({ field: 'text' })
    const images = [await pictureOf('Un banc', 40, 30)]
    const shown = delivery('Merci', { replyTo, images })
    expect(failure(await publish.publish(tools, account, shown))).toMatchObject({ field: 'images' })
  })
})
