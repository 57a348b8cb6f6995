import { v4 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/http/problem.ts'
import { deliveriesOf, findDeliveryByRemote, planReply, publishedDeliveries } from '../index.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const atelier = await openAtelier()
const { desk, board, accounts } = atelier
const { body: company } = await atelier.camille.get('/companies/current')
const companyId: string = company.id
const channelId = accounts['lyon'] ?? ''

const reply = (text: string, id = uuid()) =>
  desk.db.transaction().execute((trx) =>
    planReply(trx, desk, {
      companyId,
      channelId,
      replyTo: { remoteId: 'comment-7' },
      text,
      by: 'Sofia',
      id,
    }),
  )

describe('a reply from the inbox', () => {
  test('leaves now, as an answer to what was said', async () => {
    const id = await reply('Oui, en noyer aussi.')
    await atelier.settle()
    expect(board.pinned).toMatchObject([
      { text: 'Oui, en noyer aussi.', replyTo: 'comment-7', key: id },
    ])
    expect(await deliveriesOf(desk.db, companyId, [id])).toMatchObject([
      { id, kind: 'reply', state: 'published', postId: null, remoteId: 'notice-1', trouble: null },
    ])
  })

  test('planned twice under one id, leaves once', async () => {
    const id = uuid()
    await Promise.all([reply('Une fois', id), reply('Une fois', id)])
    await atelier.settle()
    expect(board.pinned.filter(({ text }) => text === 'Une fois')).toHaveLength(1)
  })

  test('too long for the network is refused before it is planned', async () => {
    const refused = await reply('o'.repeat(101)).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Problem)
    expect((refused as Problem).fields).toMatchObject([{ pointer: '/text' }])
  })
})

test('what left is found by what the network calls it, by its account only', async () => {
  const post = await atelier.scheduled('Retrouvée')
  await atelier.settle()
  const { id } = await atelier.delivery(post)
  const [facts] = await deliveriesOf(desk.db, companyId, [id])
  const remoteId = facts?.remoteId ?? ''
  expect(await findDeliveryByRemote(desk.db, channelId, remoteId)).toMatchObject({
    id,
    postId: post.id,
  })
  expect(await findDeliveryByRemote(desk.db, accounts['paris'] ?? '', remoteId)).toBeUndefined()
  expect(await deliveriesOf(desk.db, uuid(), [id])).toEqual([])
})

test('posts that left are listed by time, without the replies', async () => {
  await atelier.scheduled('Comptée')
  await reply('Non comptée')
  await atelier.settle()
  const from = new Date('2026-11-23T00:00:00Z')
  const left = await publishedDeliveries(desk.db, { companyId, channelId, from })
  const texts = left.map(({ text }) => text)
  expect(texts).toContain('Comptée')
  expect(texts).not.toContain('Non comptée')
  expect(await publishedDeliveries(desk.db, { companyId, from: new Date('2027-01-01') })).toEqual(
    [],
  )
})
