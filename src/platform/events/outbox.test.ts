import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Subscription } from '#platform/events/dispatch.ts'
import { eventDispatch } from '#platform/events/dispatch.ts'
import { emit } from '#platform/events/outbox.ts'
import { silentLog } from '#platform/log.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'

let atelier: TestDesk
let companyId: string
let owner: Caller

beforeEach(async () => {
  atelier = await openTestDesk({ connectors: [] })
  owner = await atelier.signUp()
  companyId = owner.headers['vigie-company'] ?? ''
  await atelier.settle()
  return atelier.close
})

const tell = (name: string) => emit(atelier.desk.db, companyId, name, { id: randomUUID() })

function dispatch(...subscriptions: Subscription[]) {
  return eventDispatch(atelier.desk.db, subscriptions, { clock: atelier.clock, log: silentLog })
}

describe('what is told', () => {
  it('reaches its subscribers once, in order', async () => {
    const heard: number[] = []
    const work = dispatch({
      event: 'post.scheduled',
      handle: async (_trx, { id }) => void heard.push(id),
    })
    await tell('post.scheduled')
    await tell('post.changed')
    await tell('post.scheduled')
    expect(await work.runDue()).toBe(3)
    expect(await work.runDue()).toBe(0)
    expect(heard).toEqual([...heard].sort((a, b) => a - b))
    expect(heard).toHaveLength(2)
  })

  it('is not told when the change it tells of is undone', async () => {
    await atelier.desk.db
      .transaction()
      .execute(async (trx) => {
        await emit(trx, companyId, 'post.scheduled')
        throw new Error('undone')
      })
      .catch(() => {})
    expect(await dispatch().runDue()).toBe(0)
  })

  it('is told again when a subscriber failed, later, and does not block the others', async () => {
    let fail = true
    const heard: string[] = []
    const work = dispatch({
      event: 'post.scheduled',
      handle: async (_trx, { payload }) => {
        if (fail) throw new Error('not now')
        heard.push(String(payload['id']))
      },
    })
    await tell('post.scheduled')
    await tell('post.changed')
    await work.runDue()
    fail = false
    expect(await work.runDue()).toBe(0)
    atelier.clock.advance(3000)
    expect(await work.runDue()).toBe(1)
    expect(heard).toHaveLength(1)
  })
})

describe('live updates', () => {
  it('stream what happens, to the company it happens in, and resume where they stopped', async () => {
    const origin = await atelier.listen()
    const headers = { cookie: owner.headers['cookie'] ?? '' }
    const first = await listenLive(`${origin}/api/v1/live?company=${companyId}`, headers)
    await tell('post.changed')
    const event = await first.next()
    expect(event.data).toMatchObject({ name: 'post.changed' })
    first.close()
    await tell('mention.found')
    const again = await listenLive(`${origin}/api/v1/live?company=${companyId}`, {
      ...headers,
      'last-event-id': event.id,
    })
    expect((await again.next()).data).toMatchObject({ name: 'mention.found' })
    again.close()
  })

  it('are closed to strangers', async () => {
    const { status } = await atelier.stranger.get(`/live?company=${companyId}`)
    expect(status).toBe(401)
  })
})

async function listenLive(url: string, headers: Record<string, string>) {
  const abort = new AbortController()
  const response = await fetch(url, { headers, signal: abort.signal })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let pending = ''
  return {
    async next(): Promise<{ id: string; data: unknown }> {
      for (;;) {
        const found = /id: (\d+)\nevent: desk\ndata: (.*)\n\n/.exec(pending)
        if (found) {
          pending = pending.slice(found.index + found[0].length)
          return { id: found[1] ?? '', data: JSON.parse(found[2] ?? '') }
        }
        const { value, done } = await reader.read()
        if (done) throw new Error('the stream ended')
        pending += decoder.decode(value, { stream: true })
      }
    },
    close: () => abort.abort(),
  }
}
