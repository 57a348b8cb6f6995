import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'

const atelier = await openAtelier()
const { camille, board, accounts } = atelier
const [lyon, paris] = [accounts['lyon'], accounts['paris']]

const edit = (id: string, body: object) => camille.patch(`/posts/${id}`, body)
const pinned = (text: string) => board.pinned.filter((notice) => notice.text === text)

beforeEach(() => atelier.clock.set('2026-11-23T09:00:00+01:00'))

describe('a draft', () => {
  test('keeps what a change does not mention', async () => {
    const variants = [{ channelId: lyon, text: 'À Lyon' }]
    const { id, version } = await atelier.draft('Le buffet Saône', {
      variants,
      campaign: 'noel',
      trackLinks: false,
    })
    const { body } = await edit(id, { version, language: 'fr' })
    expect(body).toMatchObject({
      text: 'Le buffet Saône',
      campaign: 'noel',
      trackLinks: false,
      language: 'fr',
      variants: [{ channelId: lyon, text: 'À Lyon' }],
      version: version + 1,
    })
  })

  test('may be unfinished: too long, empty, by no account at all', async () => {
    const { id, version } = await atelier.draft('')
    expect((await edit(id, { version, text: 'o'.repeat(500), variants: [] })).status).toBe(200)
  })

  test('that somebody else changed meanwhile says who, and when on our wall', async () => {
    const { id, version } = await atelier.draft('Version une')
    atelier.clock.set('2026-11-23T09:41:00+01:00')
    await edit(id, { version, text: 'Version deux' })
    const { status, body } = await edit(id, { version, text: 'Version perdue' })
    expect([status, body.code]).toEqual([409, 'post.changed_meanwhile'])
    expect(body.detail).toBe(
      'Camille Morel changed it (2026-11-23 09:41). Read it again, then repeat your change.',
    )
    expect((await atelier.read({ id })).text).toBe('Version deux')
  })

  test('two people who save at once: one is told', async () => {
    const { id, version } = await atelier.draft('Course')
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => edit(id, { version, text })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('names only accounts and pictures that exist here, each account once', async () => {
    const stranger = '00000000-0000-4000-8000-000000000000'
    const variants = [{ channelId: stranger }, { channelId: lyon }, { channelId: lyon }]
    const { status, body } = await camille.post('/posts', {
      text: '',
      mediaIds: [stranger],
      variants,
    })
    expect(status).toBe(422)
    expect(body.errors.map((e: { pointer: string }) => e.pointer)).toEqual([
      '/mediaIds/0',
      '/variants/0/channelId',
      '/variants/2/channelId',
    ])
  })

  test('takes whatever a program sends without stumbling', async () => {
    const strange = 'Chêne\u0000 massif \ud83e'
    const variants = [{ channelId: lyon, text: strange, options: { colour: strange } }]
    const { status, body } = await camille.post('/posts', {
      text: strange,
      campaign: strange,
      variants,
    })
    expect([status, body.text]).toEqual([201, 'Chêne massif \ufffd'])
    for (const options of [{ a: { b: 1 } }, { a: [[1]] }, 'x', null]) {
      const answer = await camille.post('/posts', { variants: [{ channelId: lyon, options }] })
      expect(answer.status).toBe(422)
    }
    expect((await camille.get('/media?after=abc')).status).toBe(422)
  })

  test('created twice under one Idempotency-Key is one draft', async () => {
    const headers = { 'idempotency-key': 'brouillon-1' }
    const first = await camille.post('/posts', { text: 'Une fois' }, headers)
    const second = await camille.post('/posts', { text: 'Une fois' }, headers)
    expect(second.body.id).toBe(first.body.id)
  })
})

describe('a scheduled post', () => {
  test('leaves with its last words', async () => {
    const post = await atelier.scheduled('Sans faute', '2026-11-24T09:00')
    const { body } = await edit(post.id, { version: post.version, text: 'Sans fautes' })
    expect(body.deliveries[0].text).toBe('Sans fautes')
    await atelier.at('2026-11-24T09:00')
    expect([pinned('Sans faute'), pinned('Sans fautes')].map((n) => n.length)).toEqual([0, 1])
  })

  test('stays as it was when the change would not be ready to leave', async () => {
    const post = await atelier.scheduled('Court', '2026-11-24T10:00')
    const answer = await edit(post.id, { version: post.version, text: 'o'.repeat(101) })
    expect([answer.status, answer.body.code]).toEqual([422, 'post.not_ready'])
    expect(await atelier.read(post)).toMatchObject({ text: 'Court', version: post.version })
  })

  test('gains an account, loses one, and gets it back: one delivery by each', async () => {
    const post = await atelier.scheduled('Deux villes', '2026-11-24T11:00')
    const both = await edit(post.id, {
      version: post.version,
      variants: [{ channelId: lyon }, { channelId: paris }],
    })
    const one = await edit(post.id, {
      version: both.body.version,
      variants: [{ channelId: paris }],
    })
    expect(one.body.deliveries).toMatchObject([{ channelId: paris, state: 'planned' }])
    await edit(post.id, {
      version: one.body.version,
      variants: [{ channelId: lyon }, { channelId: paris }],
    })
    await atelier.at('2026-11-24T11:00')
    expect(
      pinned('Deux villes')
        .map(({ account }) => account)
        .sort(),
    ).toEqual(['lyon', 'paris'])
  })

  test('an account that was cancelled by hand stays off through edits and moves', async () => {
    const post = await atelier.scheduled('Lyon sans Paris', '2026-11-24T12:00', {
      by: ['lyon', 'paris'],
    })
    const off = await atelier.delivery(post, 'paris')
    await camille.post(`/deliveries/${off.id}/cancel`)
    const edited = await edit(post.id, { version: post.version, text: 'Lyon seulement' })
    await camille.post(`/posts/${post.id}/move`, {
      version: edited.body.version,
      wallTime: '2026-11-24T13:00',
    })
    await atelier.at('2026-11-24T13:00')
    expect(pinned('Lyon seulement').map(({ account }) => account)).toEqual(['lyon'])
  })
})

describe('while it is leaving', () => {
  test('nothing about it can be changed any more, and the person is told so', async () => {
    const post = await atelier.scheduled('En partance', '2026-11-24T14:00')
    let open = () => {}
    board.turns.push({ until: new Promise<void>((resolve) => (open = resolve)) })
    const leaving = atelier.at('2026-11-24T14:00')
    await vi.waitFor(async () => expect((await atelier.read(post)).status).toBe('publishing'), {
      timeout: 15_000,
    })
    const { version } = post
    const answers = await Promise.all([
      edit(post.id, { version, text: 'Trop tard' }),
      camille.post(`/posts/${post.id}/move`, { version, wallTime: '2026-12-01T09:00' }),
      camille.post(`/posts/${post.id}/unschedule`, { version }),
      camille.delete(`/posts/${post.id}`),
    ])
    for (const { status, body } of answers)
      expect([status, body.code]).toEqual([409, 'post.leaving_now'])
    const { id } = await atelier.delivery(post)
    expect((await camille.post(`/deliveries/${id}/cancel`)).status).toBe(409)
    open()
    await leaving
    expect(pinned('En partance')).toHaveLength(1)
  })

  test('a change that comes first wins over the worker, and the other way round: never both', async () => {
    const sizes: number[] = []
    for (let n = 0; n < 12; n++) {
      const post = await atelier.scheduled(`Course ${n}`, '2026-11-25T09:00')
      atelier.clock.set('2026-11-25T09:00:00+01:00')
      const [, answer] = await Promise.all([
        atelier.settle(),
        edit(post.id, { version: post.version, text: `Course ${n} bis` }),
      ])
      await atelier.settle()
      const [first, second] = [pinned(`Course ${n}`), pinned(`Course ${n} bis`)].map(
        (p) => p.length,
      )
      expect([first, second]).toEqual(answer.status === 200 ? [0, 1] : [1, 0])
      sizes.push(second ?? 0)
      atelier.clock.set('2026-11-23T09:00:00+01:00')
    }
    expect(sizes).toHaveLength(12)
  })
})

describe('half of it has left', () => {
  test('what is still to leave can be corrected; what left stays as it left', async () => {
    board.turns.push('accept', {
      kind: 'rejected',
      reason: { en: 'No.', fr: 'Non.' },
      detail: 'no',
    })
    const post = await atelier.scheduled('Moitié', '2026-11-24T15:00', { by: ['lyon', 'paris'] })
    await atelier.at('2026-11-24T15:00')
    const half = await atelier.read(post)
    expect(half.status).toBe('partly-published')
    const { status } = await edit(post.id, { version: post.version, text: 'Moitié corrigée' })
    expect(status).toBe(200)
    const failed = half.deliveries.find(({ state }) => state === 'failed')
    await camille.post(`/deliveries/${failed?.id}/retry`)
    await atelier.settle()
    expect([pinned('Moitié'), pinned('Moitié corrigée')].map((n) => n.length)).toEqual([1, 1])
    expect((await atelier.read(post)).status).toBe('published')
  })

  test('no account joins a post that has left, and none that has left is taken off', async () => {
    const post = await atelier.scheduled('Parti de Lyon')
    await atelier.settle()
    const joined = await edit(post.id, {
      version: post.version,
      variants: [{ channelId: lyon }, { channelId: paris }],
    })
    const dropped = await edit(post.id, { version: post.version, variants: [{ channelId: paris }] })
    const changed = await edit(post.id, { version: post.version, text: 'Autrement' })
    for (const { body } of [joined, dropped, changed]) expect(body.code).toBe('post.already_left')
  })
})
