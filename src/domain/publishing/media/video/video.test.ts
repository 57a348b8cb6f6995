import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { describe, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import type { MediaView } from '../api.ts'
import { openAtelier } from '../../testing/open-atelier.ts'
import * as crafted from '../fixtures/crafted.ts'

const atelier = await openAtelier()
const { camille, desk } = atelier

/** Two seconds of a test pattern: MP4 with sound, QuickTime held upright, WebM; each says where it was taken. */
const film = (name: 'essai.mp4' | 'essai.mov' | 'essai.webm') =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', name))

const send = (bytes: Uint8Array, name = 'atelier.mp4') =>
  camille.upload<MediaView & { code: string; detail: string }>('/media', {
    name,
    type: 'video/mp4',
    bytes,
  })

/** What each track holds, packet by packet. */
async function packetsOf(bytes: Uint8Array): Promise<string[][]> {
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const tracks = await input.getTracks()
  // Awaited here: `using` closes the file at the end of this block.
  return await Promise.all(
    tracks.map(async (track) => {
      const packets: string[] = []
      for await (const { data } of new EncodedPacketSink(track).packets())
        packets.push(createHash('sha256').update(data).digest('hex'))
      return packets
    }),
  )
}

describe('a video that arrives', () => {
  test('is told for what it is', async () => {
    const { status, body } = await send(film('essai.mp4'))
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'video',
      type: 'video/mp4',
      width: 160,
      height: 90,
      hasPoster: false,
      video: { seconds: 2, videoCodec: 'avc', audioCodec: 'aac', frameRate: 12 },
    })
    expect((await send(film('essai.webm'), 'atelier.webm')).body).toMatchObject({
      type: 'video/webm',
      video: { videoCodec: 'vp9', audioCodec: null },
    })
  })

  test('loses its place, its title and its dates; a QuickTime one becomes MP4', async () => {
    const upright = await send(film('essai.mov'), 'IMG_0042.MOV')
    expect(upright.body).toMatchObject({ type: 'video/mp4', width: 90, height: 160 })
    const sent = await send(film('essai.mp4'))
    for (const [bytes, { body }] of [
      [film('essai.mov'), upright],
      [film('essai.mp4'), sent],
    ] as const) {
      expect(bytes.includes('+45.7600+004.8400')).toBe(true)
      const { raw } = await camille.get(body.url)
      expect(raw.length).toBe(body.bytes)
      for (const mark of ['45.76', 'MARQUEUR', 'udta', 'meta', '\xa9xyz'])
        expect(raw.includes(Buffer.from(mark, 'latin1')), mark).toBe(false)
    }
  })

  test('has its header before its images, and every image and sound where the header says', async () => {
    for (const name of ['essai.mp4', 'essai.mov'] as const) {
      const { body } = await send(film(name), name)
      const { raw } = await camille.get(body.url)
      expect(raw.indexOf('moov')).toBeLessThan(raw.indexOf('mdat'))
      expect(await packetsOf(raw)).toEqual(await packetsOf(film(name)))
    }
  })

  test('sent twice is kept once', async () => {
    const [first, second] = await Promise.all([send(film('essai.mp4')), send(film('essai.mp4'))])
    expect(second.body.id).toBe(first.body.id)
  })

  test('leaves nothing half-way on disk', async () => {
    const incoming = path.join(path.dirname(desk.files.pathOf('0'.repeat(64))), '..', 'incoming')
    expect(await readdir(incoming)).toEqual([])
  })
})

