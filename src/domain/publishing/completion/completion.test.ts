import { expect, test } from 'vitest'
import type { Author } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { knowAuthor } from '#domain/people/index.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import type { HashtagView, MentionView } from './api.ts'

const asked: string[] = []
let answer: Outcome<Author[]> = done([])
const board = noticeBoard()
board.connector.mention = {
  search: async (_tools, { handle }, q) => {
    asked.push(`${handle} ${q}`)
    return answer
  },
}
const { camille, accounts, draft, desk, clock } = await openAtelier(board)
const lyon = accounts['lyon'] ?? ''
const { body: session } = await camille.get('/session')
const companyId: string = session.company?.id ?? session.companies?.[0]?.id

const person = (handle: string, name: string): Author => ({ remoteId: handle, handle, name })
const know = (author: Author) =>
  knowAuthor(desk.db, { companyId, connectorId: 'board', author, now: clock.now() })
const mentions = async (q: string, by = [lyon]) => {
  const query = by.map((id) => `channelId=${id}`).join('&')
  return (await camille.get<MentionView[]>(`/posts/mentions?q=${q}&${query}`)).body
}
const hashtags = async (q: string) =>
  (await camille.get<HashtagView[]>(`/posts/hashtags?q=${encodeURIComponent(q)}`)).body

test('hashtags come from the company’s own posts, as it wrote them most often', async () => {
  await draft('Le banc #FaitMain #Chêne')
  await draft('La table #FaitMain #faitmain')
  await draft('La lampe #fabrique')
  expect((await hashtags('fa')).map(({ tag, count }) => [tag, count])).toEqual([
    ['FaitMain', 2],
    ['fabrique', 1],
  ])
  expect((await hashtags('chen')).map(({ tag }) => tag)).toEqual(['Chêne'])
  expect(await hashtags('chene')).toEqual([])
})

test('people who spoke to us come first, then those the network finds', async () => {
  await know(person('yanis.haddad', 'Yanis Haddad'))
  answer = done([person('yanis.haddad', 'Yanis Haddad'), person('yann', 'Yann')])
  expect((await mentions('yan')).map(({ handle, known }) => [handle, known])).toEqual([
    ['yanis.haddad', true],
    ['yann', false],
  ])
  // By a word of the name; a sign of patterns is only a sign.
  expect((await mentions('had')).map(({ handle }) => handle)).toContain('yanis.haddad')
  answer = done([])
  expect(await mentions('%25%25')).toEqual([])
})

test('the network is asked once for the same letters, and not for a single one', async () => {
  asked.length = 0
  answer = done([person('sofia', 'Sofia')])
  await mentions('s')
  expect(asked).toEqual([])
  await mentions('so')
  await mentions('so')
  // Two accounts of one network are one question.
  await mentions('so', [lyon, accounts['paris'] ?? ''])
  expect(asked.length).toBeLessThanOrEqual(2)
})

test('a network that does not answer finds nobody, and says nothing', async () => {
  answer = failed({ kind: 'transient', detail: 'out of order' })
  expect(await mentions('camomille')).toEqual([])
})

test('a network is not asked more than twenty times a minute', async () => {
  clock.advance(120_000)
  asked.length = 0
  answer = done([])
  for (let i = 0; i < 30; i++) await mentions(`q${i}`)
  expect(asked).toHaveLength(20)
  clock.advance(61_000)
  await mentions('encore')
  expect(asked).toHaveLength(21)
})
