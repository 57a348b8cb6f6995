import { expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import type { MentionView } from './mentions/api.ts'
import { pretend, said } from './fixture.ts'
import { importHistory } from './index.ts'

const plaza = pretend('plaza', 'La Place', 'search')
const { desk, settle, signUp } = await openTestDesk({
  now: '2026-11-23T09:00:00+01:00',
  connectors: [plaza.connector],
})

test('a practice company is given its past, and goes on listening from there', async () => {
  const camille = await signUp()
  const companyId = camille.headers['vigie-company'] ?? ''
  const fields = { handle: 'atelier' }
  const { body: channel } = await camille.post('/channels', { connectorId: 'plaza', fields })
  const old = said('Morel, il y a longtemps', { at: new Date('2026-09-01T10:00:00Z') })
  const recent = said('Morel, hier', { at: new Date('2026-11-22T10:00:00Z') })
  const other = said('Autre chose', { at: new Date('2026-11-21T10:00:00Z') })
  await importHistory(desk.db, companyId, {
    queries: [{ name: 'Notre nom', expression: 'morel' }],
    searches: [{ connectorId: 'plaza', channelId: channel.id, name: 'La Place' }],
    found: [old, recent, recent, other].map((f) => ({ ...f, connectorId: 'plaza' })),
    now: desk.clock.now(),
  })
  const mentions = async () => {
    const { body } = await camille.get<{ items: MentionView[] }>('/mentions')
    return body.items.map(({ excerpt, seen, source }) => [excerpt, seen, source.name])
  }
  const past = [
    ['Morel, hier', false, 'La Place'],
    ['Morel, il y a longtemps', true, 'La Place'],
  ]
  expect(await mentions()).toEqual(past)
  const { body: sources } = await camille.get('/sources')
  expect(sources).toMatchObject([
    { name: 'La Place', itemsRead: 4, mentions: 2, lastItemAt: recent.at.toISOString() },
  ])

  plaza.says.push(recent, said('Morel, à l’instant', { at: new Date('2026-11-23T07:59:00Z') }))
  await settle()
  expect(await mentions()).toEqual([['Morel, à l’instant', false, 'La Place'], ...past])
})

test('a query that cannot be read stops the import', async () => {
  const history = { queries: [{ name: 'x', expression: '(' }], found: [], now: desk.clock.now() }
  await expect(importHistory(desk.db, 'nobody', history)).rejects.toThrow(RangeError)
})
