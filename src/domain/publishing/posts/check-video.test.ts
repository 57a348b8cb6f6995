import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckView } from './check-shapes.ts'
import type { MediaView } from '../media/api.ts'
import * as crafted from '../media/fixtures/crafted.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const own = { source: 'made for tests', date: '2026-11-25' }
const video = {
  maxBytes: { value: 20_000, ...own },
  types: ['video/mp4'],
  maxSeconds: { value: 60, ...own },
}

const atelier = await openAtelier(noticeBoard({ video }))
const { camille, board, accounts } = atelier

const fixtures = path.join(import.meta.dirname, '../media/video/fixtures')

async function film(name: string, to = atelier): Promise<MediaView> {
  const bytes = readFileSync(path.join(fixtures, name))
  return (await to.camille.upload<MediaView>('/media', { name, type: 'video/mp4', bytes })).body
}

/** What the network says of a draft that shows these. */
async function said(mediaIds: string[], by = atelier): Promise<string[]> {
  const draft = { text: 'Vu', mediaIds, variants: [{ channelId: by.accounts['lyon'] }] }
  const { body } = await by.camille.post<CheckView>('/posts/check', draft)
  return (body.channels[0]?.problems ?? []).map(({ sentence }) => sentence)
}

/** A board that takes less. */
async function stricter(changes: object) {
  const board = noticeBoard({ video: { ...video, ...changes } })
  return openAtelier(board, ['lyon'])
}

describe('a video of a post', () => {
  test('leaves with its description and its still, as it was cleaned', async () => {
    const { id, bytes } = await film('essai.mp4')
    await camille.patch(`/media/${id}`, { alt: 'Le rabot sur le chêne' })
    const still = { name: 'still.jpg', type: 'image/jpeg', bytes: await crafted.jpeg(160, 90) }
    await camille.upload(`/media/${id}/poster`, still, 'PUT')
    await atelier.scheduled('À l’établi', undefined, { mediaIds: [id] })
    await atelier.settle()
    const left = board.pinned.find(({ text }) => text === 'À l’établi')
    expect(left?.images).toEqual([])
    expect(left?.video).toMatchObject({
      type: 'video/mp4',
      width: 160,
      height: 90,
      seconds: 2,
      alt: 'Le rabot sur le chêne',
      poster: { type: 'image/jpeg', width: 160 },
    })
    expect(left?.video?.file.size).toBe(bytes)
  })

  test('is alone: no second one, no picture beside it', async () => {
    const [one, other] = [await film('essai.mp4'), await film('essai.mov')]
    expect(await said([one.id, other.id])).toEqual(['Panneau shows one video in a post: keep one.'])
    const bytes = await crafted.jpeg(21, 22)
    const { body } = await camille.upload('/media', { name: 'a.jpg', type: 'image/jpeg', bytes })
    expect(await said([one.id, body.id])).toEqual([
      'Panneau shows a video or pictures, not both: take one or the other off.',
    ])
  })

  test('of a kind the network does not take is refused with the kinds it takes', async () => {
    const { id } = await film('essai.webm')
    expect(await said([id])).toEqual([
      'Panneau takes no video of the kind of “essai.webm”. It takes: MP4.',
    ])
    const draft = { text: 'Film', mediaIds: [id], variants: [{ channelId: accounts['lyon'] }] }
    const { body: post } = await camille.post('/posts', draft)
    const refused = await camille.post(`/posts/${post.id}/schedule`, { version: post.version })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/mediaIds'])
  })

  test('is measured against what the account takes', async () => {
    const limit = (value: number) => ({ value, ...own })
    const small = await stricter({
      maxBytes: limit(1000),
      maxSeconds: limit(1),
      maxPixels: limit(10_000),
      maxFrameRate: limit(10),
      ratio: { min: 0.8, max: 1.2, ...own },
    })
    const { id } = await film('essai.mp4', small)
    const sentences = (await said([id], small)).join('\n')
    for (const part of [
      'weighs 1 MB; Panneau takes 0.001 MB',
      'lasts 2 seconds; Panneau takes 1',
      '160 × 90 pixels',
      '12 images a second; Panneau takes 10',
      'too long or too wide a shape',
    ]) {
      expect(sentences).toContain(part)
    }
    const codecs = await stricter({ codecs: ['hevc'] })
    expect(await said([(await film('essai.mp4', codecs)).id], codecs)).toEqual([
      'The images of “essai.mp4” are AVC, which Panneau does not take. Export it in H.264.',
    ])
  })

  test('is told to be no matter for a network that takes none', async () => {
    const none = await openAtelier(noticeBoard(), ['lyon'])
    expect(await said([(await film('essai.mp4', none)).id], none)).toEqual([
      'Vigie sends no videos to Panneau: take off “essai.mp4” for this account.',
    ])
  })
})
