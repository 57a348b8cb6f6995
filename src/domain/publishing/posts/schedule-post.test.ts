import { beforeEach, describe, expect, test } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'

const atelier = await openAtelier()
const { camille, board } = atelier

const schedule = (id: string, body: object) => camille.post(`/posts/${id}/schedule`, body)
const textsPinned = () => board.pinned.map(({ text }) => text)

beforeEach(() => atelier.clock.set('2026-11-23T09:00:00+01:00'))

describe('scheduling', () => {
  test('a post leaves at the hour meant, on the wall in Lyon, and not before', async () => {
    const post = await atelier.scheduled('La chaise Lyre est arrivée', '2026-11-24T09:00')
    expect(post).toMatchObject({
      status: 'scheduled',
      wallTime: '2026-11-24T09:00',
      timeZone: 'Europe/Paris',
      scheduledAt: '2026-11-24T08:00:00.000Z',
    })
    await atelier.at('2026-11-24T08:59')
    expect(textsPinned()).not.toContain('La chaise Lyre est arrivée')
    await atelier.at('2026-11-24T09:00')
    expect(textsPinned()).toContain('La chaise Lyre est arrivée')
    expect(await atelier.read(post)).toMatchObject({
      status: 'published',
      deliveries: [
        { state: 'published', remoteUrl: 'https://board.example/lyon/notice-1', trouble: null },
      ],
    })
  })

  test('now is now', async () => {
    const post = await atelier.scheduled('L’atelier est ouvert')
    expect(post.status).toBe('scheduled')
    await atelier.settle()
    expect((await atelier.read(post)).status).toBe('published')
  })

  test('an hour in another zone is that zone’s hour', async () => {
    const { id, version } = await atelier.draft('Bonjour Montréal')
    const { body } = await schedule(id, {
      version,
      wallTime: '2026-12-01T09:00',
      timeZone: 'America/Toronto',
    })
    expect(body.scheduledAt).toBe('2026-12-01T14:00:00.000Z')
  })

  test('an hour that the change of March skips is moved by the jump, and shown as it was meant', async () => {
    const post = await atelier.scheduled('Nuit blanche', '2027-03-28T02:30')
    expect(post).toMatchObject({
      wallTime: '2027-03-28T02:30',
      scheduledAt: '2027-03-28T01:30:00.000Z',
    })
  })
})

