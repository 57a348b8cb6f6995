import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { client, openPracticeNetwork, signedIn } from '../fixture.ts'

const network = await openPracticeNetwork()
const { clock } = network
const minutes = (n: number) => clock.advance(n * 60_000)

const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a66' } })
  .png()
  .toBuffer()
const png = { 'content-type': 'image/png' }

describe('an account', () => {
  test('is made at the first sign-in, with an audience, and found again by its password', async () => {
    const first = await client(network).post('/sessions', {
      handle: '@Nouvelle.Boutique',
      password: 'secret',
      name: 'Nouvelle boutique',
    })
    expect(first.status).toBe(201)
    expect(first.body.account).toMatchObject({
      handle: 'nouvelle.boutique',
      name: 'Nouvelle boutique',
      network: 'Place',
      followers: 600,
      posts: 0,
      limits: { textMax: 300, imagesMax: 4 },
    })
    const again = await client(network).post('/sessions', {
      handle: 'nouvelle.boutique',
      password: 'secret',
    })
    expect(again.body.account.id).toBe(first.body.account.id)
    const former = await client(network, first.body.token).get('/account')
    expect(former.status).toBe(200)
  })

  test('is refused to whoever has another password, and to impossible handles', async () => {
    await client(network).post('/sessions', { handle: 'prise', password: 'la mienne' })
    const stolen = await client(network).post('/sessions', {
      handle: 'prise',
      password: 'une autre',
    })
    expect(stolen).toMatchObject({ status: 401, body: { error: 'wrong_password' } })
    const odd = await client(network).post('/sessions', { handle: 'à côté !', password: 'x' })
    expect(odd).toMatchObject({ status: 422, body: { error: 'invalid_handle' } })
  })

  test('loses its access when it signs out, or without a token', async () => {
    const shop = await signedIn(network, 'passage')
    expect((await shop.delete('/sessions')).status).toBe(200)
    expect((await shop.get('/account')).status).toBe(401)
    expect((await client(network).get('/account')).status).toBe(401)
  })

  test('gains followers by itself as time goes', async () => {
    const shop = await signedIn(network, 'patiente')
    const before = (await shop.get('/account')).body.followers
    clock.advance(30 * 86_400_000)
    const after = (await shop.get('/account')).body.followers
    clock.advance(-30 * 86_400_000)
    expect(after).toBeGreaterThan(before + 5)
    expect(after).toBeLessThan(before + 40)
  })
})

