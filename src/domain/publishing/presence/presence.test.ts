import { expect, test } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'

const { camille, clock, draft } = await openAtelier()
const { body: key } = await camille.post('/keys', { name: 'Yanis', scopes: ['posts:read'] })
const yanis = camille.with({ cookie: '', authorization: `Bearer ${key.key}` })
const say = async (who: typeof camille, post: { id: string }, here = true) =>
  (await who.post(`/posts/${post.id}/presence`, { here })).body

test('two people who have a post open see each other until one leaves or falls silent', async () => {
  const post = await draft('Une chaise')
  expect(await say(camille, post)).toEqual({ others: [] })
  expect(await say(yanis, post)).toEqual({ others: ['Camille Morel'] })
  expect(await say(camille, post)).toEqual({ others: ['Yanis'] })
  await say(yanis, post, false)
  expect(await say(camille, post)).toEqual({ others: [] })
  await say(yanis, post)
  clock.advance(31_000)
  expect(await say(camille, post)).toEqual({ others: [] })
})

test('a post of nobody is nowhere', async () => {
  const answer = await camille.post('/posts/0190a000-0000-7000-8000-000000000001/presence', {})
  expect(answer.status).toBe(404)
})
