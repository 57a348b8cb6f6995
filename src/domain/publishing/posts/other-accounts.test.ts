import { expect, test } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'

const atelier = await openAtelier()
const { camille, accounts, stranger } = atelier
const companyId: string = (await camille.get('/companies/current')).body.id
const { lyon = '', paris = '' } = accounts

/** Sofia, who writes for Lyon only. */
const sofia = await (async () => {
  const email = 'sofia@atelier-morel.example'
  const { body } = await camille.post('/invitations', { email, role: 'editor', channelIds: [lyon] })
  const token = body.link.split('/').at(-1)
  const given = { name: 'Sofia', password: 'un mètre ruban' }
  const { cookie } = await stranger.post(`/invitation/${token}/accept`, given)
  return stranger.with({ cookie, 'accept-language': 'en' }).of(companyId)
})()

const refusal = (pointer: string) => ({
  status: 403,
  body: {
    code: 'access.other_account',
    detail: expect.stringContaining('paris'),
    errors: [{ pointer }],
  },
})

test('who writes for Lyon only writes and schedules for Lyon, and is told the account they may not write for', async () => {
  const both = { text: 'Bonjour', variants: [{ channelId: lyon }, { channelId: paris }] }
  expect(await sofia.post('/posts', both)).toMatchObject(refusal('/variants/1/channelId'))
  const { status, body } = await sofia.post('/posts', { ...both, variants: [{ channelId: lyon }] })
  expect(status).toBe(201)
  const added = { version: body.version, variants: both.variants }
  expect(await sofia.patch(`/posts/${body.id}`, added)).toMatchObject(
    refusal('/variants/1/channelId'),
  )
  const when = { version: body.version, wallTime: '2026-11-24T10:00' }
  expect((await sofia.post(`/posts/${body.id}/schedule`, when)).status).toBe(200)
})

test('a post that also leaves by Paris she may read, and nothing more', async () => {
  const post = await atelier.scheduled('Pour les deux', '2026-11-25T10:00', {
    by: ['paris', 'lyon'],
  })
  expect((await sofia.get(`/posts/${post.id}`)).status).toBe(200)
  const { version } = post
  const denied = refusal('/variants/0/channelId')
  expect(await sofia.patch(`/posts/${post.id}`, { version, text: 'x' })).toMatchObject(denied)
  const move = { version, wallTime: '2026-11-26T10:00' }
  expect(await sofia.post(`/posts/${post.id}/move`, move)).toMatchObject(denied)
  expect(await sofia.post(`/posts/${post.id}/unschedule`, { version })).toMatchObject(denied)
  expect(await sofia.delete(`/posts/${post.id}`)).toMatchObject(denied)
  const delivery = await atelier.delivery(post, 'paris')
  expect(await sofia.post(`/deliveries/${delivery.id}/cancel`, {})).toMatchObject(refusal('/id'))
})

test('a key may be limited in the same way', async () => {
  const asked = { name: 'Lyon', scopes: ['posts:write'], channelIds: [lyon] }
  const { body } = await camille.post('/keys', asked)
  const program = stranger.with({ authorization: `Bearer ${body.key}`, 'accept-language': 'en' })
  const draft = { text: 'Par un programme', variants: [{ channelId: paris }] }
  expect(await program.post('/posts', draft)).toMatchObject(refusal('/variants/0/channelId'))
})

test('the limit is lifted as it was set, from the next request on', async () => {
  const { body } = await camille.get('/members')
  const { userId } = body.find(({ name }: { name: string }) => name === 'Sofia')
  await camille.patch(`/members/${userId}`, { channelIds: null })
  const draft = { text: 'Enfin Paris', variants: [{ channelId: paris }] }
  expect((await sofia.post('/posts', draft)).status).toBe(201)
})
