import { expect, test } from 'vitest'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'
import { hire, sofia as sofiaIs } from '#support/hire.ts'
import { camille as owner } from '#support/desk.ts'

const atelier = await openAtelier()
const { camille, accounts } = atelier
const { lyon = '', paris = '' } = accounts

/** Sofia, who writes for Lyon only. */
const id = await hire(atelier.desk.db, sofiaIs, 'editor')
await camille.patch(`/members/${id}`, { channelIds: [lyon] })
const sofia = await atelier.as({ email: sofiaIs.email, password: owner.password })

const postBy = (channelId: string) => ({ text: 'Le mot du lundi', variants: [{ channelId }] })
const weekly = { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=10', wallTime: '2026-11-30T10:00' }
const refused = {
  status: 403,
  body: { code: 'access.other_account', errors: [{ pointer: '/post/variants/0/channelId' }] },
}

test('a series leaves by accounts that who begins or changes it may write for', async () => {
  const series = (channelId: string) => ({ ...weekly, post: postBy(channelId) })
  expect(await sofia.post('/recurrences', series(paris))).toMatchObject(refused)
  const { status, body } = await sofia.post('/recurrences', series(lyon))
  expect(status).toBe(201)
  const change = { version: body.version, post: postBy(paris) }
  expect(await sofia.patch(`/recurrences/${body.id}`, change)).toMatchObject(refused)

  const { body: theirs } = await camille.post('/recurrences', series(paris))
  const words = { version: theirs.version, texts: ['Autre chose'] }
  expect(await sofia.patch(`/recurrences/${theirs.id}`, words)).toMatchObject(refused)
})

test('a post of the shelf leaves by accounts that who shelved it may write for', async () => {
  expect(await sofia.post('/evergreens', { post: postBy(paris) })).toMatchObject(refused)
  const { status, body } = await sofia.post('/evergreens', { post: postBy(lyon) })
  expect(status).toBe(201)
  const change = { post: postBy(paris) }
  expect(await sofia.patch(`/evergreens/${body.id}`, change)).toMatchObject(refused)
})
