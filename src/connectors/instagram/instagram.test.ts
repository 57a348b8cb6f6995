import { describe, expect, test } from 'vitest'
import type { Connected, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import instagram from './index.ts'
import { openAccount } from './testing.ts'
import { text } from './text.ts'

const { publish, inbox, metrics, connect } = instagram
if (!publish || !inbox || !metrics) throw new Error('Instagram does less than it did')

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

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
