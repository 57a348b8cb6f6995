import { expect, test } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'
import { liftHold, putHold } from './holds.ts'

const { camille, desk, at, scheduled, read, delivery, board, accounts, clock } = await openAtelier()
const { body: company } = await camille.get('/companies/current')
const companyId = company.id as string

test('what is held stays, whatever its hour, and leaves once nothing holds it', async () => {
  const post = await scheduled('Portes ouvertes samedi', '2026-11-23T10:00')
  await putHold(desk.db, { companyId, postId: post.id }, 'crisis', clock.now())
  await at('2026-11-23T11:00')
  expect(board.pinned).toEqual([])
  expect(await read(post)).toMatchObject({ status: 'held' })
  expect(await delivery(post)).toMatchObject({ state: 'planned', holds: ['crisis'] })

  await liftHold(desk.db, { companyId, postId: post.id }, 'crisis', clock.now())
  await at('2026-11-23T11:01')
  expect(board.pinned.map(({ text }) => text)).toEqual(['Portes ouvertes samedi'])
})

test('two holds are lifted one by one', async () => {
  const post = await scheduled('Une table en noyer', '2026-11-23T12:00')
  const which = { companyId, channelIds: [accounts['lyon'] ?? ''] }
  await putHold(desk.db, which, 'approval', clock.now())
  await putHold(desk.db, which, 'crisis', clock.now())
  expect(await putHold(desk.db, which, 'crisis', clock.now())).toEqual([])
  expect(await liftHold(desk.db, which, 'crisis', clock.now(), 'ask')).toEqual([post.id])
  await at('2026-11-23T12:30')
  expect(await delivery(post)).toMatchObject({ state: 'planned', holds: ['approval', 'ask'] })
  await liftHold(desk.db, which, 'ask', clock.now())
  expect(await read(post)).toMatchObject({ status: 'in-review' })
})
