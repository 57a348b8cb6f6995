import { expect, test } from 'vitest'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const own = { source: 'made for tests', date: '2026-11-25' }
const poll = {
  choicesMax: { value: 3, ...own },
  choiceLength: { value: 10, ...own },
  minutesMin: { value: 10, ...own },
  minutesMax: { value: 2880, ...own },
  multiple: false,
  withImages: false,
}

const withPolls = await openAtelier(noticeBoard({ poll }))
const without = await openAtelier()

const check = async ({ camille, accounts }: typeof withPolls, post: object) => {
  const variants = [{ channelId: accounts['lyon'] }]
  const { body } = await camille.post('/posts/check', { text: 'Lequel ?', variants, ...post })
  return body.channels[0]
}

const fields = (found: { field: string }[]) => found.map(({ field }) => field)
const two = ['Chêne', 'Noyer']

test('a poll leaves with the post, and only with the post', async () => {
  await withPolls.scheduled('Lequel ?', undefined, {
    poll: { choices: two, minutes: 60 },
    thread: [{ text: 'La suite' }],
  })
  await withPolls.settle()
  expect(withPolls.board.pinned.map(({ text, poll: asked }) => [text, asked ?? null])).toEqual([
    ['Lequel ?', { choices: two, minutes: 60, multiple: false }],
    ['La suite', null],
  ])
})

test('what the network would refuse of it is said where it was written', async () => {
  const wrong = { choices: ['Chêne', 'Noyer américain', 'Chêne', ' '], minutes: 5, multiple: true }
  const { problems } = await check(withPolls, { poll: wrong })
  expect(fields(problems)).toEqual([
    'poll/choices',
    'poll/choices/1',
    'poll/choices/2',
    'poll/choices/3',
    'poll/minutes',
    'poll/multiple',
  ])
  const { camille, accounts } = withPolls
  const variants = [{ channelId: accounts['lyon'] }]
  const draft = await camille.post('/posts', { text: 'Lequel ?', variants, poll: wrong })
  const refused = await camille.post(`/posts/${draft.body.id}/schedule`, {
    version: draft.body.version,
  })
  expect(refused.body.errors[0].pointer).toBe('/poll/choices')
})

test('where there are none, the post leaves without, and that is said beforehand', async () => {
  const { problems, advice } = await check(without, { poll: { choices: two } })
  expect([fields(problems), fields(advice)]).toEqual([[], ['mediaIds', 'poll']])
  await without.scheduled('Sans sondage', undefined, { poll: { choices: two } })
  await without.settle()
  expect(without.board.pinned.at(-1)).not.toHaveProperty('poll')
})
