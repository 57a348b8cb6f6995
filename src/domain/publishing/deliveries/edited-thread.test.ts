import { describe, expect, test } from 'vitest'
import {
  atelier,
  board,
  byLyon,
  camille,
  decide,
  hung,
  oak,
  part,
  refused,
  states,
} from './thread-testing.ts'

describe('a thread that is edited before it leaves', () => {
  const edit = async (post: { id: string }, changes: object) => {
    const { version } = await atelier.read(post)
    const answer = await camille.patch(`/posts/${post.id}`, { version, ...changes })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  const tomorrow = () =>
    new Date(atelier.clock.now().getTime() + 86_400_000).toISOString().slice(0, 11) + '10:00'

  async function leaves(post: { id: string }) {
    const before = board.pinned.length
    await atelier.after(2 * 86_400 - 10 * 3600)
    expect((await atelier.read(post)).status).toBe('published')
    return hung(before).map(([text]) => text)
  }

  test('shorter, longer, shorter again: what it says last leaves, once each', async () => {
    const post = await atelier.scheduled('A', tomorrow(), oak)
    await edit(post, { thread: [part('B')] })
    await edit(post, { thread: [part('B'), part('C'), part('D')], firstComment: 'Z' })
    await edit(post, { thread: [part('B'), part('C2')] })
    expect((await byLyon(post)).map(({ text }) => text)).toEqual(['A', 'B', 'C2', 'Z'])
    expect(await leaves(post)).toEqual(['A', 'B', 'C2', 'Z'])
  })

  test('without its thread, then with one again; made a draft and scheduled anew', async () => {
    const post = await atelier.scheduled('E', tomorrow(), oak)
    await edit(post, { thread: [], firstComment: '' })
    await edit(post, { firstComment: 'F' })
    const { version } = await atelier.read(post)
    await camille.post(`/posts/${post.id}/unschedule`, { version })
    await edit(post, { thread: [part('G')] })
    const again = await atelier.read(post)
    const when = { version: again.version, wallTime: tomorrow() }
    expect((await camille.post(`/posts/${post.id}/schedule`, when)).status).toBe(200)
    expect(await leaves(post)).toEqual(['E', 'G', 'F'])
  })

  test('moved, all of it moves', async () => {
    const post = await atelier.scheduled('H', tomorrow(), oak)
    const { version } = await atelier.read(post)
    const wallTime = tomorrow().replace('10:00', '11:00')
    await camille.post(`/posts/${post.id}/move`, { version, wallTime })
    expect(new Set((await byLyon(post)).map(({ dueAt }) => dueAt)).size).toBe(1)
    expect(await leaves(post)).toEqual(['H', 'Deux : le séchage', 'Trois : la coupe', 'Le prix'])
  })

  test('deleted, nothing of it leaves; restored, all of it does', async () => {
    const post = await atelier.scheduled('I', tomorrow(), oak)
    await camille.delete(`/posts/${post.id}`)
    expect(new Set(await states(post))).toEqual(new Set(['cancelled']))
    await camille.post(`/posts/${post.id}/restore`)
    expect(await leaves(post)).toHaveLength(4)
  })

  test('once it has left to its end, nothing is added behind it', async () => {
    const post = await atelier.scheduled('J', undefined, {
      by: ['lyon', 'paris'],
      thread: [part('K')],
    })
    await atelier.settle()
    const { version } = await atelier.read(post)
    const longer = await camille.patch(`/posts/${post.id}`, {
      version,
      thread: [part('K'), part('L')],
    })
    expect([longer.status, longer.body.code]).toEqual([409, 'post.already_left'])
  })

  test('by one account only: the other, which is through, gets nothing more', async () => {
    board.turns.push('accept', 'accept', refused)
    const post = await atelier.scheduled('M', undefined, {
      by: ['lyon', 'paris'],
      thread: [part('N')],
    })
    await atelier.settle()
    const before = board.pinned.length
    await edit(post, { thread: [part('N'), part('O')] })
    const failed = (await atelier.read(post)).deliveries.find(({ state }) => state === 'failed')
    await decide(failed?.id ?? '', 'retry')
    await atelier.settle()
    const after = hung(before).map(([text]) => text)
    expect(after.filter((text) => text === 'O')).toHaveLength(1)
  })
})