describe('clicking twice', () => {
  test('on Schedule plans one delivery by each account', async () => {
    const { id, version } = await atelier.draft('Deux clics', { by: ['lyon', 'paris'] })
    const body = { version, wallTime: '2026-12-02T10:00' }
    const [first, second] = await Promise.all([schedule(id, body), schedule(id, body)])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body.deliveries).toHaveLength(2)
    expect(second.body.deliveries).toEqual(first.body.deliveries)
  })

  test('on Publish now publishes once', async () => {
    const { id, version } = await atelier.draft('Un seul départ')
    const answers = await Promise.all([1, 2, 3].map(() => schedule(id, { version })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await atelier.settle()
    await schedule(id, { version })
    await atelier.settle()
    expect(textsPinned().filter((text) => text === 'Un seul départ')).toHaveLength(1)
  })
})

describe('refused, with a sentence', () => {
  test('a time that is past says what time it is', async () => {
    const { id, version } = await atelier.draft('Trop tard')
    const { status, body } = await schedule(id, { version, wallTime: '2026-11-20T09:00' })
    expect(status).toBe(422)
    expect(body.code).toBe('post.past_time')
    expect(body.detail).toBe(
      '2026-11-20 09:00 in Europe/Paris is past: it is 2026-11-23 09:00 there. Choose a later time, or publish now.',
    )
    expect((await atelier.read({ id })).status).toBe('draft')
  })

  test('the minute that has just begun is not past', async () => {
    atelier.clock.advance(30_000)
    const post = await atelier.scheduled('À l’instant', '2026-11-23T09:00')
    expect(post.status).toBe('scheduled')
  })

  test('dates that no calendar holds, zones that nobody lives in, and the year 3000', async () => {
    const { id, version } = await atelier.draft('Jamais')
    const code = async (body: object) => (await schedule(id, { version, ...body })).body.code
    expect(await code({ wallTime: '2027-02-30T09:00' })).toBe('post.no_such_time')
    expect(await code({ wallTime: '2027-02-20T99:99' })).toBe('post.no_such_time')
    expect(await code({ wallTime: '2027-02-20T09:00', timeZone: 'Europe/Lutece' })).toBe(
      'request.invalid',
    )
    expect(await code({ wallTime: '3000-01-01T09:00' })).toBe('post.too_far_ahead')
    expect(await code({ wallTime: 'demain' })).toBe('request.invalid')
  })

  test('a post without an account', async () => {
    const { id, version } = await atelier.draft('Pour personne', { by: [] })
    expect((await schedule(id, { version })).body.code).toBe('post.no_account')
  })

  test('a text that is too long points at the words to cut, for the account that cannot take them', async () => {
    const long = 'o'.repeat(103)
    const [lyon, paris] = [atelier.accounts['lyon'], atelier.accounts['paris']]
    const variants = [
      { channelId: lyon, text: 'Court' },
      { channelId: paris, text: long },
    ]
    const { id, version } = await atelier.draft('Commun', { variants })
    const { status, body } = await schedule(id, { version })
    expect([status, body.code]).toEqual([422, 'post.not_ready'])
    expect(body.errors).toEqual([
      { pointer: '/variants/1/text', detail: 'Too long for Panneau by 3 characters (limit: 100).' },
    ])
    const french = await camille.post(
      `/posts/${id}/schedule`,
      { version },
      { 'accept-language': 'fr' },
    )
    expect(french.body.errors[0].detail).toContain('Trop long pour Panneau de 3 caractères')
  })

  test('extras that the network does not know', async () => {
    const variants = [
      { channelId: atelier.accounts['lyon'], options: { colour: 'blue', frame: true } },
    ]
    const { id, version } = await atelier.draft('Encadrée', { variants })
    const { body } = await schedule(id, { version })
    expect(body.errors.map((e: { pointer: string }) => e.pointer).sort()).toEqual([
      '/variants/0/options/colour',
      '/variants/0/options/frame',
    ])
  })

  test('somebody else’s post does not exist', async () => {
    const { body: other } = await camille.post('/companies', {
      name: 'Autre',
      language: 'fr',
      timeZone: 'Europe/Paris',
    })
    const { id, version } = await atelier.draft('À nous')
    const elsewhere = camille.of(other.id)
    expect((await elsewhere.post(`/posts/${id}/schedule`, { version })).status).toBe(404)
    expect((await elsewhere.get(`/posts/${id}`)).status).toBe(404)
    expect((await elsewhere.delete(`/posts/${id}`)).status).toBe(404)
  })
})

describe('changing one’s mind', () => {
  test('moving takes the deliveries along', async () => {
    const post = await atelier.scheduled('Portes ouvertes', '2026-12-05T09:00')
    const moved = await camille.post(`/posts/${post.id}/move`, {
      version: post.version,
      wallTime: '2026-12-08T09:00',
    })
    expect(moved.body).toMatchObject({
      wallTime: '2026-12-08T09:00',
      scheduledAt: '2026-12-08T08:00:00.000Z',
    })
    expect(moved.body.deliveries).toMatchObject([
      { state: 'planned', dueAt: '2026-12-08T08:00:00.000Z' },
    ])
  })

  test('moving across the change of October keeps the hour', async () => {
    const post = await atelier.scheduled('Brocante', '2027-10-30T09:00')
    expect(post.scheduledAt).toBe('2027-10-30T07:00:00.000Z')
    const moved = await camille.post(`/posts/${post.id}/move`, {
      version: post.version,
      wallTime: '2027-11-01T09:00',
    })
    expect(moved.body.scheduledAt).toBe('2027-11-01T08:00:00.000Z')
  })

  test('a draft cannot be moved', async () => {
    const { id, version } = await atelier.draft('Brouillon')
    const answer = await camille.post(`/posts/${id}/move`, {
      version,
      wallTime: '2026-12-08T09:00',
    })
    expect([answer.status, answer.body.code]).toEqual([409, 'post.not_scheduled'])
  })

  test('unscheduled, it is a draft that never leaves; scheduled again, it leaves once', async () => {
    const post = await atelier.scheduled('Peut-être', '2026-11-25T09:00')
    const draft = await camille.post(`/posts/${post.id}/unschedule`, { version: post.version })
    expect(draft.body).toMatchObject({ status: 'draft', scheduledAt: null, wallTime: null })
    await atelier.at('2026-11-25T09:00')
    expect(textsPinned()).not.toContain('Peut-être')
    await schedule(post.id, { version: draft.body.version })
    await atelier.settle()
    expect(textsPinned().filter((text) => text === 'Peut-être')).toHaveLength(1)
  })

  test('deleted, it does not leave; restored, it stands where it stood', async () => {
    const post = await atelier.scheduled('Solde privé', '2026-12-09T09:00')
    expect((await camille.delete(`/posts/${post.id}`)).status).toBe(204)
    expect((await camille.delete(`/posts/${post.id}`)).status).toBe(204)
    expect(await atelier.read(post)).toMatchObject({
      status: 'cancelled',
      deliveries: [{ state: 'cancelled' }],
    })
    const restored = await camille.post(`/posts/${post.id}/restore`)
    expect(restored.body).toMatchObject({
      status: 'scheduled',
      wallTime: '2026-12-09T09:00',
      deliveries: [{ state: 'planned', dueAt: '2026-12-09T08:00:00.000Z' }],
    })
  })

  test('restored after its time, it is a draft', async () => {
    const post = await atelier.scheduled('Dernier jour', '2026-11-26T09:00')
    await camille.delete(`/posts/${post.id}`)
    await atelier.at('2026-11-27T09:00')
    const restored = await camille.post(`/posts/${post.id}/restore`)
    expect(restored.body).toMatchObject({ status: 'draft', scheduledAt: null })
  })

  test('what has left stays: it is neither moved, nor taken back, nor deleted', async () => {
    const post = await atelier.scheduled('Parti')
    await atelier.settle()
    const { version } = await atelier.read(post)
    const answers = await Promise.all([
      camille.post(`/posts/${post.id}/move`, { version, wallTime: '2026-12-09T09:00' }),
      camille.post(`/posts/${post.id}/unschedule`, { version }),
      camille.delete(`/posts/${post.id}`),
    ])
    for (const { status, body } of answers)
      expect([status, body.code]).toEqual([409, 'post.already_left'])
    expect(answers[0]?.body.detail).toContain('by lyon')
  })
})
