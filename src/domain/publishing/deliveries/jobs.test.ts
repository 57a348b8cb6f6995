import { beforeEach, describe, expect, test } from 'vitest'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier, openAtelierForOneTest } from '../testing/open-atelier.ts'
import { claimNext } from './claim-delivery.ts'
import { deliveryWork } from './jobs.ts'
import { TIMINGS } from './timings.ts'

const atelier = await openAtelier()
const { camille, board, desk, clock } = atelier

const pinned = (text: string) => board.pinned.filter((notice) => notice.text === text)

beforeEach(() => atelier.newDay())

/** A worker that takes the next delivery and is never heard of again. */
const dies = () => claimNext({ desk, timings: TIMINGS, held: new Set() })

describe('a connector with a fault of its own', () => {
  test('stops nobody else, and is told of', async () => {
    board.turns.push('throw')
    const post = await atelier.scheduled('Défaut')
    await atelier.settle()
    expect((await atelier.delivery(post)).attempts[0]?.outcome).toBe('transient')
    await atelier.after(5)
    expect(pinned('Défaut')).toHaveLength(1)
  })
})

describe('a worker that dies', () => {
  test('before it could send: another reads back, waits for what may be under way, and sends', async () => {
    const post = await atelier.scheduled('Relève')
    expect(await dies()).toMatchObject({ action: 'publish' })
    await atelier.after(29)
    expect(board.asked).toEqual([])
    expect((await atelier.read(post)).status).toBe('publishing')
    await atelier.after(1)
    expect(board.asked).toEqual(['confirm'])
    await atelier.after(60)
    expect(board.asked).toEqual(['confirm', 'confirm', 'publish'])
    expect(pinned('Relève')).toHaveLength(1)
    const { attempts } = await atelier.delivery(post)
    expect(attempts[0]).toMatchObject({
      outcome: 'unknown',
      sentence: expect.stringContaining('(interrupted)'),
    })
  })

  test('after the network accepted: another finds it, and sends nothing', async () => {
    const post = await atelier.scheduled('Déjà parti')
    await dies()
    const { id: key } = await atelier.delivery(post)
    board.pinned.push({
      id: 'notice-dead',
      account: 'lyon',
      key,
      text: 'Déjà parti',
      images: [],
      options: {},
      at: clock.now(),
    })
    await atelier.after(30)
    expect(board.asked).toEqual(['confirm'])
    expect(await atelier.delivery(post)).toMatchObject({
      state: 'published',
      remoteUrl: 'https://board.example/lyon/notice-dead',
    })
  })

  test('while reading back: another reads back', async () => {
    board.turns.push('lose-answer')
    await atelier.scheduled('Deux relèves')
    await atelier.settle()
    clock.advance(5000)
    expect(await dies()).toMatchObject({ action: 'confirm' })
    await atelier.after(30)
    expect(pinned('Deux relèves')).toHaveLength(1)
    expect(board.asked).toEqual(['publish', 'confirm'])
  })

  test('and the clock was set back by a day: nobody waits for a lease of tomorrow', async () => {
    const today = clock.now()
    board.turns.push({ kind: 'transient', detail: '503' })
    await atelier.scheduled('Hier', undefined, { by: ['paris'] })
    await atelier.settle()
    clock.advance(86_400_000)
    await dies()
    clock.set(today)
    await atelier.after(5)
    await atelier.after(61)
    await atelier.after(61)
    expect(pinned('Hier')).toHaveLength(1)
  })
})

