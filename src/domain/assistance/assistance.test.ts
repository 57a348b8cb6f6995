import { afterAll, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import { sql } from 'kysely'
import type { AssistantAnswer, PreparedView, ProposalView } from './api.ts'
import { modelServer } from './testing/model-server.ts'

const model = await modelServer()
const elsewhere = await modelServer()
afterAll(() => {
  model.close()
  elsewhere.close()
})
const { desk, signUp } = await openTestDesk({
  env: { VIGIE_ALLOW_PRIVATE_HOSTS: `${model.host},${elsewhere.host}` },
})
const camille = (await signUp()).with({ 'accept-language': 'en' })

const set = (more = {}) =>
  camille.put<AssistantAnswer>('/assistant', {
    address: model.address,
    model: 'plume-1',
    key: 'sesame-1',
    ...more,
  })
const text = 'Notre banc est vraiment très solide. https://atelier-morel.example #Chêne'
const ask = (more = {}) =>
  camille.post<ProposalView & { detail: string }>('/assistant/ask', {
    task: 'shorter',
    text,
    ...more,
  })

test('it is off until somebody gives an address', async () => {
  expect((await camille.get('/assistant')).body).toEqual({ assistant: null })
  const { status, body } = await ask()
  expect(status).toBe(409)
  expect(body.detail).toContain('no address to ask for help')
})

test('the key is sealed, and never told again', async () => {
  const { body } = await set({ address: `${model.address}/chat/completions/` })
  expect(body.assistant).toMatchObject({
    address: model.address,
    host: model.host,
    hasKey: true,
  })
  expect(JSON.stringify(body)).not.toContain('sesame')
  const { rows } = await sql<{
    row: string
  }>`select assistants::text as row from assistants`.execute(desk.db)
  expect(rows[0]?.row).not.toContain('sesame')
})

test('what is shown beforehand is what is sent, word for word, and nothing else', async () => {
  await set()
  const { body: shown } = await camille.post<PreparedView>('/assistant/prepare', {
    task: 'shorter',
    text,
  })
  expect(shown.host).toBe(model.host)
  expect(model.heard).toEqual([])
  const { body: proposal } = await ask()
  expect(proposal).toEqual({ host: model.host, text: text.replace('vraiment très ', '') })
  expect(model.heard[0]?.body).toEqual({ model: 'plume-1', messages: shown.messages })
})

test('it is written down who asked, where and how much; never the text', async () => {
  const { rows } = await sql<{ action: string; detail: unknown; row: string }>`
    select action, detail, audit_entries::text as row from audit_entries where action like 'assistant.%' order by id desc limit 1`.execute(
    desk.db,
  )
  expect(rows[0]).toMatchObject({
    action: 'assistant.asked',
    detail: { host: model.host, task: 'shorter', characters: text.length },
  })
  expect(rows[0]?.row).not.toContain('banc')
})

test('a key does not follow to another host', async () => {
  await set()
  expect((await set({ model: 'plume-2', key: undefined })).body.assistant?.hasKey).toBe(true)
  const { body } = await set({ address: elsewhere.address, key: undefined })
  expect(body.assistant?.hasKey).toBe(false)
  expect((await ask()).body.detail).toContain('does not accept the key')
})

test.each([
  ['a wrong key', { key: 'sesame-2' }, null, 'does not accept the key'],
  ['an unknown model', { model: 'plume-9' }, null, 'knows no model “plume-9”'],
  ['too much', {}, { status: 429, body: '{}' }, 'asks to wait'],
  ['an error', {}, { status: 500, body: '{"error":{"message":"out of ink"}}' }, 'out of ink'],
  ['no answer', {}, 'hang-up' as const, 'does not answer'],
  ['a page', {}, { status: 200, body: '<html>' }, 'not a proposal'],
  [
    'silence',
    {},
    { status: 200, body: '{"choices":[{"message":{"content":" "}}]}' },
    'not a proposal',
  ],
  ['nobody', {}, { status: 200, body: '{"choices":[]}' }, 'not a proposal'],
  [
    'a detour',
    {},
    { status: 302, body: '', headers: { location: 'https://example.com' } },
    'an error (302)',
  ],
  ['a private address', { address: 'http://10.0.0.1/v1' }, null, 'private address'],
])('%s is told in a sentence', async (_, settings, turn, words) => {
  await set(settings)
  if (turn) model.next.push(turn)
  const { status, body } = await ask()
  expect(status).toBeGreaterThanOrEqual(400)
  expect(body.detail).toContain(words)
})

test('trying it out sends words of ours only', async () => {
  await set()
  model.heard.length = 0
  expect((await camille.post('/assistant/test')).status).toBe(204)
  expect(model.heard.map(({ body }) => body.messages)).toEqual([
    [{ role: 'user', content: 'Answer with the word OK.' }],
  ])
})

test('taken off, it is forgotten', async () => {
  await set()
  expect((await camille.delete('/assistant')).status).toBe(204)
  expect((await camille.get('/assistant')).body).toEqual({ assistant: null })
})
