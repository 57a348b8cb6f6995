import { beforeEach, describe, expect, test } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import type { CheckView } from '../posts/check-shapes.ts'
import type { SimilarPost } from './api.ts'
import { draftPost } from '../posts/draft-post.ts'
import type { PublishingTables } from '../tables.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import { schedulePost } from '../posts/schedule-post.ts'

const atelier = await openAtelier()
const { camille, desk, clock, accounts } = atelier
const { body: company } = await camille.get('/companies/current')
const author = { companyId: company.id as string, id: 'recurrence', name: 'Camille Morel' }

const TABLE = 'Une table en chêne massif, huit couverts, finie à l’huile. À voir à l’atelier.'

async function similar(text: string, more: object = {}, by = 'lyon'): Promise<SimilarPost[]> {
  const variants = [{ channelId: accounts[by] }]
  const { body } = await camille.post<CheckView>('/posts/check', { text, variants, ...more })
  return body.channels[0]?.similar ?? []
}
const days = (n: number) => clock.advance(n * 86_400_000)

beforeEach(async () => {
  await atelier.newDay()
  await tablesOf<PublishingTables>(desk.db).deleteFrom('deliveries').execute()
})

describe('a text that left before', () => {
  test('is shown beside the new one: its words, its date, its link; and keeps nothing from leaving', async () => {
    await atelier.scheduled(TABLE)
    await atelier.settle()
    days(3)
    const again = `${TABLE.replace('huit', 'dix')} 👉 a.example`
    expect(await similar(again)).toMatchObject([
      { text: TABLE, isPlanned: false, url: expect.stringContaining('board.example/lyon/') },
    ])
    const { body } = await camille.post<CheckView>('/posts/check', {
      text: again,
      variants: [{ channelId: accounts['lyon'] }],
    })
    expect(body.channels[0]?.advice[0]?.sentence).toMatch(/^Nearly the same text left .* on \d+ /)
    expect(body.channels[0]?.problems).toEqual([])
    expect((await atelier.scheduled(again)).status).toBe('scheduled')
  })

  test('by another account is none of this one’s business', async () => {
    await atelier.scheduled(TABLE)
    await atelier.settle()
    expect(await similar(TABLE, {}, 'paris')).toEqual([])
  })

  test('longer ago than the company looks back is forgotten', async () => {
    await atelier.scheduled(TABLE)
    await atelier.settle()
    days(31)
    expect(await similar(TABLE)).toEqual([])
    await camille.patch('/publishing-rules', { duplicateDays: 90 })
    expect(await similar(TABLE)).toHaveLength(1)
    await camille.patch('/publishing-rules', { duplicateDays: 0 })
    expect(await similar(TABLE)).toEqual([])
    await camille.patch('/publishing-rules', { duplicateDays: 30 })
  })
})

test('what is planned is told too, what was called off is not', async () => {
  const tomorrow = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
  const post = await atelier.scheduled(TABLE, `${tomorrow}T10:00`)
  expect(await similar(TABLE)).toMatchObject([{ postId: post.id, isPlanned: true }])
  await camille.delete(`/posts/${post.id}`)
  expect(await similar(TABLE)).toEqual([])
})

test('a post that is being changed is not its own double, and what it said before does not stay', async () => {
  const tomorrow = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
  const post = await atelier.scheduled(TABLE, `${tomorrow}T10:00`)
  expect(await similar(TABLE, { postId: post.id })).toEqual([])
  const text = 'Tout autre chose : un buffet des années cinquante.'
  await camille.patch(`/posts/${post.id}`, { version: post.version, text })
  expect(await similar(TABLE)).toEqual([])
})

test('a recurrence repeats itself on purpose; another one is told', async () => {
  const made = async (id: string) => {
    const postId = crypto.randomUUID()
    const variants = [{ channelId: accounts['lyon'] ?? '' }]
    await draftPost(desk, author, postId, { text: TABLE, variants }, { kind: 'recurrence', id })
    return postId
  }
  const first = await made('mondays')
  await schedulePost(desk, author, first, { version: 1 })
  await atelier.settle()
  expect(await similar(TABLE, { postId: await made('mondays') })).toEqual([])
  expect(await similar(TABLE, { postId: await made('fridays') })).toHaveLength(1)
})
