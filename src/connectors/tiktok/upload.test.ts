import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import tiktok from './index.ts'
import { chunkPlan } from './posts.ts'
import { filmOf, openAccount } from './testing.ts'

const { publish, limitsOf } = tiktok
if (!publish || !limitsOf) throw new Error('TikTok does less than it did')

const isChunk = ({ method }: { method: string }) => method === 'PUT'

test('a video longer than the account may post is refused before a byte leaves', async () => {
  const { tools, account, delivery, network } = await openAccount()
  expect(limitsOf(account)).toEqual({ videoMaxSeconds: 300 })
  const long = delivery('Trop longue', { video: filmOf(10, 301) })
  expect(failure(await publish.publish(tools, account, long))).toMatchObject({
    field: 'video',
    reason: { en: expect.stringContaining('300 seconds') },
  })
  expect(network.begun).toEqual([])
})

describe('an upload', () => {
  test('is cut as TikTok wants, whatever the size', () => {
    const megabyte = 1_000_000
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 * megabyte }), (bytes) => {
        const { size, chunk, count } = chunkPlan(bytes)
        const last = size - (count - 1) * chunk
        expect(size).toBe(bytes)
        expect(count).toBe(Math.floor(size / chunk))
        expect(count).toBeLessThanOrEqual(1000)
        expect(chunk).toBeLessThanOrEqual(64 * megabyte)
        expect(chunk >= 5 * megabyte || count === 1).toBe(true)
        expect(last).toBeGreaterThanOrEqual(chunk)
        expect(last).toBeLessThanOrEqual(128 * megabyte)
      }),
    )
  })

  test('that was cut goes on where it stood, under the same number', async () => {
    const { tools, account, delivery, network, faults, withKept } = await openAccount()
    const film = delivery('Le rabot', { video: filmOf(70_000_000) })
    let chunks = 0
    faults.next((request) => isChunk(request) && ++chunks === 2, 'lost')
    expect(failure(await publish.publish(tools, account, film)).kind).toBe('unknown-outcome')
    expect(value(await publish.confirm(tools, account, withKept(film)))).toBeNull()
    const sent = value(await publish.publish(tools, account, withKept(film)))
    expect(network.begun).toHaveLength(1)
    expect(network.ranges).toEqual([
      'bytes 0-31999999/70000000',
      'bytes 32000000-69999999/70000000',
    ])
    expect(network.published?.()).toMatchObject([{ remoteId: sent.remoteId }])
  })

  test('that was finished without our hearing it is found by its number, and is no second one', async () => {
    const { tools, account, delivery, network, faults, withKept } = await openAccount()
    const film = delivery('Le rabot', { video: filmOf(10) })
    faults.next(isChunk, 'timeout-after')
    expect(failure(await publish.publish(tools, account, film)).kind).toBe('unknown-outcome')
    const [post] = network.published?.() ?? []
    const found = value(await publish.confirm(tools, account, withKept(film)))
    expect(found?.remoteId).toBe(post?.remoteId)
    // A worker that did not ask first makes no second video either.
    value(await publish.publish(tools, account, withKept(film)))
    expect(network.published?.()).toHaveLength(1)
  })

  test('whose words were corrected since is begun anew', async () => {
    const { tools, account, delivery, network, faults, withKept } = await openAccount()
    const film = delivery('Le rabo', { video: filmOf(10) })
    faults.next(isChunk, 'unsent')
    expect(failure(await publish.publish(tools, account, film)).kind).toBe('transient')
    value(await publish.publish(tools, account, withKept({ ...film, text: 'Le rabot' })))
    expect(network.published?.()).toMatchObject([{ text: 'Le rabot' }])
  })

  test('whose address has ended is begun anew', async () => {
    const { tools, account, delivery, network, faults, clock, withKept } = await openAccount()
    const film = delivery('Le rabot', { video: filmOf(10) })
    faults.next(isChunk, 'unsent')
    failure(await publish.publish(tools, account, film))
    clock.advance(61 * 60_000)
    value(await publish.publish(tools, account, withKept(film)))
    expect(network.begun).toHaveLength(2)
    expect(network.published?.()).toHaveLength(1)
  })
})