describe('the account', () => {
  test('whose access was revoked: nothing more is tried by it, everything due is told, and retry waits for a person to connect it', async () => {
    board.turns.push({ kind: 'auth', detail: 'token revoked' })
    const first = await atelier.scheduled('Un', undefined, { by: ['paris'] })
    await atelier.settle()
    const second = await atelier.scheduled('Deux', undefined, { by: ['paris'] })
    await atelier.settle()
    expect(board.asked).toEqual(['publish'])
    for (const post of [first, second]) {
      expect(await atelier.delivery(post, 'paris')).toMatchObject({
        state: 'failed',
        trouble: expect.stringContaining('must be connected again'),
      })
    }
    const { id } = await atelier.delivery(second, 'paris')
    const early = await camille.post(`/deliveries/${id}/retry`)
    expect([early.status, early.body.code]).toEqual([409, 'delivery.account_closed'])
    await camille.post('/channels', { connectorId: 'board', fields: { handle: 'paris' } })
    await camille.post(`/deliveries/${id}/retry`)
    await atelier.settle()
    expect(pinned('Deux')).toHaveLength(1)
  })

  test('that was taken off: the person is told what did not leave by it', async () => {
    const { body: spare } = await camille.post('/channels', {
      connectorId: 'board',
      fields: { handle: 'nantes' },
    })
    const post = await atelier.scheduled('Nantes', undefined, {
      variants: [{ channelId: spare.id }],
    })
    await camille.delete(`/channels/${spare.id}`)
    await atelier.settle()
    expect((await atelier.read(post)).deliveries).toMatchObject([
      { state: 'failed', trouble: expect.stringContaining('connected again') },
    ])
    expect(pinned('Nantes')).toHaveLength(0)
  })

  test('sends one at a time, while others send at the same moment', async () => {
    let [now, most] = [0, 0]
    const busy = () => {
      now++
      most = Math.max(most, now)
      return new Promise<void>((resolve) => setTimeout(() => resolve(void now--), 30))
    }
    const slow = () => ({
      get until() {
        return busy()
      },
    })
    board.turns.push(slow(), slow(), slow(), slow())
    await atelier.scheduled('a', undefined, { by: ['lyon', 'paris'] })
    await atelier.scheduled('b', undefined, { by: ['lyon', 'paris'] })
    await atelier.settle()
    expect(most).toBe(2)
    expect(board.pinned.filter(({ text }) => text === 'a' || text === 'b')).toHaveLength(4)
  })
})

test('two processes at once send each thing once', async () => {
  const one = deliveryWork(desk)
  const other = deliveryWork(desk)
  const texts = Array.from({ length: 20 }, (_, n) => `Foule ${n}`)
  for (const text of texts) await atelier.scheduled(text, undefined, { by: ['lyon', 'paris'] })
  const work = async (job: (typeof one)[number]) => {
    let idle = 0
    while (idle < 20) idle = (await job.runDue()) > 0 ? 0 : idle + 1
  }
  await Promise.all([...one, ...other].map(work))
  await atelier.settle()
  const sent = board.pinned.filter(({ text }) => text.startsWith('Foule '))
  expect(sent).toHaveLength(40)
  expect(new Set(sent.map(({ account, text }) => `${account} ${text}`)).size).toBe(40)
})

test('the worker knows to the millisecond when to wake', async () => {
  const [work] = deliveryWork(desk)
  expect(await work?.nextDue()).toBeNull()
  const tomorrow = new Date(clock.now().getTime() + 86_400_000)
  await atelier.scheduled('Demain', tomorrow.toISOString().slice(0, 11) + '09:00')
  expect(await work?.nextDue()).toEqual(tomorrow)
  const until = new Date(clock.now().getTime() + 42_123)
  board.turns.push({ kind: 'rate', until, detail: '429' })
  await atelier.scheduled('Maintenant')
  await atelier.settle()
  expect(await work?.nextDue()).toEqual(until)
})

test('between two posts of one account it keeps the distance that the network asks for', async () => {
  const polite = await openAtelierForOneTest(noticeBoard({ minGapMs: 10_000 }), ['lyon'])
  await polite.scheduled('Premier')
  polite.clock.advance(1)
  await polite.scheduled('Second')
  await polite.settle()
  expect(polite.board.pinned.map(({ text }) => text)).toEqual(['Premier'])
  await polite.after(10)
  expect(polite.board.pinned.map(({ text }) => text)).toEqual(['Premier', 'Second'])
})

test('where nothing can be read back, a lost answer goes to a person at once', async () => {
  const blind = await openAtelierForOneTest(noticeBoard({ idempotency: 'none' }), ['lyon'])
  blind.board.turns.push('lose-notice')
  const post = await blind.scheduled('À l’aveugle')
  await blind.settle()
  expect((await blind.delivery(post)).state).toBe('unknown')
  await blind.after(86_400)
  expect(blind.board.asked).toEqual(['publish'])
})
