import { expect, test } from 'vitest'
import { Problem } from '#platform/http/problem.ts'
import { planReply } from '../index.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const source = { source: 'the board', date: '2026-11-26' }
const board = noticeBoard({
  needsMedia: true,
  images: {
    max: { value: 4, ...source },
    maxBytes: { value: 1_000_000, ...source },
    types: ['image/png'],
  },
  text: {
    max: { value: 20, ...source },
    answerMax: { value: 40, ...source },
    unit: 'characters',
  },
})
const { desk, camille, accounts, settle } = await openAtelier(board, ['lyon'])
const { body: company } = await camille.get('/companies/current')

const answer = (text: string) =>
  desk.db
    .transaction()
    .execute((trx) =>
      planReply(trx, desk, {
        companyId: company.id as string,
        channelId: accounts['lyon'] ?? '',
        replyTo: { remoteId: 'comment-7' },
        text,
        by: 'Sofia',
      }),
    )
    .catch((error: unknown) => error)

test('where a post must show something, an answer leaves in words alone', async () => {
  await answer('Oui, en noyer aussi.')
  await settle()
  expect(board.pinned).toMatchObject([{ text: 'Oui, en noyer aussi.', replyTo: 'comment-7' }])
})

test('an answer is held to the length of answers, not of posts', async () => {
  await answer('o'.repeat(40))
  await settle()
  expect(board.pinned.map(({ text }) => text.length)).toContain(40)
  const refused = await answer('o'.repeat(41))
  expect(refused).toBeInstanceOf(Problem)
  expect((refused as Problem).fields).toMatchObject([{ pointer: '/text' }])
})

test('whoever writes a first comment sees the limit it is held to', async () => {
  const { body } = await camille.post('/posts/check', {
    text: 'Court',
    firstComment: 'o'.repeat(41),
    variants: [{ channelId: accounts['lyon'] }],
  })
  const [checked] = body.channels
  expect(checked).toMatchObject({
    max: 20,
    following: [{ field: 'firstComment', length: 41, max: 40 }],
  })
})
