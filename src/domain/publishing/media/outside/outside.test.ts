import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Connector, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { openTestDesk } from '#support/desk.ts'
import type { MediaView } from '../api.ts'
import type { PostView } from '../../posts/api.ts'
import { noticeBoard } from '../../testing/notice-board.ts'

/** A network that fetches media by itself: it writes down the addresses it is given, and what it was to fetch. */
const given: { address: string; media: Outgoing['images'][number] | Outgoing['video'] }[] = []
const asked: (Tools['addressOf'] | undefined)[] = []
const board = noticeBoard({
  video: {
    maxBytes: { value: 1_000_000, source: 'made for tests', date: '2026-11-25' },
    types: ['video/mp4'],
  },
})
const publish = board.connector.publish as NonNullable<Connector['publish']>
const connector: Connector = {
  ...board.connector,
  publish: {
    ...publish,
    async publish(tools, account, outgoing) {
      asked.push(tools.addressOf)
      for (const media of [...outgoing.images, ...(outgoing.video ? [outgoing.video] : [])])
        if (tools.addressOf) given.push({ address: await tools.addressOf(media), media })
      return publish.publish(tools, account, outgoing)
    },
  },
}
const origin = 'https://vigie.atelier-morel.example'
const desk = await openTestDesk({ connectors: [connector], env: { VIGIE_PUBLIC_URL: origin } })
const camille = await desk.signUp()
const { stranger, clock } = desk
const { body: channel } = await camille.post('/channels', {
  connectorId: 'board',
  fields: { handle: 'lyon' },
})

beforeEach(() => void (given.length = 0))

async function picture(colour: string): Promise<MediaView> {
  const plain = { create: { width: 640, height: 480, channels: 3 as const, background: colour } }
  const bytes = await sharp(plain).png().toBuffer()
  return (await camille.upload<MediaView>('/media', { name: 'a.png', type: 'image/png', bytes }))
    .body
}

async function leave(text: string, mediaIds: string[]): Promise<string[]> {
  const variants = [{ channelId: channel.id }]
  const { body } = await camille.post<PostView>('/posts', { text, variants, mediaIds })
  const answer = await camille.post(`/posts/${body.id}/schedule`, { version: body.version })
  expect(answer.status).toBe(200)
  await desk.settle()
  return given.map(({ address }) => address.slice(origin.length))
}

describe('a network that fetches pictures by itself', () => {
  test('finds exactly the bytes that were made for it, and never runs them', async () => {
    const { id } = await picture('tan')
    const [address = ''] = await leave('Une table', [id])
    expect(given[0]?.address).toMatch(/^https:\/\/vigie\.atelier-morel\.example\/m\/[\w.-]+\.png$/)
    const answer = await stranger.get(address)
    const [sent] = given.map(({ media }) => media)
    expect(sent && 'bytes' in sent && answer.raw.equals(sent.bytes)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(answer.raw.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-robots-tag': 'noindex, nofollow',
    })
  })

  test('finds nothing when its day is over', async () => {
    const { id } = await picture('teal')
    const [address = ''] = await leave('Bientôt périmée', [id])
    clock.advance(24 * 3_600_000 - 1000)
    expect((await stranger.get(address)).status).toBe(200)
    clock.advance(1000)
    expect((await stranger.get(address)).status).toBe(404)
  })

  test('finds nothing at an address that was changed, by one letter anywhere or for another picture', async () => {
    const [one, other] = [await picture('red'), await picture('blue')]
    const [first = '', second = ''] = await leave('Deux vues', [one.id, other.id])
    expect((await stranger.get(first)).status).toBe(200)
    for (const at of [4, 40, 72, 90, first.length - 1]) {
      const letter = first[at] === 'A' ? 'B' : 'A'
      const changed = first.slice(0, at) + letter + first.slice(at + 1)
      expect((await stranger.get(changed)).status, changed).toBe(404)
    }
    const [, signature = '', ending = ''] = first.split('.')
    const [body = ''] = second.split('.')
    expect((await stranger.get([body, signature, ending].join('.'))).status).toBe(404)
    expect((await stranger.get(first.replace(/png$/, 'mp4'))).status).toBe(404)
    expect((await stranger.get('/m/')).status).toBe(404)
    expect((await stranger.get(`/m/${one.id}`)).status).toBe(404)
  })

  test('finds nothing once the picture was deleted for good', async () => {
    const { id } = await picture('olive')
    const [address = ''] = await leave('Retirée', [id])
    const sent = given[0]?.media
    if (!sent || !('bytes' in sent)) throw new Error('no picture was sent')
    const hash = Buffer.from(address.slice(3).split('.')[0] ?? '', 'base64url').toString(
      'hex',
      16,
      48,
    )
    await desk.desk.files.remove(hash)
    expect((await stranger.get(address)).status).toBe(404)
  })
})

test('a video is fetched whole or in parts', async () => {
  const file = path.join(import.meta.dirname, '../video/fixtures/essai.mp4')
  const sent = { name: 'essai.mp4', type: 'video/mp4', bytes: readFileSync(file) }
  const { body } = await camille.upload<MediaView>('/media', sent)
  const [address = ''] = await leave('Un film', [body.id])
  const whole = await stranger.get(address)
  expect([whole.status, whole.headers['content-type']]).toEqual([200, 'video/mp4'])
  const [film] = given.map(({ media }) => media)
  if (!film || !('file' in film)) throw new Error('no video was sent')
  expect(whole.raw.equals(Buffer.from(await film.file.arrayBuffer()))).toBe(true)
  const part = await stranger.get(address, { range: 'bytes=10-19' })
  expect([part.status, part.raw]).toEqual([206, whole.raw.subarray(10, 20)])
  expect(part.headers['content-range']).toBe(`bytes 10-19/${whole.raw.length}`)
  expect((await stranger.get(address, { range: `bytes=${whole.raw.length}-` })).status).toBe(416)
}, 60_000)

test.each([undefined, 'http://vigie.lan'])('none is given when the desk is at %s', async (url) => {
  asked.length = 0
  const before = desk.desk.publicUrl
  desk.desk.publicUrl = url
  const { id } = await picture(url ? 'gold' : 'navy')
  await leave(`Sans adresse ${url}`, [id])
  desk.desk.publicUrl = before
  expect(asked).toEqual([undefined])
})
