import { beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { type Village, village, yanisSays } from '#support/village.ts'
import type { ConversationView } from './api.ts'

const HOUR_S = 3600

let place: Village
let atelier: TestDesk
let owner: Caller

beforeEach(async () => {
  const lendsSaid = { hours: 48, source: 'made for tests', date: '2026-11-26' }
  place = village({ lendsSaid })
  atelier = await openTestDesk({ connectors: [place.connector] })
  owner = await atelier.signUp()
  await owner.post('/channels', { connectorId: 'village', fields: {} })
  return atelier.close
})

async function after(seconds: number) {
  atelier.clock.advance(seconds * 1000)
  await atelier.settle()
}

async function conversation(): Promise<ConversationView> {
  const { body } = await owner.get('/conversations?state=all')
  return (await owner.get<ConversationView>(`/conversations/${body.items[0].id}`)).body
}

describe('where the network lends what people say for two days', () => {
  test('it is there for two days from when it was read, however old it was', async () => {
    place.said.push(yanisSays('Livrez-vous à Nantes ?', { at: new Date('2026-11-01T08:00:00Z') }))
    await after(61)
    await after(47 * HOUR_S)
    expect(await conversation()).toMatchObject({
      excerpt: 'Livrez-vous à Nantes ?',
      thread: [{ text: 'Livrez-vous à Nantes ?', forgottenAfterHours: null }],
    })
  })

  test('then its words are gone; who spoke, when, and where to read it stay', async () => {
    place.said.push(yanisSays('Livrez-vous à Nantes ?', { url: 'https://village.example/7' }))
    await after(61)
    await after(48 * HOUR_S)
    expect(await conversation()).toMatchObject({
      excerpt: null,
      contact: { name: 'Yanis Haddad' },
      thread: [{ text: '', forgottenAfterHours: 48, url: 'https://village.example/7' }],
    })
  })

  test('it is not kept anew when the network tells it again', async () => {
    place.said.push(yanisSays('Livrez-vous à Nantes ?'))
    await after(61)
    await after(48 * HOUR_S)
    place.said.push(yanisSays('Livrez-vous à Nantes ?'))
    await after(61)
    const { messages, excerpt } = await conversation()
    expect([messages, excerpt]).toEqual([1, null])
  })

  test('what we answered stays', async () => {
    place.said.push(yanisSays('Livrez-vous à Nantes ?'))
    await after(61)
    const { id } = await conversation()
    await owner.post(`/conversations/${id}/replies`, { text: 'Oui, partout en France.' })
    await after(49 * HOUR_S)
    expect((await conversation()).thread.map(({ text }) => text)).toEqual([
      '',
      'Oui, partout en France.',
    ])
  })
})

test('elsewhere nothing is forgotten', async () => {
  const market = village()
  const other = await openTestDesk({ connectors: [market.connector] })
  const camille = await other.signUp()
  await camille.post('/channels', { connectorId: 'village', fields: {} })
  market.said.push(yanisSays('Bonjour'))
  other.clock.advance(61_000)
  await other.settle()
  other.clock.advance(90 * 24 * HOUR_S * 1000)
  await other.settle()
  expect((await camille.get('/conversations')).body.items).toMatchObject([{ excerpt: 'Bonjour' }])
  await other.close()
})
