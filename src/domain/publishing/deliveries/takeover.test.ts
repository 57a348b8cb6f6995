import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { done, failed } from '#connectors/_contract/failure.ts'
import { fixedClock } from '#platform/clock.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import { type Claimed, claimNext, type Office } from './claim-delivery.ts'
import { afterConfirm, afterPublish } from './decide.ts'
import { raiseFence } from './fence.ts'
import { renewLease } from './renew-lease.ts'
import { settle } from './settle.ts'
import { TIMINGS } from './timings.ts'

const atelier = await openAtelier()
const { desk, clock, board } = atelier
const notice = { remoteId: 'n-7', url: 'https://board.example/lyon/n-7', publishedAt: clock.now() }

beforeEach(() => clock.advance(86_400_000))

/** A process of its own. */
const office = (): Office => ({ desk, timings: TIMINGS, held: new Set() })

async function claimBy(worker: Office): Promise<Claimed> {
  const claimed = await claimNext(worker)
  if (!claimed || claimed === 'settled') throw new Error('nothing to claim')
  return claimed
}

const at = () => ({ now: clock.now(), timings: TIMINGS, idempotency: 'read-back' as const })

describe('the fence', () => {
  const holding = () => {
    const time = fixedClock('2026-11-23T09:00:00Z')
    const send = vi.fn(async () => new Response('ok'))
    const said: string[] = []
    const socket = async () => ({
      send: (message: string) => void said.push(message),
      next: () => Promise.resolve(''),
      close: () => {},
    })
    const ways = { fetch: send, socket }
    const fence = raiseFence(ways, time, new Date('2026-11-23T09:00:30Z'), 2000)
    return { time, send, said, fence }
  }

  test('lets requests pass while the lease runs, and none in its last moments', async () => {
    const { time, send, fence } = holding()
    await fence.fetch('https://board.example')
    time.advance(28_000)
    await expect(fence.fetch('https://board.example')).rejects.toMatchObject({ requestSent: false })
    expect([send.mock.calls.length, fence.passed()]).toEqual([1, true])
  })

  test('lets a socket that was open before the end say nothing after it', async () => {
    const { time, said, fence } = holding()
    const socket = await fence.socket?.('wss://board.example')
    expect(fence.passed()).toBe(false)
    socket?.send('one')
    time.advance(28_000)
    expect(() => socket?.send('two')).toThrow('no longer in these hands')
    expect([said, fence.passed()]).toEqual([['one'], true])
  })

  test('moves with the lease', async () => {
    const { time, send, fence } = holding()
    fence.moveTo(new Date('2026-11-23T09:01:00Z'))
    time.advance(40_000)
    await fence.fetch('https://board.example')
    expect(send).toHaveBeenCalledOnce()
  })

  test('closed, stays closed', async () => {
    const { send, fence } = holding()
    fence.close()
    fence.moveTo(new Date('2026-11-23T10:00:00Z'))
    await expect(fence.fetch('https://board.example')).rejects.toThrow('no longer in these hands')
    expect([send.mock.calls.length, fence.passed()]).toEqual([0, false])
  })
})

describe('a worker that works for long', () => {
  test('keeps what it holds by saying that it lives', async () => {
    await atelier.scheduled('Longue')
    const [slow, other] = [office(), office()]
    const claimed = await claimBy(slow)
    const fence = raiseFence(desk, clock, claimed.leaseUntil, TIMINGS.fence)
    for (let n = 0; n < 6; n++) {
      clock.advance(20_000)
      await renewLease(slow, claimed, fence)
      expect(await claimNext(other)).toBeNull()
    }
    await settle(slow, claimed, afterPublish(claimed.delivery, done(notice), at()), {
      answer: done(notice),
      heard: true,
    })
  })

  test('that slept through its lease sends nothing more, and leaves the account to who has it now', async () => {
    await atelier.scheduled('Sieste')
    const [asleep, other] = [office(), office()]
    const claimed = await claimBy(asleep)
    const fence = raiseFence(desk, clock, claimed.leaseUntil, TIMINGS.fence)
    clock.advance(31_000)
    const taken = await claimBy(other)
    await renewLease(asleep, claimed, fence)
    await expect(fence.fetch('https://board.example')).rejects.toMatchObject({ requestSent: false })
    expect(await claimNext(office())).toBeNull()
    await settle(
      other,
      taken,
      afterConfirm(taken.delivery, done({ ...notice, remoteId: 'n-8' }), at()),
      { answer: done(null), heard: true },
    )
  })
})

describe('an answer that comes after somebody took over', () => {
  async function takenOver(text: string) {
    const post = await atelier.scheduled(text)
    const [first, second] = [office(), office()]
    const slow = await claimBy(first)
    clock.advance(31_000)
    const taken = await claimBy(second)
    expect(taken.action).toBe('confirm')
    return { post, first, slow, second, taken }
  }

  test('is believed when it says that it left', async () => {
    const { post, first, slow, second, taken } = await takenOver('Tard mais vrai')
    const left = { ...notice, remoteId: 'n-20' }
    await settle(first, slow, afterPublish(slow.delivery, done(left), at()), {
      answer: done(left),
      heard: true,
    })
    expect((await atelier.delivery(post)).state).toBe('published')
    // The other did not see it yet; what is known is not unlearned.
    await settle(second, taken, afterConfirm(taken.delivery, done(null), at()), {
      answer: done(null),
      heard: true,
    })
    expect((await atelier.delivery(post)).state).toBe('published')
    await atelier.after(120)
    expect(board.pinned).toEqual([])
  })

  test('is kept for the record and changes nothing when it is less certain', async () => {
    const { post, first, slow, second, taken } = await takenOver('Tard et vague')
    const lost = failed({ kind: 'rejected', reason: { en: 'No.', fr: 'Non.' }, detail: 'no' })
    await settle(first, slow, afterPublish(slow.delivery, lost, at()), {
      answer: lost,
      heard: true,
    })
    expect((await atelier.delivery(post)).state).toBe('sending')
    const found = { ...notice, remoteId: 'n-21' }
    await settle(second, taken, afterConfirm(taken.delivery, done(found), at()), {
      answer: done(found),
      heard: true,
    })
    const { state, attempts } = await atelier.delivery(post)
    expect(state).toBe('published')
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['rejected', 'confirmed'])
  })
})

test('a company that is deleted while something leaves takes its ledger with it, and nobody stumbles', async () => {
  const { body: company } = await atelier.camille.post('/companies', {
    name: 'Éphémère',
    language: 'fr',
    timeZone: 'Europe/Paris',
  })
  const there = atelier.camille.of(company.id)
  const { body: channel } = await there.post('/channels', {
    connectorId: 'board',
    fields: { handle: 'passage' },
  })
  const { body: draft } = await there.post('/posts', {
    text: 'Adieu',
    variants: [{ channelId: channel.id }],
  })
  await there.post(`/posts/${draft.id}/schedule`, { version: draft.version })
  const worker = office()
  const claimed = await claimBy(worker)
  await sql`delete from companies where id = ${company.id}`.execute(desk.db)
  await settle(worker, claimed, afterPublish(claimed.delivery, done(notice), at()), {
    answer: done(notice),
    heard: true,
  })
  expect(await claimNext(office())).toBeNull()
})
