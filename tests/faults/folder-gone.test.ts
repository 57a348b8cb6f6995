/** A network's folder is taken off a desk that has accounts of it, posts that left by them and posts that wait. */
import { beforeAll, expect, test } from 'vitest'
import type { Connector } from '#connectors/_contract/connector.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import { putHold } from '#domain/publishing/deliveries/holds.ts'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'

const atelier = await openAtelier()
const { camille, accounts, desk, clock } = atelier
const lyon = accounts['lyon'] ?? ''
const known = desk.connectors as Map<string, Connector>
let posts: { id: string }[]

beforeAll(async () => {
  const left = await atelier.scheduled('Déjà partie', '2026-11-23T09:10')
  await atelier.at('2026-11-23T09:11')
  const planned = await atelier.scheduled('Prévue', '2026-11-27T10:00')
  const waiting = await atelier.scheduled('Attend un mot', '2026-11-28T10:00')
  const companyId = (await camille.get('/companies/current')).body.id
  await putHold(desk.db, { companyId, postId: waiting.id }, 'ask', clock.now())
  const draft = await atelier.draft('Brouillon')
  await camille.post('/calendar-feeds', { name: 'Agenda', channelId: lyon })
  posts = [left, planned, waiting, draft]
  known.delete('board')
})

/** Every list and every view of the desk, with the ids that it asks for. */
async function everyView(): Promise<string[]> {
  const { paths } = (await atelier.stranger.get('/api/docs/json')).body
  const gets = Object.entries(paths as Record<string, object>)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) => path.replace('/api/v1', ''))
    // The stream of events has no end.
    .filter((path) => path !== '/live')
  const ofPosts = gets.filter((path) => path.startsWith('/posts/{id}'))
  return [
    ...gets.filter((path) => !path.includes('{')),
    ...ofPosts.flatMap((path) => posts.map(({ id }) => path.replace('{id}', id))),
    `/queue?channelId=${lyon}`,
    `/results?from=2026-11-01&to=2026-11-30`,
    `/results?from=2026-11-01&to=2026-11-30&channelId=${lyon}`,
    `/best-hours?channelId=${lyon}`,
    `/posts?from=2026-11-01T00:00:00Z&to=2026-12-31T00:00:00Z`,
    `/plan.csv?from=2026-11-01T00:00:00Z&to=2026-12-31T00:00:00Z`,
  ]
}

test('no view of the desk is an error', async () => {
  const views = await everyView()
  expect(views.length).toBeGreaterThan(40)
  const answers = await Promise.all(
    views.map(async (view) => `${(await camille.get(view)).status} ${view}`),
  )
  expect(answers.filter((answer) => answer.startsWith('5'))).toEqual([])
  expect(answers).toContain('200 /deliveries/waiting')
  expect(answers).toContain('200 /channels')
})

test('its accounts are shown, and say what is wrong and what to do', async () => {
  const { body } = await camille.get<ChannelView[]>('/channels')
  expect(body.find(({ id }) => id === lyon)).toMatchObject({
    handle: 'lyon',
    state: 'broken',
    trouble: expect.stringContaining('no longer has the connector for board'),
    capabilities: { publish: false },
  })
})

test('what waits is still listed, may be decided about, and leaves by nothing', async () => {
  const { body } = await camille.get('/deliveries/waiting')
  expect(body).toMatchObject([{ text: 'Attend un mot' }])
  const ids = [body[0].accounts[0].deliveryId]
  const answer = await camille.post('/deliveries/waiting', { ids, decision: 'release' })
  expect(answer.status).toBe(200)
  await atelier.at('2026-11-28T10:05')
  const [, planned, waiting] = posts
  for (const post of [planned, waiting])
    expect((await camille.get(`/posts/${post?.id}`)).body).toMatchObject({ status: 'failed' })
})

test('a draft for it is told why it cannot leave', async () => {
  const draft = posts.at(-1)
  const { body } = await camille.get(`/posts/${draft?.id}`)
  const { version } = body
  const answer = await camille.post(`/posts/${draft?.id}/schedule`, {
    version,
    wallTime: '2026-12-01T10:00',
  })
  expect(answer.status).toBe(422)
  expect(JSON.stringify(answer.body)).toContain('no longer has what speaks to board')
})

test('its account can be taken off', async () => {
  expect((await camille.delete(`/channels/${lyon}`)).status).toBe(204)
  const { body } = await camille.get<ChannelView[]>('/channels')
  expect(body.some(({ id }) => id === lyon)).toBe(false)
})