describe('a post', () => {
  test('is liked, seen and commented in the minutes that follow, and the same when counted again', async () => {
    const shop = await signedIn(network)
    const { status, body: post } = await shop.post('/posts', {
      text: 'Une table en chêne, à l’atelier.',
    })
    expect(status).toBe(201)
    expect(post.url).toBe(`http://desk.example/_sandbox/@atelier.morel/${post.id}`)
    const counts = async () => (await shop.get(`/counts?ids=${post.id}`)).body[post.id]
    expect(await counts()).toEqual({ likes: 0, reshares: 0, replies: 0, views: 0 })
    minutes(1)
    const early = await counts()
    minutes(30)
    const late = await counts()
    expect(late.views).toBeGreaterThan(early.views)
    expect(late.likes).toBeGreaterThan(2)
    expect(late.replies).toBeGreaterThan(0)
    expect(await counts()).toEqual(late)
  })

  test('under a key already used is the earlier post, even when both come at once', async () => {
    const shop = await signedIn(network)
    const send = () => shop.post('/posts', { text: 'Une fois' }, { 'idempotency-key': 'k1' })
    const sent = await Promise.all([send(), send(), send()])
    const again = await send()
    expect(new Set([...sent, again].map(({ body }) => body.id)).size).toBe(1)
    expect(again.status).toBe(200)
    const { accepted } = (await shop.get('/ledger')).body
    expect(accepted.filter((row: { key: string }) => row.key === 'k1')).toHaveLength(1)
  })

  test('under a key that is not honoured leaves twice, and the ledger shows it', async () => {
    const shop = await signedIn(network, 'sans.cle')
    await shop.patch('/account', { honoursKeys: false })
    for (let n = 0; n < 2; n++)
      await shop.post('/posts', { text: 'Deux' }, { 'idempotency-key': 'k2' })
    const { accepted } = (await shop.get('/ledger')).body
    expect(accepted.map((row: { key: string }) => row.key)).toEqual(['k2', 'k2'])
    const [listed] = (await shop.get('/posts')).body.items
    expect(listed).not.toHaveProperty('key')
  })

  test('carries images with their alternative texts, shown to anyone', async () => {
    const shop = await signedIn(network)
    const { body: media } = await shop.post('/media', picture, png)
    expect(media).toMatchObject({ width: 40, height: 30 })
    const images = [{ id: media.id, alt: 'Un carré brun' }]
    const { body: post } = await shop.post('/posts', { text: '', images })
    expect(post.images).toEqual([{ ...images[0], width: 40, height: 30 }])
    const shown = await client(network).get(`/media/${media.id}`)
    expect(shown.headers.get('content-type')).toBe('image/png')
    const elsewhere = await signedIn(network, 'voisine')
    expect(await elsewhere.post('/posts', { images })).toMatchObject({
      status: 422,
      body: { error: 'unknown_media' },
    })
  })

  test.each([
    [{ text: ' ' }, 'empty'],
    [{ text: 'é'.repeat(301) }, 'text_too_long'],
    [{ text: 'x', replyTo: 'nobody' }, 'unknown_parent'],
    [{ text: 3 }, 'invalid'],
  ])('%j is refused: %s', async (post, error) => {
    const shop = await signedIn(network)
    expect(await shop.post('/posts', post)).toMatchObject({ status: 422, body: { error } })
  })

  test('counts a family emoji as one character', async () => {
    const shop = await signedIn(network)
    expect((await shop.post('/posts', { text: '👩‍👩‍👧‍👦'.repeat(300) })).status).toBe(201)
  })

  test('that is not an image is refused as one', async () => {
    const shop = await signedIn(network)
    const odd = await shop.post('/media', new TextEncoder().encode('hello'), png)
    expect(odd).toMatchObject({ status: 422, body: { error: 'image_unreadable' } })
  })

  test('taken off disappears with what was said under it, but not from the ledger', async () => {
    const shop = await signedIn(network, 'repentie')
    const { body: post } = await shop.post('/posts', { text: 'Une erreur' })
    expect((await shop.delete(`/posts/${post.id}`)).status).toBe(200)
    expect((await shop.get(`/posts/${post.id}`)).status).toBe(404)
    expect((await shop.get(`/counts?ids=${post.id}`)).body).toEqual({})
    expect((await shop.get('/ledger')).body.accepted).toMatchObject([
      { id: post.id, deleted: true },
    ])
    expect((await shop.delete('/posts/nothing')).status).toBe(404)
  })
})

test('on Vitrine a post needs an image, and may be long', async () => {
  const shop = await signedIn(network, 'atelier.morel@vitrine')
  expect(await shop.post('/posts', { text: 'x' })).toMatchObject({
    status: 422,
    body: { error: 'image_required' },
  })
  const { body: media } = await shop.post('/media', picture, png)
  const long = { text: 'x'.repeat(2200), images: [{ id: media.id, alt: '' }] }
  const { body } = await shop.post('/posts', long)
  expect(body.url).toContain('/@atelier.morel@vitrine/')
})

