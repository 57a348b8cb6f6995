import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Account, StreamBatch, Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { systemClock } from '#platform/clock.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { createLive } from '#platform/fetch/live.ts'
import { silentLog } from '#platform/log.ts'
import mastodon from './index.ts'

const { stream } = mastodon
if (!stream) throw new Error('Mastodon no longer streams')
const { open, check, nameOf } = stream

/** A server that streams as Mastodon documents it (docs.joinmastodon.org/methods/streaming). */
const village = {
  timeline: [] as object[],
  asked: [] as string[],
  answer: { status: 200, type: 'text/event-stream' },
  listeners: [] as http.ServerResponse[],
  say(text: string) {
    for (const listener of village.listeners) listener.write(text)
  },
}
const server = http.createServer((request, response) => {
  const { url = '' } = request
  village.asked.push(url)
  if (url.startsWith('/api/v1/streaming')) {
    expect(request.headers.authorization).toBe('Bearer secret')
    response.writeHead(village.answer.status, { 'content-type': village.answer.type })
    if (village.answer.status !== 200) return response.end('{"error":"No"}')
    village.listeners.push(response)
    return response.write(':)\n')
  }
  response.setHeader('content-type', 'application/json')
  if (url.startsWith('/api/v1/timelines')) return response.end(JSON.stringify(village.timeline))
  response.end('{}')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  const answer = { status: 200, type: 'text/event-stream' }
  Object.assign(village, { timeline: [], asked: [], listeners: [], answer })
})

const allowPrivateHosts = [`127.0.0.1:${port}`]
const tools: Tools = {
  fetch: createFetch({ allowPrivateHosts }),
  live: createLive({ allowPrivateHosts }),
  clock: systemClock,
  log: silentLog,
}
const account: Account = {
  remoteId: '1',
  handle: 'morel',
  settings: { server: `http://127.0.0.1:${port}` },
  secrets: { accessToken: 'secret' },
}

const status = (id: string, content: string, more: object = {}) => ({
  id,
  uri: `https://autre.example/${id}`,
  created_at: new Date().toISOString(),
  content: `<p>${content}</p>`,
  account: { id: '2', username: 'yanis', acct: 'yanis@autre.example' },
  ...more,
})

function listen(settings = {}, cursor: string | null = null) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const heard = open(tools, account, settings, cursor, stop.signal)
  const step = async (): Promise<StreamBatch> => {
    const { done, value } = await heard.next()
    return done ? expect.fail(`it ended: ${value.detail}`) : value
  }
  const end = async (): Promise<Failure> => {
    const { done, value } = await heard.next()
    return done ? value : expect.fail('it goes on')
  }
  return { step, end, stop: () => stop.abort() }
}

const texts = ({ items }: StreamBatch) => items.map(({ text }) => text)

test('a hashtag is heard as it comes, after what was said while nobody listened', async () => {
  village.timeline = [status('10', 'Avant')]
  const { step } = listen({ tag: '#Bois' })
  const first = await step()
  expect(texts(first)).toEqual(['Avant'])
  expect(first.cursor).toBeDefined()
  expect(village.asked).toEqual([
    '/api/v2/instance',
    '/api/v1/streaming/hashtag?tag=Bois',
    '/api/v1/timelines/tag/Bois?limit=40',
    '/api/v1/timelines/tag/Bois?limit=40&max_id=10',
  ])
  const said = `event: update\ndata: ${JSON.stringify(status('11', 'J’aime le chêne'))}\n\n`
  // In pieces, and between heartbeats.
  village.say(`:thump\n\n${said.slice(0, 40)}`)
  village.say(said.slice(40))
  const next = await step()
  expect(next.items).toMatchObject([
    { remoteId: '11', text: 'J’aime le chêne', author: { handle: 'yanis@autre.example' } },
  ])
})

test('edits, deletions, private words and nonsense are each told as what they are', async () => {
  const { step } = listen()
  await step()
  expect(village.asked).toContain('/api/v1/streaming/public')
  village.say(
    [
      `event: status.update\ndata: ${JSON.stringify(status('1', 'Corrigé'))}`,
      'event: delete\ndata: 2',
      `event: update\ndata: ${JSON.stringify(status('3', 'Privé', { visibility: 'private' }))}`,
      'event: update\ndata: {"id":4}',
      'event: update\ndata: pas du json',
      `event: update\ndata: ${JSON.stringify(status('5', 'Hier', { created_at: 'hier' }))}`,
      'event: filters_changed\ndata: undefined',
      '',
    ].join('\n\n'),
  )
  expect(await step()).toMatchObject({
    items: [],
    changed: [{ remoteId: '1', text: 'Corrigé' }],
    gone: { posts: ['2'], authors: [] },
    skipped: 3,
  })
  village.say(`event: update\ndata: ${'x'.repeat(600_000)}`)
  expect(await step()).toMatchObject({ skipped: 1 })
  village.say(`\n\nevent: update\ndata: ${JSON.stringify(status('6', 'Encore là'))}\n\n`)
  let after = await step()
  while (after.items.length === 0) after = await step()
  expect(texts(after)).toEqual(['Encore là'])
})

test.each([
  [404, 'rejected'],
  [403, 'rejected'],
  [401, 'auth'],
  [503, 'transient'],
])('a server that answers %i is %s', async (answered, kind) => {
  village.answer = { status: answered, type: 'application/json' }
  expect(await listen().end()).toMatchObject({ kind })
})

test('a page instead of a stream is no stream', async () => {
  village.answer = { status: 200, type: 'text/html' }
  expect(await listen().end()).toMatchObject({ kind: 'rejected' })
})

test('a server that ends it, or is cut, is taken up again', async () => {
  const { step, end } = listen()
  await step()
  for (const listener of village.listeners) listener.destroy()
  expect(await end()).toMatchObject({ kind: 'transient' })
})

test('told to stop, it stops', async () => {
  const { step, end, stop } = listen()
  await step()
  stop()
  expect(await end()).toMatchObject({ kind: 'transient' })
})

test('one hashtag is asked for, with or without its sign', () => {
  expect(check?.({ tag: 'deux mots' })).toMatchObject({ field: 'tag' })
  expect([check?.({ tag: '#chêne_massif' }), check?.({ tag: '' }), check?.({})]).toEqual([
    null,
    null,
    null,
  ])
  expect([nameOf({ tag: '#bois' }), nameOf({})]).toEqual(['Mastodon · #bois', 'Mastodon · public'])
})
