import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { CheckView, MediaView } from '../api.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const own = { source: 'made for tests', date: '2026-11-25' }
const video = { maxBytes: { value: 20_000, ...own }, types: ['video/mp4'], described: false }
const { camille, accounts } = await openAtelier(noticeBoard({ needsMedia: true, video }), ['lyon'])

async function judged(text: string, mediaIds: string[]) {
  const draft = { text, mediaIds, variants: [{ channelId: accounts['lyon'] }] }
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
