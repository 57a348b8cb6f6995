import { beforeEach, describe, expect, test } from 'vitest'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier, openAtelierForOneTest } from '../testing/open-atelier.ts'

// A network that cannot be read back by itself: every lost answer asks for a person.
const atelier = await openAtelier(noticeBoard({ idempotency: 'none' }))
const { camille, board, clock } = atelier

const decide = async (id: string, action: string, body?: object) =>
  camille.post(`/deliveries/${id}/${action}`, body)
const pinned = (text: string) => board.pinned.filter((notice) => notice.text === text)

/** A post of which nobody knows whether it left. */
async function inDoubt(text: string, turn: 'lose-answer' | 'lose-notice' = 'lose-notice') {
  board.turns.push(turn)
  const post = await atelier.scheduled(text)
  await atelier.settle()
  return { post, delivery: await atelier.delivery(post) }
}

beforeEach(() => {
  clock.advance(86_400_000)
  board.turns.length = 0
  board.asked.length = 0
})

describe('when nobody knows whether it left', () => {
  test('a person who saw it says so, with its address', async () => {
    const { post, delivery } = await inDoubt('Vue sur le compte', 'lose-answer')
    const { status, body } = await decide(delivery.id, 'mark-published', {
      url: 'https://board.example/lyon/7',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'published',
      remoteUrl: 'https://board.example/lyon/7',
      trouble: null,
      actions: [],
    })
    expect((await atelier.read(post)).status).toBe('published')
    await atelier.after(86_400)
    expect(board.asked).toEqual(['publish'])
  })

  test('an address that is none is refused by its field', async () => {
    const { delivery } = await inDoubt('Adresse')
    const { status, body } = await decide(delivery.id, 'mark-published', {
      url: 'javascript:alert(1)',
    })
    expect([status, body.errors[0]?.pointer]).toEqual([422, '/url'])
  })

  test('a person who did not see it sends it again', async () => {
    const { delivery } = await inDoubt('Absente')
    expect((await decide(delivery.id, 'retry')).body.state).toBe('planned')
    await atelier.settle()
    expect(pinned('Absente')).toHaveLength(1)
  })

  test('dropped, it does not leave, and cannot be scheduled again before the question is settled', async () => {
    const { post, delivery } = await inDoubt('Abandonnée')
    await decide(delivery.id, 'cancel')
    const { version } = await atelier.read(post)
    const again = await camille.post(`/posts/${post.id}/schedule`, {
      version,
      wallTime: '2027-06-01T09:00',
    })
    expect([again.status, again.body.code]).toEqual([409, 'post.may_have_left'])
    expect((await decide(delivery.id, 'mark-published')).body.state).toBe('published')
  })

  test('two people who decide at once: the first decides', async () => {
    const { delivery } = await inDoubt('À deux')
    const answers = await Promise.all([
      decide(delivery.id, 'retry'),
      decide(delivery.id, 'mark-published'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('checking again reads the network back, and sends nothing when it is there', async () => {
  const readable = await openAtelierForOneTest(noticeBoard(), ['lyon'])
  readable.board.turns.push('lose-answer')
  readable.board.readings.push({ kind: 'auth', detail: 'token revoked' })
  const post = await readable.scheduled('Relue')
  await readable.settle()
  await readable.after(5)
  const { id, state } = await readable.delivery(post)
  expect(state).toBe('unknown')
  const closed = await readable.camille.post(`/deliveries/${id}/check-again`)
  expect(closed.body.code).toBe('delivery.account_closed')
  await readable.camille.post('/channels', { connectorId: 'board', fields: { handle: 'lyon' } })
  expect((await readable.camille.post(`/deliveries/${id}/check-again`)).body.state).toBe('sending')
  await readable.settle()
  expect(readable.board.asked).toEqual(['publish', 'confirm', 'confirm'])
  expect((await readable.delivery(post)).state).toBe('published')
})

test('an account that is connected again is read back by itself', async () => {
  const readable = await openAtelierForOneTest(noticeBoard(), ['lyon'])
  readable.board.turns.push('lose-answer')
  readable.board.readings.push({ kind: 'auth', detail: 'token revoked' })
  const post = await readable.scheduled('Retrouvée')
  await readable.settle()
  await readable.after(5)
  expect((await readable.delivery(post)).state).toBe('unknown')
  await readable.camille.post('/channels', { connectorId: 'board', fields: { handle: 'lyon' } })
  await readable.settle()
  expect((await readable.delivery(post)).state).toBe('published')
  expect(readable.board.asked).toEqual(['publish', 'confirm', 'confirm'])
})

describe('when it is planned', () => {
  test('it can be taken off by one account and leave by the other', async () => {
    const post = await atelier.scheduled('Paris seulement', undefined, { by: ['lyon', 'paris'] })
    const { id } = await atelier.delivery(post, 'lyon')
    expect((await decide(id, 'cancel')).body).toMatchObject({ state: 'cancelled', actions: [] })
    await atelier.settle()
    expect(pinned('Paris seulement').map(({ account }) => account)).toEqual(['paris'])
    expect((await atelier.read(post)).status).toBe('published')
  })

  test('what makes no sense is refused and changes nothing', async () => {
    const post = await atelier.scheduled('Pas encore', '2027-06-01T10:00')
    const { id } = await atelier.delivery(post)
    for (const action of ['retry', 'mark-published', 'check-again']) {
      const { status, body } = await decide(id, action)
      expect([status, body.code]).toEqual([409, 'delivery.not_now'])
    }
    expect((await atelier.delivery(post)).state).toBe('planned')
  })

  test('tried in vain, it can be sent now instead of later', async () => {
    board.turns.push({ kind: 'transient', detail: 'down' })
    const post = await atelier.scheduled('Sans attendre')
    await atelier.settle()
    await decide((await atelier.delivery(post)).id, 'retry')
    await atelier.settle()
    expect(pinned('Sans attendre')).toHaveLength(1)
  })
})

test('a delivery of another company does not exist', async () => {
  const post = await atelier.scheduled('Chez nous', '2027-06-01T11:00')
  const { id } = await atelier.delivery(post)
  const { body: other } = await camille.post('/companies', {
    name: 'Autre',
    language: 'fr',
    timeZone: 'Europe/Paris',
  })
  expect((await camille.of(other.id).post(`/deliveries/${id}/cancel`)).status).toBe(404)
  expect((await decide('00000000-0000-4000-8000-000000000000', 'cancel')).status).toBe(404)
})

test('the story is told in the reader’s language', async () => {
  const { post } = await inDoubt('Racontée')
  const { body } = await camille.get(`/posts/${post.id}`, { 'accept-language': 'fr' })
  const [{ trouble, attempts }] = body.deliveries
  expect(attempts[0].sentence).toBe(
    'La réponse de Panneau s’est perdue : elle a peut-être été publiée. (connection reset)',
  )
  expect(trouble).toContain('Regardez le compte, puis indiquez si elle y est.')
})
