import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import type { PostSummary } from './api.ts'
import { importHistory } from '../index.ts'
import type { PublishingTables } from '../tables.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const atelier = await openAtelier()
const { camille, board, desk, accounts } = atelier

const list = async (query: string) => (await camille.get<PostSummary[]>(`/posts?${query}`)).body
const november = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z'

describe('the calendar', () => {
  test('lists what a range holds, in order of time, and nothing of drafts or deleted posts', async () => {
    await atelier.scheduled('Second', '2026-11-25T10:00')
    await atelier.scheduled('Premier', '2026-11-25T09:00')
    await atelier.scheduled('Décembre', '2026-12-01T09:00')
    await atelier.draft('Brouillon')
    const gone = await atelier.scheduled('Retiré', '2026-11-25T11:00')
    await camille.delete(`/posts/${gone.id}`)
    const posts = await list(november)
    expect(posts.map(({ excerpt }) => excerpt)).toEqual(['Premier', 'Second'])
    expect(posts[0]).toMatchObject({
      status: 'scheduled',
      wallTime: '2026-11-25T09:00',
      channelIds: [accounts['lyon']],
    })
    expect((await list(`${november}&status=cancelled`)).map(({ excerpt }) => excerpt)).toEqual([
      'Retiré',
    ])
  })

  test('by account, and by status', async () => {
    await atelier.scheduled('De Paris', '2026-11-28T09:00', { by: ['paris'] })
    const fromParis = await list(`${november}&channelId=${accounts['paris']}`)
    expect(fromParis.map(({ excerpt }) => excerpt)).toEqual(['De Paris'])
    expect(await list(`${november}&status=failed`)).toEqual([])
  })

  test('without a range: drafts, and what asks for a person', async () => {
    board.turns.push({ kind: 'rejected', reason: { en: 'No.', fr: 'Non.' }, detail: 'no' })
    await atelier.scheduled('Refusé')
    await atelier.settle()
    await atelier.draft('À finir')
    const posts = await list('')
    const found = posts.filter(({ excerpt }) => ['Refusé', 'À finir'].includes(excerpt))
    expect(found.map(({ status }) => status).sort()).toEqual(['draft', 'failed'])
    expect(
      posts.every(({ status }) =>
        ['draft', 'failed', 'unknown', 'partly-published'].includes(status),
      ),
    ).toBe(true)
  })

  test('half a range is refused by its field', async () => {
    const { status, body } = await camille.get('/posts?from=2026-11-01T00:00:00Z')
    expect([status, body.errors[0].pointer]).toEqual([422, '/to'])
  })

  test('five hundred posts by two accounts in a month are listed in a moment', async () => {
    await fillMonth(500)
    const times: number[] = []
    for (let n = 0; n < 5; n++) {
      const start = performance.now()
      const posts = await list('from=2027-03-01T00:00:00Z&to=2027-04-01T00:00:00Z')
      times.push(performance.now() - start)
      expect(posts).toHaveLength(500)
      expect(posts.every(({ status }) => status === 'published')).toBe(true)
      expect(JSON.stringify(posts).length).toBeLessThan(300_000)
    }
    // 40 ms on a quiet machine; the bound only catches a query for each post.
    expect(Math.min(...times)).toBeLessThan(400)
  })
})

async function fillMonth(count: number): Promise<void> {
  const tables = tablesOf<PublishingTables>(desk.db)
  const { body: company } = await camille.get('/companies/current')
  const channelIds = Object.values(accounts)
  const posts = Array.from({ length: count }, (_, n) => ({
    text: `Publication ${n} — ${'Le banc de l’atelier. '.repeat(8)}`,
    scheduledAt: new Date(Date.UTC(2027, 2, 1 + (n % 30), 9, n % 60)),
    deliveries: channelIds.map((channelId) => ({
      channelId,
      remoteId: uuid(),
      remoteUrl: 'https://board.example/x',
      publishedAt: new Date(Date.UTC(2027, 2, 1 + (n % 30), 9, n % 60)),
    })),
  }))
  await importHistory(tables, {
    companyId: company.id,
    by: 'Camille',
    timeZone: 'Europe/Paris',
    posts,
  })
}
