import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  ask,
  DAY,
  HOUR,
  listenTo,
  MINUTE,
  paper,
  passes,
  PUBLIC,
  secret,
  send,
  settle,
  theSource,
  titles,
} from './testing.ts'

describe('a caller who means harm', () => {
  const wants = (topic: string, more: Record<string, string> = {}) => ({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.challenge': 'défi',
    'hub.lease_seconds': '60',
    ...more,
  })

  test('has no other topic confirmed, nor an end that nobody wants, nor an unknown address', async () => {
    const { topic } = await listenTo()
    const since = (await theSource()).toldSince
    const forged = [
      ask(wants('https://elsewhere.example/feed')),
      ask(wants(`${topic}/`)),
      ask(wants(topic, { 'hub.mode': 'unsubscribe' })),
      ask({ 'hub.mode': 'denied', 'hub.topic': 'https://elsewhere.example/feed' }),
      ask(wants(topic), `${PUBLIC}/websub/${'a'.repeat(43)}`),
    ]
    const statuses = (await Promise.all(forged)).map(({ status }) => status)
    expect(statuses).toEqual([404, 404, 404, 404, 404])
    expect((await theSource()).toldSince).toBe(since)
  })

  test('has a confirmation of long ago refused', async () => {
    const { topic } = await listenTo()
    await passes(2 * DAY)
    expect((await ask(wants(topic))).status).toBe(404)
  })

  test('gets the challenge back as plain text only', async () => {
    const { topic } = await listenTo()
    const page = '<script>alert(1)</script>'
    const answer = await ask(wants(topic, { 'hub.challenge': page }))
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe(page)
  })

  test('who does not know the secret has nothing read, and learns nothing', async () => {
    await listenTo()
    await passes(10 * MINUTE)
    await passes(MINUTE)
    const asked = paper.asked
    const body = '<rss/>'
    const signed = (method: string, key: string, of = body) =>
      createHmac(method, key).update(of).digest('hex')
    const signatures = [
      `sha256=${signed('sha256', 'guessed')}`,
      `sha256=${signed('sha256', secret(), 'another body')}`,
      `sha256=${signed('sha256', secret()).slice(0, 62)}`,
      `md5=${signed('md5', secret())}`,
      `sha1=${signed('sha256', secret())}`,
      'sha256=',
      signed('sha256', secret()),
    ]
    for (const signature of signatures) {
      expect([signature, await send(body, { 'x-hub-signature': signature })]).toEqual([
        signature,
        202,
      ])
    }
    expect(await send(body)).toBe(202)
    await settle()
    expect(paper.asked).toBe(asked)
  })

  test('who repeats what the hub sent has the feed read twice a minute at most', async () => {
    await listenTo()
    await passes(10 * MINUTE)
    const asked = paper.asked
    const body = '<rss/>'
    const signature = `sha256=${createHmac('sha256', secret()).update(body).digest('hex')}`
    for (let second = 0; second < 60; second++) {
      expect(await send(body, { 'x-hub-signature': signature })).toBe(202)
      await passes(1000)
    }
    expect(paper.asked - asked).toBeLessThanOrEqual(3)
    expect(paper.asked - asked).toBeGreaterThan(0)
  })

  test('who sends ten megabytes is sent away, and the feed is read all the same', async () => {
    await listenTo()
    expect(await send(Buffer.alloc(10_000_000, 'a')).catch(() => 413)).toBe(413)
    const asked = paper.asked
    await passes(HOUR)
    expect(paper.asked).toBe(asked + 1)
  })

  test('whatever the body says it is, the signature is over its bytes', async () => {
    const { topic } = await listenTo()
    await passes(10 * MINUTE)
    await passes(MINUTE)
    paper.articles.unshift('Chêne en JSON')
    const body = Buffer.from('{ not json at all \u0000 \u00e9', 'latin1')
    const digest = createHmac('sha256', secret()).update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-hub-signature': `sha256=${digest}` }
    expect(await send(body, headers)).toBe(202)
    await settle()
    expect([topic, await titles()]).toEqual([topic, expect.arrayContaining(['Chêne en JSON'])])
  })
})
