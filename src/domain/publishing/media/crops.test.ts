import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { CheckView } from '../posts/check-shapes.ts'
import type { MediaView } from './api.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier, openAtelierForOneTest } from '../testing/open-atelier.ts'
import { focalWithin, regionOf } from './crop.ts'

const atelier = await openAtelier()
const { camille, board, accounts } = atelier

const red = { r: 200, g: 30, b: 30 }
let shade = 0

/** A wide shop front, with a red door at one end. */
async function front(
  door: 'left' | 'right' = 'right',
  width = 900,
  height = 300,
): Promise<MediaView> {
  const wall = { r: 240, g: 240, b: 240 - (shade = (shade + 3) % 100) }
  const square = { create: { width: height, height, channels: 3 as const, background: red } }
  const bytes = await sharp({ create: { width, height, channels: 3, background: wall } })
    .composite([
      {
        input: await sharp(square).png().toBuffer(),
        top: 0,
        left: door === 'left' ? 0 : width - height,
      },
    ])
    .jpeg()
    .toBuffer()
  const file = { name: 'devanture.jpg', type: 'image/jpeg', bytes }
  return (await camille.upload<MediaView>('/media', file)).body
}

async function isRed(bytes: Uint8Array, x: number, y: number): Promise<boolean> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  return (data[at] ?? 0) > 150 && (data[at + 1] ?? 255) < 90
}

describe('the part that is kept', () => {
  test('is the largest of its ratio, around the point to keep in sight, inside the edges', () => {
    const wide = { width: 900, height: 300 }
    expect(regionOf(wide, { crop: '1:1', focal: null })).toEqual({
      left: 300,
      top: 0,
      width: 300,
      height: 300,
    })
    expect(regionOf(wide, { crop: '1:1', focal: { x: 1, y: 0 } })?.left).toBe(600)
    expect(regionOf(wide, { crop: '16:9', focal: { x: 0.4, y: 0.5 } })).toEqual({
      left: 94,
      top: 0,
      width: 533,
      height: 300,
    })
    expect(regionOf(wide, { crop: null, focal: { x: 1, y: 0 } })).toBeNull()
    expect(regionOf({ width: 80, height: 100 }, { crop: '4:5', focal: null })).toBeNull()
    expect(regionOf({ width: 1, height: 900 }, { crop: '16:9', focal: null })).toMatchObject({
      width: 1,
      height: 1,
    })
  })

  test('carries the point along', () => {
    const frame = { crop: '1:1' as const, focal: { x: 0.5, y: 0.2 } }
    expect(focalWithin({ width: 900, height: 300 }, frame)).toEqual({ x: 0.5, y: 0.2 })
    const corner = { crop: '1:1' as const, focal: { x: 1, y: 0 } }
    expect(focalWithin({ width: 900, height: 300 }, corner)).toEqual({ x: 1, y: 0 })
  })
})

describe('what must stay in sight', () => {
  test('is kept with the picture, and taken back', async () => {
    const { id } = await front()
    const focal = { x: 0.9, y: 0.5 }
    const { body } = await camille.patch(`/media/${id}`, { focal })
    expect(body.focal).toEqual({ x: expect.closeTo(0.9), y: 0.5 })
    await camille.patch(`/media/${id}`, { alt: 'La porte rouge' })
    const { body: again } = await camille.patch(`/media/${id}`, {})
    expect(again).toMatchObject({ alt: 'La porte rouge', focal: { x: expect.closeTo(0.9) } })
    expect((await camille.patch(`/media/${id}`, { focal: null })).body.focal).toBeNull()
    expect((await camille.patch(`/media/${id}`, { focal: { x: 2, y: 0 } })).status).toBe(422)
  })

  test('stands where it is said, and a network is told where that is once the picture is cut', async () => {
    const { id } = await front('right')
    await camille.patch(`/media/${id}`, { focal: { x: 0.85, y: 0.5 } })
    const variants = [
      { channelId: accounts['lyon'], crops: { [id]: '1:1' } },
      { channelId: accounts['paris'] },
    ]
    const { body: post } = await camille.post('/posts', { text: 'Porte', mediaIds: [id], variants })
    expect(post.variants.map((v: { crops: object }) => v.crops)).toEqual([{ [id]: '1:1' }, {}])
    await camille.post(`/posts/${post.id}/schedule`, { version: post.version })
    await atelier.settle()
    const by = (account: string) =>
      board.pinned.find((p) => p.text === 'Porte' && p.account === account)?.images[0]
    const [cut, whole] = [by('lyon'), by('paris')]
    if (!cut || !whole) throw new Error('nothing left')
    expect([cut.width, cut.height, cut.focal]).toEqual([
      300,
      300,
      { x: expect.closeTo(0.55, 1), y: 0.5 },
    ])
    expect([whole.width, whole.height, whole.focal?.x]).toEqual([900, 300, expect.closeTo(0.85)])
    expect(await isRed(cut.bytes, 0.1, 0.5)).toBe(true)
    expect(await isRed(whole.bytes, 0.1, 0.5)).toBe(false)
  })

  test('moved after a post is planned, changes nothing of what was agreed', async () => {
    const { id } = await front('left')
    await camille.patch(`/media/${id}`, { focal: { x: 0, y: 0 } })
    const variants = [{ channelId: accounts['lyon'], crops: { [id]: '1:1' } }]
    const more = { mediaIds: [id], variants }
    await atelier.scheduled('Prévue', '2026-12-02T09:00', more)
    await camille.patch(`/media/${id}`, { focal: { x: 1, y: 1 } })
    await atelier.at('2026-12-02T09:00')
    const image = board.pinned.find(({ text }) => text === 'Prévue')?.images[0]
    expect(image && (await isRed(image.bytes, 0.5, 0.5))).toBe(true)
  })
})

