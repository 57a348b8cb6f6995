import { beforeEach, describe, expect, test } from 'vitest'
import { liftHold, putHold } from '../deliveries/holds.ts'
import { planReply } from '../deliveries/plan-reply.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import type { DecidedView, WaitingItem } from './api.ts'

const atelier = await openAtelier()
const { camille, board, desk, clock, letters, accounts } = atelier
const { body: company } = await camille.get('/companies/current')
const companyId = company.id as string

const pinned = () => board.pinned.map(({ text }) => text)
const waiting = async () => (await camille.get<WaitingItem[]>('/deliveries/waiting')).body
const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000)
/** As Lyon's clock shows it in winter. */
const wall = (at: Date) => new Date(at.getTime() + 3_600_000).toISOString().slice(0, 16)

/** The machine sleeps so many minutes, then wakes up. */
async function sleepFor(minutes: number) {
  clock.advance(minutes * 60_000)
  await atelier.settle()
}
async function decide(decision: 'release' | 'cancel' | 'ask', items: WaitingItem[]) {
  const ids = items.flatMap((item) => item.accounts.map(({ deliveryId }) => deliveryId))
  return camille.post<DecidedView>('/deliveries/waiting', { ids, decision })
}

beforeEach(async () => {
  await atelier.newDay()
  await camille.patch('/publishing-rules', { lateMinutes: 60 })
  await sleepFor(70)
  letters.length = 0
  board.pinned.length = 0
})

describe('the machine slept through the hour of a post', () => {
  test('for less than the company’s limit: it leaves when the machine wakes up', async () => {
    await atelier.scheduled('Vitrine de Noël', wall(inMinutes(5)))
    await sleepFor(64)
    expect(pinned()).toEqual(['Vitrine de Noël'])
    expect(await waiting()).toEqual([])
  })

  test('for longer: it waits for a person, who is told by the desk and by one letter', async () => {
    const [first] = [await atelier.scheduled('Ouvert ce matin', wall(inMinutes(5)))]
    await atelier.scheduled('Et ce midi', wall(inMinutes(6)), { by: ['lyon', 'paris'] })
    await sleepFor(300)
    expect(pinned()).toEqual([])
    expect(await atelier.read(first)).toMatchObject({ status: 'held' })
    expect(await waiting()).toMatchObject([
      { text: 'Ouvert ce matin', isLate: true, isMovable: true, accounts: [{}] },
      { text: 'Et ce midi', accounts: [{}, {}] },
    ])
    await sleepFor(1)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.subject).toBe('2 publications de Atelier Morel attendent votre décision')
    expect(letters[0]?.text).toContain('Ouvert ce matin')
    expect(letters[0]?.text).toContain('/calendar/waiting')
    await sleepFor(600)
    expect([letters.length, pinned()]).toEqual([1, []])
  })

  test('for days: it still waits, and is not failed', async () => {
    const post = await atelier.scheduled('Vendredi', wall(inMinutes(5)))
    await sleepFor(4 * 1440)
    expect(await atelier.delivery(post)).toMatchObject({ state: 'planned', holds: ['ask'] })
  })

  test('where the company wants to be asked always, three minutes are late; two are the desk’s own pace', async () => {
    await camille.patch('/publishing-rules', { lateMinutes: 0 })
    await atelier.scheduled('À l’heure ou presque', wall(inMinutes(10)))
    await sleepFor(12)
    expect(pinned()).toEqual(['À l’heure ou presque'])
    await atelier.scheduled('Trop tard', wall(inMinutes(10)))
    await sleepFor(13)
    expect((await waiting()).map(({ text }) => text)).toEqual(['Trop tard'])
  })

  test('what had been tried before goes on by itself: it is no surprise', async () => {
    board.turns.push({ kind: 'transient', detail: '503' })
    await atelier.scheduled('Déjà essayé')
    await atelier.settle()
    await sleepFor(300)
    expect(pinned()).toEqual(['Déjà essayé'])
  })

  test('a reply waits as a post does, and is sent at a word', async () => {
    await planReply(desk.db, desk, {
      companyId,
      channelId: accounts['lyon'] ?? '',
      replyTo: { remoteId: 'question-1' },
      text: 'Oui, en noyer.',
      by: 'camille',
    })
    await sleepFor(300)
    const [item] = await waiting()
    expect(item).toMatchObject({ kind: 'reply', text: 'Oui, en noyer.', isMovable: false })
    await decide('release', [item as WaitingItem])
    await atelier.settle()
    expect(pinned()).toEqual(['Oui, en noyer.'])
  })
})

