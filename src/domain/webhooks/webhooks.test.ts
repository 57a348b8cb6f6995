import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import type { FreshWebhook, MessageView } from './api.ts'
import { listeningProgram, type Program } from './fixture.ts'

const HOUR = 3_600_000
const desk = await openTestDesk({ env: { VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1' } })
const camille = (await desk.signUp()).with({ 'accept-language': 'en' })

let program: Program
beforeEach(async () => {
  program = await listeningProgram()
})

async function webhook(events = ['post.changed']): Promise<FreshWebhook> {
  const { body } = await camille.post<FreshWebhook>('/webhooks', {
    name: 'Stock',
    url: program.url,
    events,
  })
  return body
}

const write = (text = 'Une chaise') => camille.post('/posts', { text })

async function messages({ id }: { id: string }): Promise<MessageView[]> {
  return (await camille.get<MessageView[]>(`/webhooks/${id}/messages`)).body
}

async function later(hours: number) {
  desk.clock.advance(hours * HOUR)
  await desk.settle()
}

describe('an event', () => {
  test('reaches a program, signed so that the standard library accepts it and nothing else', async () => {
    const { secret } = await webhook()
    const { body: post } = await write()
    await desk.settle()
    const [heard] = program.heard
    const verifier = new Webhook(secret)
    // Its clock is ours, not the test's.
    const headers = {
      ...heard?.headers,
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    }
    expect(() => verifier.verify(heard?.body ?? '', headers)).toThrow()
    const at = new Date(Number(heard?.headers['webhook-timestamp']) * 1000)
    expect(verifier.sign(heard?.headers['webhook-id'] ?? '', at, heard?.body ?? '')).toBe(
      heard?.headers['webhook-signature'],
    )
    expect(JSON.parse(heard?.body ?? '')).toEqual({
      type: 'post.changed',
      timestamp: '2026-11-23T08:00:00.000Z',
      data: { postId: post.id },
    })
  })

  test('that it does not listen to stays untold', async () => {
    const kept = await webhook(['delivery.published'])
    await write()
    await desk.settle()
    expect(program.heard).toEqual([])
    expect(await messages(kept)).toEqual([])
  })

  test('is told once, however often the house handles it', async () => {
    const kept = await webhook()
    await write()
    await desk.settle()
    await desk.settle()
    expect(program.heard).toHaveLength(1)
    expect(await messages(kept)).toMatchObject([{ state: 'delivered', nextAt: null }])
  })
})

describe('a program that does not take it', () => {
  test('is asked again, under the same id, until it does', async () => {
    const kept = await webhook()
    program.answers.push(503, 'hang-up')
    await write()
    await desk.settle()
    expect(await messages(kept)).toMatchObject([
      { state: 'planned', nextAt: '2026-11-23T08:00:05.000Z', attempts: [{ status: 503 }] },
    ])
    await later(1)
    await later(1)
    expect(new Set(program.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const [message] = await messages(kept)
    expect(message).toMatchObject({ state: 'delivered' })
    expect(message?.attempts.map(({ sentence }) => sentence)).toEqual([
      'Refused: 503 (no thanks)',
      'The connection broke off; it may have arrived.',
      'Taken (204).',
    ])
  })

  test('and asks to wait is left in peace that long', async () => {
    const kept = await webhook()
    program.answers.push({ status: 429, headers: { 'retry-after': '7200' } })
    await write()
    await desk.settle()
    await later(1.9)
    expect(program.heard).toHaveLength(1)
    await later(0.2)
    expect(await messages(kept)).toMatchObject([{ state: 'delivered' }])
  })

  test('is not followed to another address with what was signed for this one', async () => {
    const kept = await webhook()
    const other = await listeningProgram()
    program.answers.push({ status: 302, headers: { location: other.url } })
    await write()
    await desk.settle()
    expect(other.heard).toEqual([])
    expect((await messages(kept))[0]?.attempts[0]?.sentence).toMatch(/^The address sends elsewhere/)
  })

  test('for three days is given up, and may be put on again', async () => {
    const kept = await webhook()
    program.answers.push(...Array.from({ length: 12 }, () => 500))
    await write()
    await desk.settle()
    for (let day = 0; day < 4; day++) await later(24)
    const list = async () =>
      (await camille.get('/webhooks')).body.find((w: { id: string }) => w.id === kept.id)
    expect(await list()).toMatchObject({ state: 'gave-up' })
    program.answers.length = 0
    await camille.patch(`/webhooks/${kept.id}`, { state: 'on' })
    await desk.settle()
    expect(await list()).toMatchObject({ state: 'on', failingSince: null })
    expect(await messages(kept)).toMatchObject([{ state: 'delivered' }])
  })

  test('and says that it is gone is given up at once', async () => {
    const kept = await webhook()
    program.answers.push(410)
    await write()
    await desk.settle()
    expect((await camille.get('/webhooks')).body).toContainEqual(
      expect.objectContaining({ id: kept.id, state: 'gave-up' }),
    )
  })
})

describe('a person', () => {
  test('sends a message once more, the very same', async () => {
    const kept = await webhook()
    await write()
    await desk.settle()
    const [message] = await messages(kept)
    const again = await camille.post(`/webhook-messages/${message?.id}/replay`)
    expect(again.status).toBe(200)
    await desk.settle()
    expect(program.heard).toHaveLength(2)
    expect(program.heard[1]?.body).toBe(program.heard[0]?.body)
    expect(program.heard[1]?.headers['webhook-id']).toBe(program.heard[0]?.headers['webhook-id'])
  })

  test('tries an address out', async () => {
    const kept = await webhook()
    await camille.post(`/webhooks/${kept.id}/test`)
    await desk.settle()
    expect(JSON.parse(program.heard[0]?.body ?? '')).toMatchObject({ type: 'webhook.test' })
  })

  test('changes the secret: both sign for a day, then only the new one', async () => {
    const kept = await webhook()
    const { body: fresh } = await camille.post<FreshWebhook>(`/webhooks/${kept.id}/rotate`)
    const signaturesNow = async () => {
      await write()
      await desk.settle()
      const heard = program.heard.at(-1)
      const at = new Date(Number(heard?.headers['webhook-timestamp']) * 1000)
      const of = (secret: string) =>
        new Webhook(secret).sign(heard?.headers['webhook-id'] ?? '', at, heard?.body ?? '')
      return { sent: heard?.headers['webhook-signature'], of }
    }
    const first = await signaturesNow()
    expect(first.sent).toBe(`${first.of(fresh.secret)} ${first.of(kept.secret)}`)
    await later(25)
    const second = await signaturesNow()
    expect(second.sent).toBe(second.of(fresh.secret))
  })

  test('pauses it: what happens meanwhile is not told', async () => {
    const kept = await webhook()
    await camille.patch(`/webhooks/${kept.id}`, { state: 'paused' })
    await write()
    await desk.settle()
    expect(program.heard).toEqual([])
    expect((await camille.post(`/webhooks/${kept.id}/test`)).status).toBe(409)
  })

  test('cannot keep credentials in an address, nor listen to what does not exist', async () => {
    const { url } = program
    const withName = await camille.post('/webhooks', {
      name: 'Stock',
      url: url.replace('//', '//sofia:secret@'),
      events: ['post.changed'],
    })
    expect(withName.status).toBe(422)
    const unknown = await camille.post('/webhooks', { name: 'Stock', url, events: ['post.eaten'] })
    expect(unknown).toMatchObject({ status: 422, body: { code: 'webhook.unknown_event' } })
  })

  test('never sees the secret again', async () => {
    const { secret } = await webhook()
    expect(JSON.stringify((await camille.get('/webhooks')).body)).not.toContain(secret)
  })
})

test('an address on a private network is not called unless the desk allows it', async () => {
  const strict = await openTestDesk()
  const owner = (await strict.signUp()).with({ 'accept-language': 'en' })
  const { body: kept } = await owner.post('/webhooks', {
    name: 'Stock',
    url: program.url,
    events: ['post.changed'],
  })
  await owner.post('/posts', { text: 'Une table' })
  await strict.settle()
  expect(program.heard).toEqual([])
  const { body } = await owner.get<MessageView[]>(`/webhooks/${kept.id}/messages`)
  expect(body[0]?.attempts[0]?.sentence).toMatch(/^Nothing was sent/)
})