describe('before it leaves', () => {
  const check = async (draft: object) =>
    (await camille.post<CheckView>('/posts/check', draft)).body.channels[0]

  test('one sees what it becomes: its size, its weight, its kind, and itself', async () => {
    const { id } = await front()
    await camille.patch(`/media/${id}`, { focal: { x: 1, y: 0.5 } })
    const variants = [{ channelId: accounts['lyon'], crops: { [id]: '4:5' } }]
    const told = await check({ text: 'Porte', mediaIds: [id], variants })
    const [picture] = told?.pictures ?? []
    expect(picture).toMatchObject({
      mediaId: id,
      crop: '4:5',
      shownAt: null,
      before: { width: 900, height: 300, type: 'image/jpeg' },
      after: { width: 240, height: 300, type: 'image/jpeg' },
    })
    const file = await camille.get(picture?.url ?? '')
    expect((await sharp(file.raw).metadata()).width).toBe(240)
    expect(file.raw.length).toBe(picture?.after.bytes)
    expect(await isRed(file.raw, 0.1, 0.5)).toBe(true)
    expect(file.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  })

  test('the address changes when the point does, for browsers keep what they saw', async () => {
    const { id } = await front()
    const variants = [{ channelId: accounts['lyon'], crops: { [id]: '1:1' } }]
    const before = await check({ mediaIds: [id], variants })
    await camille.patch(`/media/${id}`, { focal: { x: 0.1, y: 0.1 } })
    const after = await check({ mediaIds: [id], variants })
    expect(after?.pictures[0]?.url).not.toBe(before?.pictures[0]?.url)
  })

  test('a network that shows squares says that it will cut, until one has chosen', async () => {
    const own = { source: 'made for tests', date: '2026-11-25' }
    const images = {
      max: { value: 2, ...own },
      maxBytes: { value: 100_000, ...own },
      types: ['image/jpeg'],
      shownAt: { value: '1:1' as const, ...own },
    }
    const squares = await openAtelierForOneTest(noticeBoard({ images }), ['lyon'])
    const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: red } })
      .jpeg()
      .toBuffer()
    const file = { name: 'banc.jpg', type: 'image/jpeg', bytes }
    const { body: media } = await squares.camille.upload<MediaView>('/media', file)
    const advised = async (crops: object) => {
      const variants = [{ channelId: squares.accounts['lyon'], crops }]
      const draft = { text: 'Banc', mediaIds: [media.id], variants }
      const { body } = await squares.camille.post<CheckView>('/posts/check', draft)
      return body.channels[0]?.advice.map(({ sentence }) => sentence).join(' ')
    }
    expect(await advised({})).toContain(
      'Panneau shows pictures at 1:1 and will cut “banc.jpg”: choose what stays, under the picture.',
    )
    expect(await advised({ [media.id]: '1:1' })).not.toContain('will cut')
  })

  test('nobody else sees it', async () => {
    const { id } = await front()
    const url = `/media/${id}/departure?channelId=${accounts['lyon']}`
    expect((await atelier.stranger.get(url)).status).toBe(401)
    expect((await camille.get(`/media/${id}/departure?channelId=${id}`)).status).toBe(404)
  })
})
