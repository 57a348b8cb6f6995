import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { CheckView } from './check-shapes.ts'
import type { MediaView } from '../media/api.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const own = { source: 'made for tests', date: '2026-11-25' }
const video = { maxBytes: { value: 20_000, ...own }, types: ['video/mp4'], described: false }
const images = {
  max: { value: 2, ...own },
  maxBytes: { value: 100_000, ...own },
  types: ['image/jpeg', 'image/png'],
  ratio: { min: 0.8, max: 1.91, ...own },
}
const board = noticeBoard({ needsMedia: true, video, images })
const { camille, accounts } = await openAtelier(board, ['lyon'])

async function judged(text: string, mediaIds: string[], crops = {}) {
  const draft = { text, mediaIds, variants: [{ channelId: accounts['lyon'], crops }] }
  const { body } = await camille.post<CheckView>('/posts/check', draft)
  const { problems = [], advice = [] } = body.channels[0] ?? {}
  return {
    problems: problems.map(({ sentence }) => sentence),
    advice: advice.map(({ sentence }) => sentence),
  }
}

test('a network that shows a picture or a video in every post says so while one writes', async () => {
  const { problems } = await judged('Vu', [])
  expect(problems).toEqual([
    'Panneau publishes nothing without a picture or a video: add one, or take this account off.',
  ])
})

test('nothing at all is told once', async () => {
  const { problems } = await judged('', [])
  expect(problems).toEqual(['Panneau publishes nothing empty: write a text or add a picture.'])
})

test('a video is enough, and no description is asked where the network takes none', async () => {
  const file = path.join(import.meta.dirname, '../media/video/fixtures/essai.mp4')
  const sent = { name: 'essai.mp4', type: 'video/mp4', bytes: readFileSync(file) }
  const { body } = await camille.upload<MediaView>('/media', sent)
  expect(await judged('Vu', [body.id])).toEqual({ problems: [], advice: [] })
})

test('a picture that is too flat is to be cut, and fits once it is', async () => {
  const wide = { width: 600, height: 200, channels: 3 as const, background: 'tan' }
  const bytes = await sharp({ create: wide }).png().toBuffer()
  const sent = { name: 'bandeau.png', type: 'image/png', bytes }
  const { body } = await camille.upload<MediaView>('/media', sent)
  await camille.patch(`/media/${body.id}`, { alt: 'Le bandeau' })
  expect((await judged('Vu', [body.id])).problems).toEqual([
    '“bandeau.png” is too flat or too tall for Panneau: cut it, under the picture.',
  ])
  expect((await judged('Vu', [body.id], { [body.id]: '1:1' })).problems).toEqual([])
})
