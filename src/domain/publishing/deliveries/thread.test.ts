import { describe, expect, test } from 'vitest'
import { nextDue } from './next-due.ts'
import {
  accounts,
  atelier,
  board,
  byLyon,
  camille,
  decide,
  hung,
  lyon,
  oak,
  part,
  refused,
  states,
} from './thread-testing.ts'
import { TIMINGS } from './timings.ts'

const idOf = async (post: { id: string }, n: number) => (await byLyon(post))[n]?.id ?? ''

describe('a thread with a first comment', () => {
  test('leaves in its order, each as a reply to the one before it', async () => {
    const before = board.pinned.length
    const post = await atelier.scheduled('Un : le chêne', undefined, oak)
    await atelier.settle()
    const [one, two, three] = board.pinned.slice(before).map(({ id }) => id)
    expect(hung(before)).toEqual([
      ['Un : le chêne', null],
      ['Deux : le séchage', one],
      ['Trois : la coupe', two],
      ['Le prix', three],
    ])
    expect((await byLyon(post)).map(({ kind, part: place }) => [kind, place])).toEqual([
      ['post', 0],
      ['part', 1],
      ['part', 2],
      ['comment', 3],
    ])
    expect((await atelier.read(post)).status).toBe('published')
  })

  test('goes on before another post of the same minute begins', async () => {
    const before = board.pinned.length
    await atelier.scheduled('Fil A', undefined, { thread: [part('Fil A, suite')] })
    await atelier.scheduled('Seule B')
    await atelier.settle()
    const texts = hung(before).map(([text]) => text)
    expect(texts.indexOf('Fil A, suite')).toBe(texts.indexOf('Fil A') + 1)
  })

  test('has words of its own by an account that wants them, and none where it wants none', async () => {
    const before = board.pinned.length
    await atelier.scheduled('Partout', undefined, {
      thread: [part('Suite commune')],
      variants: [
        { channelId: lyon, thread: [part('Suite lyonnaise')] },
        { channelId: accounts['paris'], thread: [] },
      ],
    })
    await atelier.settle()
    expect(
      hung(before)
        .map(([text]) => text)
        .toSorted(),
    ).toEqual(['Partout', 'Partout', 'Suite lyonnaise'].toSorted())
  })

  test('keeps everything back while its beginning is not there, and says why', async () => {
    board.turns.push(refused)
    const before = board.pinned.length
    const post = await atelier.scheduled('Zut, le chêne', undefined, oak)
    await atelier.settle()
    expect(hung(before)).toEqual([])
    expect(await states(post)).toEqual(['failed', 'planned', 'planned', 'planned'])
    expect((await atelier.read(post)).status).toBe('failed')
    const [, second, third] = await byLyon(post)
    for (const waiting of [second, third])
      expect(waiting?.trouble).toBe(
        'It waits for what comes before it, which did not leave. Retry that one first: this one follows by itself.',
      )
    // Nothing is due that nobody can take: the workers sleep.
    const office = { desk: atelier.desk, timings: TIMINGS, held: new Set<string>() }
    expect(await nextDue(office)).toBeNull()
    await atelier.after(3600)
    expect(board.asked).toEqual(['publish'])

    await decide(await idOf(post, 0), 'retry')
    await atelier.settle()
    expect(await states(post)).toEqual(['published', 'published', 'published', 'published'])
  })

  test('of which half was sent says so, and is finished two days later', async () => {
    board.turns.push('accept', refused)
    const post = await atelier.scheduled('Moitié', undefined, oak)
    await atelier.settle()
    expect(await states(post)).toEqual(['published', 'failed', 'planned', 'planned'])
    expect((await atelier.read(post)).status).toBe('partly-published')
    await atelier.after(2 * 86_400)
    const { version } = await atelier.read(post)
    const thread = [part('Deux, sans gros mot'), part('Trois')]
    const edited = await camille.patch(`/posts/${post.id}`, { version, thread })
    expect(edited.status).toBe(200)
    await decide(await idOf(post, 1), 'retry')
    const before = board.pinned.length
    await atelier.settle()
    expect(hung(before).map(([text]) => text)).toEqual(['Deux, sans gros mot', 'Trois', 'Le prix'])
    expect((await atelier.read(post)).status).toBe('published')
  })

  test('waits while nobody knows whether its beginning left; found there, it goes on', async () => {
    board.turns.push('lose-answer')
    const before = board.pinned.length
    const post = await atelier.scheduled('Perdu', undefined, { thread: [part('Perdu, suite')] })
    await atelier.settle()
    expect(await states(post)).toEqual(['sending', 'planned'])
    await atelier.after(5)
    expect(await states(post)).toEqual(['published', 'published'])
    expect(hung(before)[1]).toEqual(['Perdu, suite', board.pinned[before]?.id])
  })

  test('cancelled at its beginning, is cancelled to its end', async () => {
    board.turns.push(refused)
    const post = await atelier.scheduled('Annulé', undefined, oak)
    await atelier.settle()
    await decide(await idOf(post, 0), 'cancel')
    expect(await states(post)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
    expect((await atelier.read(post)).status).toBe('cancelled')
  })

  test('cancelled in the middle, keeps what has left and sends no more', async () => {
    board.turns.push('accept', refused)
    const post = await atelier.scheduled('Au milieu', undefined, oak)
    await atelier.settle()
    await decide(await idOf(post, 1), 'cancel')
    await atelier.after(60)
    expect(await states(post)).toEqual(['published', 'cancelled', 'cancelled', 'cancelled'])
  })

  test('goes on under a beginning that a person found, when they say where', async () => {
    board.turns.push(refused)
    const post = await atelier.scheduled('Trouvé', undefined, { thread: [part('Trouvé, suite')] })
    await atelier.settle()
    const url = 'https://board.example/lyon/notice-1'
    await decide(await idOf(post, 0), 'mark-published', { url })
    const before = board.pinned.length
    await atelier.settle()
    expect(hung(before)).toEqual([['Trouvé, suite', 'notice-1']])
  })

  test('never lets a part leave alone when nobody knows what it belongs under', async () => {
    board.turns.push(refused)
    const post = await atelier.scheduled('Sans adresse', undefined, { thread: [part('Orpheline')] })
    await atelier.settle()
    await decide(await idOf(post, 0), 'mark-published')
    const before = board.pinned.length
    await atelier.settle()
    expect(hung(before)).toEqual([])
    const [, second] = await byLyon(post)
    expect([second?.state, second?.trouble]).toEqual([
      'failed',
      expect.stringContaining('cannot be put under it'),
    ])
  })
})

test('each part is held to the limits of a post, and the finding points at it', async () => {
  const long = 'o'.repeat(101)
  const given = {
    text: 'Court',
    thread: [part('Bien'), part(long), part('')],
    firstComment: long,
    variants: [{ channelId: lyon }, { channelId: accounts['paris'], thread: [part(long)] }],
  }
  const { body } = await camille.post('/posts/check', given)
  expect(body.channels[0].problems.map((p: { field: string }) => p.field)).toEqual([
    'thread/1/text',
    'thread/2/text',
    'firstComment',
  ])
  expect(body.channels[0].following).toEqual([
    { field: 'thread/0', length: 4, max: 100 },
    { field: 'thread/1', length: 101, max: 100 },
    { field: 'thread/2', length: 0, max: 100 },
    { field: 'firstComment', length: 101, max: 100 },
  ])
  const draft = await camille.post('/posts', given)
  const { status, body: problem } = await camille.post(`/posts/${draft.body.id}/schedule`, {
    version: draft.body.version,
  })
  expect([status, problem.code]).toEqual([422, 'post.not_ready'])
  expect(problem.errors.map((e: { pointer: string }) => e.pointer)).toEqual([
    '/thread/1/text',
    '/thread/2/text',
    '/firstComment',
    '/variants/1/thread/0/text',
    '/firstComment',
  ])
})

test('a click on a link in a part is told apart from one in the post', async () => {
  await camille.patch('/companies/current', { publicUrl: 'https://liens.atelier-morel.example' })
  const address = 'https://atelier-morel.example/chene'
  const post = await atelier.scheduled(`Voir ${address}`, undefined, {
    thread: [part(`Et ${address}`)],
  })
  const [first, second] = await byLyon(post)
  const [one, two] = [first?.text.slice(5), second?.text.slice(3)]
  expect(
    [one, two].every((link) => link?.startsWith('https://liens.atelier-morel.example/l/')),
  ).toBe(true)
  expect(one).not.toBe(two)
})
