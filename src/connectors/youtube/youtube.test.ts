import { describe, expect, test } from 'vitest'
import type { Outgoing, Tools, Video } from '#connectors/_contract/connector.ts'
import { type Desk, failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { watchedDesk } from '#connectors/_contract/suite/watch.ts'
import kit from './contract.ts'
import type { YouTubeDouble } from './double.ts'
import youtube from './index.ts'

const { publish, inbox, metrics, checkOptions } = youtube
if (!publish || !inbox || !metrics || !checkOptions)
  throw new Error('YouTube does less than it did')

const doubleOf = (desk: Desk) => desk.network as YouTubeDouble

const filmOf = (bytes: number): Video => ({
  file: new Blob([new Uint8Array(bytes)]),
  type: 'video/mp4',
  width: 160,
  height: 90,
  seconds: 5,
  alt: '',
})

describe('what a video is called', () => {
  const announced = async (text: string, options = {}) => {
    const desk = await watchedDesk(youtube, kit)
    value(await publish.publish(desk.tools, desk.account, desk.delivery(text, { options })))
    const begun = desk.sent.find(({ url }) => url.searchParams.get('uploadType') === 'resumable')
    return JSON.parse(String(begun?.init.body)) as { snippet: object; status: object }
  }

  test('its first line, which leaves the description', async () => {
    const { snippet, status } = await announced('Le rabot\n\nÀ l’établi')
    expect(snippet).toMatchObject({ title: 'Le rabot', description: 'À l’établi' })
    expect(status).toEqual({ privacyStatus: 'public', selfDeclaredMadeForKids: false })
  })

  test('the title that is given, above the whole text', async () => {
    const options = { title: 'Atelier', tags: ['#bois', 'rabot ancien'], privacy: 'unlisted' }
    const { snippet, status } = await announced('Le rabot\nÀ l’établi', options)
    expect(snippet).toMatchObject({
      title: 'Atelier',
      description: 'Le rabot\nÀ l’établi',
      tags: ['bois', 'rabot ancien'],
    })
    expect(status).toMatchObject({ privacyStatus: 'unlisted' })
  })

  test('the beginning of a first line too long for a title', async () => {
    const line = 'Un très long rabot '.repeat(8).trim()
    const { snippet } = await announced(line)
    const { title, description } = snippet as Record<string, string>
    expect(title?.length).toBeLessThanOrEqual(100)
    expect(title).toMatch(/ rabot…$|long…$|très…$|Un…$/)
    expect(description).toBe(line)
  })

  test.each([
    ['title', { title: 'a'.repeat(101) }],
    ['title', { title: 'a > b' }],
    ['tags', { tags: Array.from({ length: 60 }, () => 'menuiserie') }],
    ['tags', { tags: ['<bois>'] }],
  ])('a %s that YouTube would refuse is said while one writes', (field, options) => {
    expect(checkOptions(options)).toMatchObject([{ field }])
  })

  test('signs that YouTube takes in no text are refused before anything leaves', async () => {
    const desk = await watchedDesk(youtube, kit)
    const delivery = desk.delivery('Le rabot\n1 < 2')
    expect(failure(await publish.publish(desk.tools, desk.account, delivery))).toMatchObject({
      field: 'text',
    })
    expect(desk.sent).toEqual([])
  })
})

test('images are refused with a sentence, and so is a post without a video', async () => {
  const desk = await watchedDesk(youtube, kit)
  const images = [await pictureOf('Un banc', 40, 30)]
  for (const more of [{ images }, { video: undefined }] satisfies Partial<Outgoing>[]) {
    const delivery = { ...desk.delivery('Le rabot'), ...more }
    expect(failure(await publish.publish(desk.tools, desk.account, delivery))).toMatchObject({
      kind: 'rejected',
      reason: { en: expect.stringContaining('one video and no images') },
    })
  }
  expect(desk.sent).toEqual([])
})

describe('an upload', () => {
  /** A desk that keeps what an attempt writes down, as the real one does. */
  async function keeping() {
    const desk = await openDesk(youtube, kit)
    let kept: Record<string, unknown> | undefined
    const tools: Tools = { ...desk.tools, keep: async (facts) => void (kept = facts) }
    const delivery = desk.delivery('Le rabot', { video: filmOf(1000) })
    return { ...desk, double: doubleOf(desk), tools, again: () => ({ ...delivery, kept }) }
  }
  const isPiece = ({ method }: { method: string }) => method === 'PUT'

  test('that was cut goes on where it stood, and is no second one', async () => {
    const { double, tools, account, faults, again } = await keeping()
    double.takes = 400
    faults.next(isPiece, 'timeout-after')
    expect(failure(await publish.publish(tools, account, again())).kind).toBe('unknown-outcome')
    expect(value(await publish.confirm(tools, account, again()))).toBeNull()
    value(await publish.publish(tools, account, again()))
    expect(double.announced()).toBe(1)
    expect(double.published?.()).toHaveLength(1)
  })

  test('that was finished without our hearing it is found by its own address', async () => {
    const { double, tools, account, faults, again } = await keeping()
    faults.next(isPiece, 'reset-after')
    failure(await publish.publish(tools, account, again()))
    const [video] = double.published?.() ?? []
    const found = value(await publish.confirm(tools, account, again()))
    expect(found?.remoteId).toBe(video?.remoteId)
    // A worker that did not ask first makes no second video either.
    const sent = value(await publish.publish(tools, account, again()))
    expect(sent.remoteId).toBe(video?.remoteId)
    expect(double.published?.()).toHaveLength(1)
  })

  test('whose address YouTube has forgotten is looked for among the channel’s, then begun again', async () => {
    const { double, tools, account, faults, again } = await keeping()
    faults.next(isPiece, 'lost')
    failure(await publish.publish(tools, account, again()))
    const gone = () => ({ answer: new Response('', { status: 410 }) })
    faults.next(isPiece, gone())
    expect(value(await publish.confirm(tools, account, again()))).toBeNull()
    faults.next(isPiece, gone())
    value(await publish.publish(tools, account, again()))
    expect(double.announced()).toBe(2)
    faults.next(isPiece, gone())
    expect(value(await publish.confirm(tools, account, again()))).not.toBeNull()
  })

  test('of which YouTube takes nothing does not go on for ever', async () => {
    const { double, tools, account, again } = await keeping()
    double.takes = 0
    expect(failure(await publish.publish(tools, account, again())).kind).toBe('transient')
  })

  test('has the still that stands for it, and leaves without where YouTube refuses it', async () => {
    const { double, tools, account, delivery, faults, logged } = await keeping()
    const video = { ...filmOf(10), poster: await pictureOf('', 32, 18) }
    const shown = value(await publish.publish(tools, account, delivery('Un', { video })))
    expect([...double.thumbnails]).toEqual([shown.remoteId])
    const refused = { answer: new Response('{}', { status: 403 }) }
    faults.next(({ url }) => url.pathname.includes('thumbnails'), refused)
    value(await publish.publish(tools, account, delivery('Deux', { video })))
    expect(double.thumbnails.size).toBe(1)
    expect(logged.join()).toContain('no thumbnail')
  })
})

test('the same video again, on purpose, is not taken for the one of a moment ago', async () => {
  const desk = await openDesk(youtube, kit)
  const first = desk.delivery('Deux fois')
  const sent = value(await publish.publish(desk.tools, desk.account, first))
  desk.clock.advance(60_000)
  const second = desk.delivery('Deux fois')
  expect(value(await publish.confirm(desk.tools, desk.account, second))).toBeNull()
  value(await publish.publish(desk.tools, desk.account, second))
  const found = value(await publish.confirm(desk.tools, desk.account, first))
  expect(found?.remoteId).toBe(sent.remoteId)
})

describe('comments', () => {
  test('a first comment goes under the video, is found and removed', async () => {
    const { tools, account, network, delivery } = await openDesk(youtube, kit)
    const video = value(await publish.publish(tools, account, delivery('Le rabot')))
    const first = delivery('Les mesures', { replyTo: { remoteId: video.remoteId } })
    expect(value(await publish.confirm(tools, account, first))).toBeNull()
    const sent = value(await publish.publish(tools, account, first))
    expect(value(await publish.confirm(tools, account, first))).toEqual(sent)
    expect(network.published?.()).toMatchObject([{}, { replyTo: video.remoteId }])
    value(await publish.remove(tools, account, sent))
    value(await publish.remove(tools, account, sent))
    expect(network.published?.()).toHaveLength(1)
  })

  test('answers to a comment come in, even late and many; ours stay out', async () => {
    const { tools, account, network, clock, delivery } = await openDesk(youtube, kit)
    const top = network.speak?.('Combien ?', null) ?? ''
    const before = value(await inbox.read(tools, account, null))
    const replyTo = { remoteId: top, data: before.items[0]?.data ?? {} }
    value(await publish.publish(tools, account, delivery('Cent euros', { replyTo })))
    clock.advance(40 * 24 * 3_600_000)
    const words = ['Et deux ?', 'Et trois ?', 'Et quatre ?']
    for (const said of words) network.speak?.(said, top)
    const after = value(await inbox.read(tools, account, before.cursor ?? null))
    expect(after.items.map(({ text }) => text)).toEqual(words)
    expect(value(await inbox.read(tools, account, after.cursor ?? null)).items).toEqual([])
  })

  test('an answer to an answer stands under the comment that both answer', async () => {
    const { tools, account, network, delivery } = await openDesk(youtube, kit)
    const top = network.speak?.('Combien ?', null) ?? ''
    const under = network.speak?.('Moi aussi', top) ?? ''
    const { items } = value(await inbox.read(tools, account, null))
    const data = items.find(({ remoteId }) => remoteId === under)?.data ?? {}
    const answer = delivery('Cent euros', { replyTo: { remoteId: under, data } })
    value(await publish.publish(tools, account, answer))
    expect(network.published?.()).toMatchObject([{ text: 'Cent euros', replyTo: top }])
    expect(value(await publish.confirm(tools, account, answer))).not.toBeNull()
  })

  test('have words only', async () => {
    const { tools, account, delivery } = await openDesk(youtube, kit)
    const images = [await pictureOf('Un banc', 40, 30)]
    const shown = delivery('Voilà', { images, replyTo: { remoteId: 'UgzMorel1AaABAg' } })
    expect(failure(await publish.publish(tools, account, shown))).toMatchObject({ field: 'images' })
  })
})

test('a Google account without a channel cannot be connected', async () => {
  const { tools } = await openDesk(youtube, kit)
  const fetch: Tools['fetch'] = async (address, init) =>
    String(address).includes('/channels?')
      ? Response.json({ items: [] })
      : tools.fetch(address, init)
  expect(failure(await signIn(youtube, kit, { ...tools, fetch }, {}))).toMatchObject({
    kind: 'rejected',
    field: 'channel',
  })
})

test('a channel that hides its subscribers does not have none', async () => {
  const { tools, account } = await openDesk(youtube, kit)
  expect(value(await metrics.channel(tools, account))).toEqual({ followers: 140, posts: 7 })
  const fetch: Tools['fetch'] = async (address, init) => {
    const said = await (await tools.fetch(address, init)).text()
    return new Response(
      said.replace('"hiddenSubscriberCount":false', '"hiddenSubscriberCount":true'),
    )
  }
  const counts = value(await metrics.channel({ ...tools, fetch }, account))
  expect(counts.followers).toBeUndefined()
})

test.each([
  ['https://www.youtube.com/watch?v=vid00000001&t=3', 'vid00000001'],
  ['https://youtu.be/vid00000001', 'vid00000001'],
  ['https://m.youtube.com/shorts/vid00000001', 'vid00000001'],
  ['https://youtube.example/watch?v=vid00000001', null],
  ['https://www.youtube.com/@ateliermorel', null],
])('the video at %s is %s', async (address, id) => {
  const { account } = await openDesk(youtube, kit)
  expect(publish.idIn?.(account, new URL(address))).toBe(id)
})