describe('refused with a sentence', () => {
  test('a file that only begins like a video, stops half-way, or lies about its tables', async () => {
    const whole = film('essai.mp4')
    const cut = await send(whole.subarray(0, 5000))
    expect([cut.status, cut.body.code]).toEqual([422, 'media.video_damaged'])
    const early = readFileSync(path.join(import.meta.dirname, 'fixtures', 'header-first.mp4'))
    const lost = await send(early.subarray(0, 7000))
    expect([lost.status, lost.body.code]).toEqual([422, 'media.video_damaged'])
    const lying = Buffer.from(whole)
    lying.writeUInt32BE(0xff_ff_ff_f0, lying.indexOf('stsz') + 12)
    const lie = await send(lying)
    expect([lie.status, lie.body.code]).toEqual([422, 'media.video_damaged'])
    const noise = Buffer.concat([whole.subarray(0, 32), Buffer.alloc(4000, 3)])
    expect((await send(noise)).status).toBe(422)
    expect(cut.body.detail).toContain('“atelier.mp4”')
  }, 60_000)

  test('a page that calls itself a video, and a Matroska file', async () => {
    expect((await send(Buffer.from('<html>'), 'film.mp4')).body.code).toBe('media.not_a_picture')
    const mkv = Buffer.from('\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x88matroska', 'latin1')
    expect((await send(mkv, 'film.mkv')).body.code).toBe('media.not_a_picture')
  })

  test('more than this desk takes', async () => {
    const small = await openTestDesk({ env: { VIGIE_VIDEO_MAX_MB: '1' } })
    const sofia = await small.signUp()
    const bytes = Buffer.concat([film('essai.mp4'), Buffer.alloc(1_000_000)])
    const file = { name: 'long.mp4', type: 'video/mp4', bytes }
    const { status, body } = await sofia.with({ 'accept-language': 'en' }).upload('/media', file)
    expect([status, body.code]).toEqual([413, 'media.video_too_heavy'])
    expect(body.detail).toContain('over 1 MB')
  })
})

describe('seen again', () => {
  test('in parts, as players ask', async () => {
    const { body } = await send(film('essai.mp4'))
    const whole = await camille.get(body.url)
    expect(whole.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': "inline; filename*=UTF-8''atelier.mp4",
    })
    const part = await camille.get(body.url, { range: 'bytes=10-19' })
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 10-19/${body.bytes}`])
    expect(part.raw).toEqual(whole.raw.subarray(10, 20))
    const end = await camille.get(body.url, { range: 'bytes=-5' })
    expect(end.raw).toEqual(whole.raw.subarray(-5))
    expect((await camille.get(body.url, { range: 'bytes=99999999-' })).status).toBe(416)
    const changed = await camille.get(body.url, { range: 'bytes=0-1', 'if-range': '"other"' })
    expect(changed.status).toBe(200)
  })

  test('by a still that is chosen for it, checked as any picture', async () => {
    const { body } = await send(film('essai.mov'))
    expect((await camille.get(body.thumbnailUrl)).headers['content-type']).toBe('image/webp')
    const put = (bytes: Uint8Array) =>
      camille.upload<MediaView>(
        `/media/${body.id}/poster`,
        { name: 'p.jpg', type: 'image/jpeg', bytes },
        'PUT',
      )
    const still = await put(await crafted.shotByTelephone())
    expect(still.body).toMatchObject({ id: body.id, hasPoster: true })
    expect(still.body.thumbnailUrl).not.toBe(body.thumbnailUrl)
    const seen = await camille.get(still.body.thumbnailUrl)
    expect(seen.raw.includes('MARQUEUR')).toBe(false)
    expect((await put(Buffer.from('bonjour'))).status).toBe(415)
    expect((await put(film('essai.mp4'))).status).toBe(415)
    const { body: picture } = await send(await crafted.jpeg(33, 44))
    const answer = await camille.upload(
      `/media/${picture.id}/poster`,
      { name: 'p.jpg', type: 'image/jpeg', bytes: await crafted.jpeg() },
      'PUT',
    )
    expect([answer.status, answer.body.code]).toEqual([422, 'media.no_video'])
  })

  test('among the videos of the library', async () => {
    await send(film('essai.mp4'))
    await send(await crafted.jpeg(12, 13))
    const { body } = await camille.get('/media?show=videos&limit=200')
    expect(body.items.length).toBeGreaterThan(0)
    expect(body.items.every(({ kind }: MediaView) => kind === 'video')).toBe(true)
  })
})