describe('what people say', () => {
  test('comes as comments under a post; an answer is answered, sooner or later', async () => {
    const shop = await signedIn(network, 'bavarde')
    let answers = 0
    for (let n = 0; n < 6; n++) {
      await shop.post('/posts', { text: `Quel bois pour vous, n° ${n} ?` })
      minutes(20)
      const { items } = (await shop.get('/notifications')).body
      for (const { id } of items.slice(0, 3))
        await shop.post('/posts', { text: 'Avec plaisir.', replyTo: id })
      minutes(20)
      const later = (await shop.get('/notifications')).body.items
      answers += later.filter(({ id }: { id: string }) => id.endsWith('-a')).length
    }
    expect(answers).toBeGreaterThan(0)
  })

  test('is listed newest first, page by page, and nothing to come is shown', async () => {
    const shop = await signedIn(network, 'lue')
    for (let n = 0; n < 4; n++) await shop.post('/posts', { text: `Votre avis ? ${n}` })
    expect((await shop.get('/notifications')).body.items).toEqual([])
    minutes(60)
    const all = (await shop.get('/notifications?limit=100')).body.items
    const first = (await shop.get('/notifications?limit=3')).body
    const second = (await shop.get(`/notifications?limit=3&older=${first.older}`)).body
    const ids = (items: { id: string }[]) => items.map(({ id }) => id)
    expect([...ids(first.items), ...ids(second.items)]).toEqual(ids(all).slice(0, 6))
    expect(all.every(({ at }: { at: string }) => Date.parse(at) <= clock.now().getTime())).toBe(
      true,
    )
  })

  test('about a shop is found by a search on its name, once, and never another shop’s', async () => {
    const shop = await signedIn(network, 'connue', 'Maison Connue')
    await shop.patch('/account', { pace: 'real' })
    clock.advance(20 * 86_400_000)
    const found = (await shop.get('/search?q=maison%20connue')).body.items
    expect(found.length).toBeGreaterThan(2)
    for (const { text } of found) expect(text).toContain('Maison Connue')
    expect((await shop.get('/search?q=maison%20connue')).body.items).toEqual(found)
    const trade = (await shop.get('/search?q=canap%C3%A9&limit=100')).body.items
    expect(trade.length).toBeGreaterThan(3)
    const other = await signedIn(network, 'curieuse')
    expect((await other.get('/search?q=maison%20connue')).body.items).toEqual([])
    clock.advance(-20 * 86_400_000)
  })
})

test('an account that asks too much is told when to come back', async () => {
  const shop = await signedIn(network, 'pressee')
  await shop.patch('/account', { rateMax: 3, rateSeconds: 60 })
  for (let n = 0; n < 3; n++) expect((await shop.get('/account')).status).toBe(200)
  const refused = await shop.get('/account')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
  clock.advance(61_000)
  expect((await shop.get('/account')).status).toBe(200)
})

test.each(['x-forwarded-for', 'forwarded', 'via'])(
  'the API refuses whom a proxy brought (%s), the pages do not',
  async (header) => {
    const headers = { [header]: 'for=203.0.113.7' }
    const credentials = { handle: 'passante', password: 'x' }
    expect((await client(network).post('/sessions', credentials, headers)).status).toBe(403)
    await signedIn(network, 'visible')
    expect((await client(network).get('/@visible', headers)).status).toBe(200)
  },
)

describe('the pages anyone sees', () => {
  test('show an account and a post, labelled as practice, in the reader’s language', async () => {
    const shop = await signedIn(network, 'publique', 'Boutique <b>publique</b>')
    const { body: post } = await shop.post('/posts', {
      text: 'Lisez https://exemple.fr/a?b=1&c=2. <script>alert(1)</script>',
    })
    minutes(10)
    const french = await client(network).get('/@publique', { 'accept-language': 'fr' })
    expect(french.body).toContain('Réseau d’entraînement')
    expect(french.body).toContain('Boutique &lt;b&gt;publique&lt;/b&gt;')
    const page = await client(network).get(`/@publique/${post.id}`, { 'accept-language': 'en' })
    expect(page.body).toContain('Practice network')
    expect(page.body).toContain('href="https://exemple.fr/a?b=1&amp;c=2"')
    expect(page.body).not.toContain('<script>')
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
  })

  test.each(['/@personne', '/@publique/rien', '/media/rien', '/talk/rien', '/@%20'])(
    '%s is not found',
    async (path) => {
      expect((await client(network).get(path)).status).toBe(404)
    },
  )
})
