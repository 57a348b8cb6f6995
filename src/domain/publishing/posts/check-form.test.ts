import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { CheckView } from './check-shapes.ts'
import type { MediaView } from '../media/api.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const own = { source: 'made for tests', date: '2026-11-26' }
const board = noticeBoard({
  images: {
    max: { value: 4, ...own },
    maxBytes: { value: 100_000, ...own },
    types: ['image/jpeg', 'image/png'],
    ratio: { min: 0.8, max: 1.91, ...own },
  },
  follow: { thread: false, comment: true },
  options: [
    {
      name: 'form',
      label: { en: 'Shown as', fr: 'Paraît en' },
      kind: 'choice',
      choices: [{ value: 'poster', label: { en: 'Poster', fr: 'Affiche' } }],
    },
  ],
  forms: [
    {
      option: 'form',
      value: 'poster',
      called: { en: 'a poster', fr: 'une affiche' },
      known: { en: 'A poster hangs for a day.', fr: 'Une affiche tient un jour.' },
      words: false,
      described: false,
      comment: false,
      imagesMax: { value: 1, ...own },
    },
  ],
})
const { camille, accounts } = await openAtelier(board, ['lyon'])

async function upright(): Promise<string> {
  const size = { width: 90, height: 160, channels: 3 as const, background: 'tan' }
  const bytes = await sharp({ create: size }).png().toBuffer()
  const sent = { name: 'affiche.png', type: 'image/png', bytes }
  return (await camille.upload<MediaView>('/media', sent)).body.id
}

async function judged(draft: { text: string; mediaIds: string[]; firstComment?: string }) {
  const variants = [{ channelId: accounts['lyon'], options: { form: 'poster' } }]
  const { body } = await camille.post<CheckView>('/posts/check', { ...draft, variants })
  const { problems = [], advice = [] } = body.channels[0] ?? {}
  return {
    problems: problems.map(({ field, sentence }) => [field, sentence]),
    advice: advice.map(({ field, sentence }) => [field, sentence]),
  }
}

test('a form that carries one upright picture takes it as it is, and says how long it is seen', async () => {
  expect(await judged({ text: '', mediaIds: [await upright()] })).toEqual({
    problems: [],
    advice: [['options/form', 'A poster hangs for a day.']],
  })
})

test('its words, its first comment and a second picture are never dropped in silence', async () => {
  const mediaIds = [await upright(), await upright()]
  const { problems } = await judged({ text: 'Venez', mediaIds, firstComment: 'Et dimanche' })
  expect(problems).toEqual([
    ['mediaIds', expect.stringContaining('1')],
    ['text', expect.stringContaining('a poster carries no words')],
    ['firstComment', expect.stringContaining('a poster takes no first comment')],
  ])
})

test('without the option, the same picture is too tall for the network', async () => {
  const variants = [{ channelId: accounts['lyon'] }]
  const draft = { text: 'Vu', mediaIds: [await upright()], variants }
  const { body } = await camille.post<CheckView>('/posts/check', draft)
  const [problem] = body.channels[0]?.problems ?? []
  expect(problem?.sentence).toContain('too flat or too tall')
})
