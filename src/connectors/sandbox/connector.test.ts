import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Found, Outgoing, Page } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { client, openPracticeNetwork } from '#sandbox/fixture.ts'
import connector from './index.ts'

const network = await openPracticeNetwork()
const { clock, connectorTools: tools } = network
const { connect, publish, inbox, metrics, listen } = connector
if (!publish || !inbox || !metrics || !listen)
  throw new Error('the practice network does everything')

const red = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  .jpeg()
  .toBuffer()

async function connected(handle: string, name = 'Atelier Morel') {
  const fields = { handle, password: 'chêne massif', name }
  const { account } = value(await connect.withCredentials?.(tools, fields))
  return { account, shop: client(network, account.secrets['token']) }
}

const outgoing = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  id: randomUUID(),
  plannedAt: clock.now(),
  text,
  images: [],
  options: {},
  ...more,
})

function value<T>(outcome: Outcome<T> | undefined): T {
  if (!outcome?.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

const failure = (outcome: Outcome<unknown> | undefined) =>
  outcome?.ok === false ? outcome.failure : 'done'

/** How many posts the network has accepted, asked for under a fresh token. */
async function acceptedBy(handle: string) {
  const { account } = await connected(handle)
  const { body } = await client(network, account.secrets['token']).get('/ledger')
  return body.accepted.length as number
}

describe('connecting', () => {
  test('opens the account, with the limits of its place', async () => {
    const place = value(
      await connect.withCredentials?.(tools, { handle: 'Morel.Place', password: 'x' }),
    )
    expect(place.account.handle).toBe('morel.place')
    expect(connector.limitsOf?.(place.account)).toEqual({ textMax: 300, imagesMax: 4 })
    const vitrine = await connected('morel@vitrine')
    expect(connector.limitsOf?.(vitrine.account)).toEqual({
      textMax: 2200,
      imagesMax: 10,
      imageRatio: '1:1',
      needsMedia: true,
    })
    expect(value(await connect.check(tools, vitrine.account)).displayName).toBe('Atelier Morel')
  })

  test('says by which field it failed', async () => {
    await connected('deja.prise')
    const refused = await connect.withCredentials?.(tools, {
      handle: 'deja.prise',
      password: 'autre',
    })
    expect(failure(refused)).toMatchObject({ kind: 'rejected', field: 'password' })
    const odd = await connect.withCredentials?.(tools, { handle: 'é', password: 'x' })
    expect(failure(odd)).toMatchObject({ kind: 'rejected', field: 'handle' })
  })

  test('a revoked access asks for a person', async () => {
    const { account } = await connected('bientot.revoquee')
    value(await connect.revoke?.(tools, account))
    expect(failure(await connect.check(tools, account))).toMatchObject({ kind: 'auth' })
    expect(value(await connect.revoke?.(tools, account))).toBeNull()
  })
})

describe('publishing', () => {
  test('sends words and images, and takes them off', async () => {
    const { account, shop } = await connected('publie')
    const image = {
      bytes: new Uint8Array(red),
      type: 'image/jpeg',
      width: 8,
      height: 8,
      alt: 'Rouge',
    }
    const sent = outgoing('Une table rouge', { images: [image], language: 'fr' })
    const post = value(await publish.publish(tools, account, sent))
    expect(post.url).toContain('/@publie/')
    const told = (await shop.get(`/posts/${post.remoteId}`)).body
    expect(told).toMatchObject({
      text: 'Une table rouge',
      language: 'fr',
      images: [{ alt: 'Rouge' }],
    })
    value(await publish.remove(tools, account, post))
    value(await publish.remove(tools, account, post))
    expect((await shop.get(`/posts/${post.remoteId}`)).status).toBe(404)
  })

  test('sends a video, which its page plays', async () => {
    const { account, shop } = await connected('filme')
    const film = { file: new Blob(['film']), type: 'video/mp4', width: 160, height: 90, seconds: 2 }
    const sent = outgoing('Le rabot', { video: { ...film, alt: 'Des copeaux' } })
    const post = value(await publish.publish(tools, account, sent))
    const told = (await shop.get(`/posts/${post.remoteId}`)).body
    expect(told.images).toMatchObject([{ alt: 'Des copeaux', type: 'video/mp4', width: 160 }])
    expect(value(await publish.confirm(tools, account, sent))?.remoteId).toBe(post.remoteId)
  })

  test.each(['500-after-accept', 'reset-after-accept', 'timeout-after-accept', 'nonsense'])(
    'after “%s” does not know, reads back, and finds the post; sending again would be the same post',
    async (kind) => {
      const { account, shop } = await connected(`doute.${kind}`)
      await shop.post('/faults', { kind, times: 1, operation: 'post', ms: 20 })
      const sent = outgoing('Une fois et une seule')
      expect(failure(await publish.publish(tools, account, sent))).toMatchObject({
        kind: 'unknown-outcome',
      })
      const found = value(await publish.confirm(tools, account, sent))
      expect(value(await publish.publish(tools, account, sent)).remoteId).toBe(found?.remoteId)
      expect(await acceptedBy(account.handle)).toBe(1)
    },
  )

  test('after a reset before accept reads back, and learns that nothing left', async () => {
    const { account, shop } = await connected('rien.parti')
    await shop.post('/faults', { kind: 'reset-before-accept', times: 1, operation: 'post' })
    const sent = outgoing('Peut-être')
    expect(failure(await publish.publish(tools, account, sent))).toMatchObject({
      kind: 'unknown-outcome',
    })
    expect(value(await publish.confirm(tools, account, sent))).toBeNull()
  })

  test('on a network without keys reads back by words, answer and images, but not what was posted before', async () => {
    const { account, shop } = await connected('sans.cle')
    await shop.patch('/account', { honoursKeys: false })
    value(await publish.publish(tools, account, outgoing('Ouvert samedi')))
    clock.advance(3_600_000)
    const again = outgoing('Ouvert samedi')
    expect(value(await publish.confirm(tools, account, again))).toBeNull()
    await shop.post('/faults', { kind: 'reset-after-accept', times: 1, operation: 'post' })
    expect(failure(await publish.publish(tools, account, again))).toMatchObject({
      kind: 'unknown-outcome',
    })
    expect(value(await publish.confirm(tools, account, again))?.remoteId).toBeTruthy()
  })

  test.each([
    ['429', { kind: 'rate' }],
    ['503', { kind: 'transient' }],
    ['revoked-token', { kind: 'auth' }],
  ])('“%s” is named', async (kind, expected) => {
    const { account, shop } = await connected(`panne.${kind}`)
    await shop.post('/faults', { kind, times: 1, operation: 'post', ms: 7000 })
    const refused = failure(await publish.publish(tools, account, outgoing('x')))
    expect(refused).toMatchObject(expected)
    if (kind === '429')
      expect(refused).toMatchObject({ until: new Date(clock.now().getTime() + 7000) })
    expect(await acceptedBy(account.handle)).toBe(0)
  })

  test('refuses in sentences what the network would refuse, before and after asking it', async () => {
    const { account } = await connected('vitrine.vide@vitrine')
    const refused = failure(await publish.publish(tools, account, outgoing('Sans image')))
    expect(refused).toMatchObject({ kind: 'rejected', field: 'images' })
    const place = await connected('trop.long')
    const long = failure(await publish.publish(tools, place.account, outgoing('é'.repeat(301))))
    expect(long).toMatchObject({ kind: 'rejected', field: 'text' })
  })
})

test('comments come in as conversations of one person under one post, and are answered in their thread', async () => {
  const { account } = await connected('ecoute')
  const post = value(await publish.publish(tools, account, outgoing('Quel bois préférez-vous ?')))
  const first = value(await inbox.read(tools, account, null))
  expect(first.items).toEqual([])
  clock.advance(20 * 60_000)
  const { items, cursor } = value(await inbox.read(tools, account, first.cursor ?? null))
  expect(items.length).toBeGreaterThan(0)
  for (const item of items) {
    expect(item).toMatchObject({ kind: 'comment', inReplyTo: post.remoteId })
    expect(item.threadId).toBe(`${post.remoteId}:${item.author.remoteId}`)
  }
  expect(value(await inbox.read(tools, account, cursor ?? null)).items).toEqual([])
  const [comment] = items
  const reply = outgoing('Merci !', { replyTo: { remoteId: comment?.remoteId ?? '' } })
  value(await publish.publish(tools, account, reply))
  expect(value(await publish.confirm(tools, account, reply))).not.toBeNull()
})

test('figures are those of the network, and a post that is gone has none', async () => {
  const { account, shop } = await connected('chiffres')
  const post = value(await publish.publish(tools, account, outgoing('Notre banc')))
  clock.advance(30 * 60_000)
  const counts = value(await metrics.posts(tools, account, [post.remoteId, 'gone']))
  const { likes, reshares, replies, views } = (await shop.get(`/counts?ids=${post.remoteId}`)).body[
    post.remoteId
  ]
  expect(counts).toEqual({ [post.remoteId]: { likes, reposts: reshares, replies, views } })
  expect(value(await metrics.channel(tools, account))).toEqual({
    followers: expect.any(Number),
    posts: 1,
  })
})

test('a search finds what is said of a shop and of the trade, and goes on from where it was', async () => {
  const { account } = await connected('ecoutee', 'Tabouret et fils')
  const found = new Map<string, string>()
  let place: string | null = null
  let told = 0
  for (let day = 0; day < 40; day++) {
    clock.advance(86_400_000)
    const source = { terms: ['Tabouret et fils', 'canapé'] }
    const { items, cursor }: Page<Found> = value(await listen.read(tools, account, source, place))
    place = cursor ?? place
    told += items.length
    for (const { remoteId, text } of items) found.set(remoteId, text)
  }
  const texts = [...found.values()]
  expect(texts.filter((text) => text.includes('Tabouret et fils')).length).toBeGreaterThan(3)
  expect(texts.filter((text) => text.includes('canapé')).length).toBeGreaterThan(20)
  expect(told).toBe(found.size)
})

test('links, handles and hashtags are read where they stand', () => {
  const words = 'Avec @sofia.b@vitrine. #chêne2026 sur https://morel.fr/a#b, c@d.fr !'
  const read = connector.text
    .spans(words)
    .map(({ kind, value: v, start, end }) => [kind, v, words.slice(start, end)])
  expect(read).toEqual([
    ['mention', 'sofia.b@vitrine', '@sofia.b@vitrine'],
    ['hashtag', 'chêne2026', '#chêne2026'],
    ['link', 'https://morel.fr/a#b', 'https://morel.fr/a#b'],
  ])
})

describe('a poll', () => {
  const asked = { choices: ['Chêne', 'Noyer'], minutes: 120, multiple: false }

  test('is voted in over time by those who see it, until it closes', async () => {
    const { account } = await connected('atelier.sondage')
    const sent = value(await publish.publish(tools, account, outgoing('Lequel ?', { poll: asked })))
    const tally = async () => value(await publish.readPoll?.(tools, account, sent))
    const votes = async () =>
      (await tally()).choices?.reduce((total, choice) => total + choice.votes, 0) ?? 0
    expect(await tally()).toMatchObject({
      choices: [{ label: 'Chêne' }, { label: 'Noyer' }],
      closesAt: new Date(sent.publishedAt.getTime() + 120 * 60_000),
      closed: false,
    })
    const first = await votes()
    clock.advance(119 * 60_000)
    const late = await votes()
    expect(late).toBeGreaterThan(first)
    clock.advance(60_000)
    expect((await tally()).closed).toBe(true)
    const closed = await votes()
    clock.advance(24 * 3_600_000)
    expect(await votes()).toBe(closed)
  })

  test('that this network does not take is refused with a sentence by its field', async () => {
    const { account } = await connected('sondage.refuse')
    const poll = { ...asked, choices: ['Chêne', 'Chêne'] }
    const refused = await publish.publish(tools, account, outgoing('Lequel ?', { poll }))
    expect(failure(refused)).toMatchObject({ kind: 'rejected', field: 'poll' })
  })
})