describe('what a person says then', () => {
  const missed = async (...texts: string[]) => {
    for (const [n, text] of texts.entries()) await atelier.scheduled(text, wall(inMinutes(5 + n)))
    await sleepFor(300)
    return waiting()
  }

  test('publish now: it leaves, once, and cannot be said twice', async () => {
    const [item] = await missed('Maintenant')
    const id = item?.accounts[0]?.deliveryId
    const [answer, again] = [
      await camille.post(`/deliveries/${id}/release`),
      await camille.post(`/deliveries/${id}/release`),
    ]
    expect([answer.status, answer.body.holds, again.status]).toEqual([200, [], 409])
    await atelier.settle()
    expect(pinned()).toEqual(['Maintenant'])
  })

  test('publish twelve: one leaves at once, the others ten minutes apart, in their order', async () => {
    const texts = Array.from({ length: 12 }, (_, n) => `Numéro ${n + 1}`)
    const { body } = await decide('release', await missed(...texts))
    expect(body.decided.map(({ at }) => at)).toEqual(
      texts.map((_, n) => inMinutes(10 * n).toISOString()),
    )
    await atelier.settle()
    expect(pinned()).toEqual(['Numéro 1'])
    for (let n = 0; n < 11; n++) await sleepFor(10)
    expect(pinned()).toEqual(texts)
  })

  test('another time: it leaves then', async () => {
    const [item] = await missed('Demain plutôt')
    const to = wall(inMinutes(120))
    const { version, postId } = item as WaitingItem
    const { status } = await camille.post(`/posts/${postId}/move`, { version, wallTime: to })
    expect(status).toBe(200)
    expect(await waiting()).toEqual([])
    await sleepFor(119)
    expect(pinned()).toEqual([])
    await sleepFor(1)
    expect(pinned()).toEqual(['Demain plutôt'])
  })

  test('do not publish: it never leaves, and the calendar says so', async () => {
    const items = await missed('Périmé', 'Aussi périmé')
    await decide('cancel', items)
    await sleepFor(3000)
    expect([pinned(), await waiting()]).toEqual([[], []])
    expect((await atelier.read({ id: items[0]?.postId ?? '' })).status).toBe('cancelled')
  })

  test('undone: it waits again, as long as nothing was sent', async () => {
    const items = await missed('Oui', 'Non')
    await decide('cancel', items)
    await decide('ask', items)
    expect((await waiting()).map(({ text }) => text)).toEqual(['Oui', 'Non'])
    await decide('release', items)
    await atelier.settle()
    await decide('ask', items)
    await sleepFor(60)
    expect([pinned(), (await waiting()).map(({ text }) => text)]).toEqual([['Oui'], ['Non']])
  })

  test('corrected words alone do not publish what is late: it waits on, with the new words', async () => {
    const [item] = await missed('Avec une fote')
    const { version, postId } = item as WaitingItem
    await camille.patch(`/posts/${postId}`, { version, text: 'Avec une faute corrigée' })
    await atelier.settle()
    expect([pinned(), (await waiting()).map(({ text }) => text)]).toEqual([
      [],
      ['Avec une faute corrigée'],
    ])
  })

  test('by an account that must be connected again: it waits on, and the account is named', async () => {
    const items = await missed('Sans accès')
    board.turns.push({ kind: 'auth', detail: 'revoked' })
    await atelier.scheduled('Révèle la panne')
    await atelier.settle()
    expect((await decide('release', items)).body).toEqual({ decided: [], closed: ['lyon'] })
    expect(await waiting()).toHaveLength(1)
    await camille.post('/channels', { connectorId: 'board', fields: { handle: 'lyon' } })
  })
})

test('a crisis that is over asks about each: released before its hour, a post leaves at its hour', async () => {
  const post = await atelier.scheduled('Après la crise', wall(inMinutes(60)))
  const which = { companyId, postId: post.id }
  await putHold(desk.db, which, 'crisis', clock.now())
  await liftHold(desk.db, which, 'crisis', clock.now(), 'ask')
  const [item] = await waiting()
  expect(item).toMatchObject({ isLate: false, postId: post.id })
  const { body } = await decide('release', [item as WaitingItem])
  expect(body.decided[0]?.at).toBe(inMinutes(60).toISOString())
  await sleepFor(59)
  expect(pinned()).toEqual([])
  await sleepFor(1)
  expect(pinned()).toEqual(['Après la crise'])
})

test('an edit before its hour is a decision: it leaves then', async () => {
  const post = await atelier.scheduled('Ancien texte', wall(inMinutes(60)))
  await putHold(desk.db, { companyId, postId: post.id }, 'ask', clock.now())
  await camille.patch(`/posts/${post.id}`, { version: post.version, text: 'Texte choisi' })
  expect(await waiting()).toEqual([])
  await sleepFor(60)
  expect(pinned()).toEqual(['Texte choisi'])
})

test('the limit is a day at most, and who may not change the company may not change it', async () => {
  expect((await camille.patch('/publishing-rules', { lateMinutes: 1441 })).status).toBe(422)
  const { body } = await camille.get('/publishing-rules')
  expect(body).toEqual({ lateMinutes: 60, duplicateDays: 30 })
})
