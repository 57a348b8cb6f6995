import { beforeEach, describe, expect, test } from 'vitest'
import type { Failure } from '#connectors/_contract/failure.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const atelier = await openAtelier()
const { camille, board, clock } = atelier

const pinned = (text: string) => board.pinned.filter((notice) => notice.text === text)
const transient: Failure = { kind: 'transient', detail: 'connect ECONNREFUSED' }

beforeEach(() => atelier.newDay())

const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000)

describe('a network in trouble', () => {
  test('that could not take it is asked again later, and it leaves once', async () => {
    board.turns.push(transient, transient)
    const post = await atelier.scheduled('Patience')
    await atelier.settle()
    expect((await atelier.read(post)).status).toBe('publishing')
    await atelier.after(4)
    expect(board.asked).toEqual(['publish'])
    await atelier.after(1)
    await atelier.after(30)
    expect(board.asked).toEqual(['publish', 'publish', 'publish'])
    expect(pinned('Patience')).toHaveLength(1)
    const { attempts } = await atelier.delivery(post)
    expect(attempts.map(({ sentence }) => sentence)).toEqual([
      'Panneau could not take it; nothing was published. (connect ECONNREFUSED)',
      'Panneau could not take it; nothing was published. (connect ECONNREFUSED)',
      'Panneau accepted it.',
    ])
  })

  test('that is down for a day: the person is told, and may send it all the same', async () => {
    board.turns.push(...Array.from({ length: 60 }, () => transient))
    const post = await atelier.scheduled('Panne')
    for (let hour = 0; hour < 50; hour++) await atelier.after(1800)
    const { state, trouble, actions } = await atelier.delivery(post)
    expect(state).toBe('failed')
    expect(trouble).toContain('more than a day ago')
    expect(trouble).toContain('connect ECONNREFUSED.')
    expect(actions).toContain('retry')
    board.turns.length = 0
    const { id } = await atelier.delivery(post)
    await camille.post(`/deliveries/${id}/retry`)
    await atelier.settle()
    expect(pinned('Panne')).toHaveLength(1)
  })

  test('that asks to wait is left alone until then, with everything else that would go there', async () => {
    board.turns.push({ kind: 'rate', until: inMinutes(10), detail: '429' })
    const first = await atelier.scheduled('Doucement')
    await atelier.settle()
    await atelier.scheduled('Aussi')
    await atelier.after(540)
    expect(board.asked).toEqual(['publish'])
    await atelier.after(60)
    expect([pinned('Doucement'), pinned('Aussi')].map((n) => n.length)).toEqual([1, 1])
    const { attempts } = await atelier.delivery(first)
    expect(attempts[0]?.sentence).toBe('Panneau asks to wait until 09:10.')
  })

  test('another account of the same network does not wait with it', async () => {
    board.turns.push({ kind: 'rate', until: inMinutes(60), detail: '429' })
    await atelier.scheduled('Lyon attend')
    await atelier.settle()
    await atelier.scheduled('Paris part', undefined, { by: ['paris'] })
    await atelier.settle()
    expect([pinned('Lyon attend'), pinned('Paris part')].map((n) => n.length)).toEqual([0, 1])
  })

  test('that refuses the words says why, and corrected words leave', async () => {
    board.turns.push({
      kind: 'rejected',
      reason: { en: 'No swearing.', fr: 'Pas de gros mots.' },
      detail: '422',
    })
    const post = await atelier.scheduled('Zut')
    await atelier.settle()
    const { id, state, trouble } = await atelier.delivery(post)
    expect([state, trouble]).toEqual([
      'failed',
      'The network refuses it. No swearing. Change it, then retry.',
    ])
    await camille.patch(`/posts/${post.id}`, { version: post.version, text: 'Flûte' })
    await camille.post(`/deliveries/${id}/retry`)
    await atelier.settle()
    expect([pinned('Zut'), pinned('Flûte')].map((n) => n.length)).toEqual([0, 1])
  })
})

test('a network that speaks gibberish does not make us forget what it did', async () => {
  const gibberish = 'half \ud83e and\u0000nothing'
  board.turns.push({ kind: 'transient', detail: gibberish })
  const post = await atelier.scheduled('Charabia')
  await atelier.settle()
  const { attempts } = await atelier.delivery(post)
  expect(attempts[0]?.sentence).toContain('half \ufffd andnothing')
  await atelier.after(5)
  expect((await atelier.delivery(post)).state).toBe('published')
})

describe('an answer that is lost', () => {
  test('the network is read back; it is there, so nothing is sent again', async () => {
    board.turns.push('lose-answer')
    const post = await atelier.scheduled('Accusé perdu')
    await atelier.settle()
    expect((await atelier.delivery(post)).state).toBe('sending')
    await atelier.after(5)
    expect(board.asked).toEqual(['publish', 'confirm'])
    expect(await atelier.delivery(post)).toMatchObject({
      state: 'published',
      remoteUrl: expect.stringContaining('notice-'),
    })
    expect(pinned('Accusé perdu')).toHaveLength(1)
  })

  test('it is not there: sent again, once the lost request can no longer arrive', async () => {
    board.turns.push('lose-notice')
    await atelier.scheduled('Envoi perdu')
    await atelier.settle()
    await atelier.after(5)
    expect(board.asked).toEqual(['publish', 'confirm'])
    await atelier.after(54)
    expect(board.asked).toEqual(['publish', 'confirm'])
    await atelier.after(1)
    expect(board.asked).toEqual(['publish', 'confirm', 'confirm', 'publish'])
    expect(pinned('Envoi perdu')).toHaveLength(1)
  })

  test('the network cannot be read for two hours: a person decides, and only then is it sent again', async () => {
    board.turns.push('lose-notice')
    board.readings.push(...Array.from({ length: 20 }, () => transient))
    const post = await atelier.scheduled('Doute')
    for (let n = 0; n < 11; n++) await atelier.after(900)
    const { id, state, trouble, actions } = await atelier.delivery(post)
    expect(state).toBe('unknown')
    expect(trouble).toContain('It may have been published')
    expect(actions).toEqual(['check-again', 'mark-published', 'retry', 'cancel'])
    expect(board.asked.filter((what) => what === 'publish')).toHaveLength(1)
    expect((await atelier.read(post)).status).toBe('unknown')
    await camille.post(`/deliveries/${id}/retry`)
    await atelier.settle()
    expect(pinned('Doute')).toHaveLength(1)
  })

  test('a twin of it hangs there already: it is not taken for it', async () => {
    await atelier.scheduled('Bonjour')
    await atelier.settle()
    board.turns.push('lose-notice')
    const second = await atelier.scheduled('Bonjour')
    await atelier.settle()
    await atelier.after(5)
    const { state, trouble } = await atelier.delivery(second)
    expect(state).toBe('unknown')
    expect(trouble).toContain('a post with the same words')
  })
})
