import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { wantParkedAgain } from '#domain/listening/index.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { type Village, village, yanisSays } from '#support/village.ts'

let place: Village
let atelier: TestDesk
let owner: Caller

beforeEach(async () => {
  place = village()
  atelier = await openTestDesk({ connectors: [place.connector] })
  owner = await atelier.signUp()
  await owner.post('/channels', { connectorId: 'village', fields: {} })
  await owner.post('/queries', { name: 'Tables', expression: 'table' })
  return atelier.close
})

const listen = () => owner.post('/sources/our-accounts', {}, { 'accept-language': 'fr' })
const mentions = async () => (await owner.get('/mentions')).body.items

async function hear() {
  atelier.clock.advance(61_000)
  await atelier.settle()
}

describe('what our accounts receive', () => {
  it('is asked for what the queries look for, and is a mention of the network it was said on', async () => {
    expect(await listen()).toMatchObject({
      status: 201,
      body: { kind: 'our-accounts', name: 'Nos comptes', state: 'fine', itemsRead: 0 },
    })
    place.said.push(
      yanisSays('La table est arrivée cassée'),
      yanisSays('Bonjour', { remoteId: 'hello', url: 'https://village.example/@yanis/2' }),
    )
    await hear()
    expect(await mentions()).toMatchObject([
      {
        excerpt: 'La table est arrivée cassée',
        source: { name: 'Nos comptes', networkName: 'Village' },
        author: { name: 'Yanis Haddad', followers: 120 },
        url: 'https://village.example/@yanis/1',
      },
    ])
    const [source] = (await owner.get('/sources')).body
    expect(source).toMatchObject({ itemsRead: 2, mentions: 1 })
  })

  it('is not listened to where nobody asked, nor while it is paused', async () => {
    place.said.push(yanisSays('Une table ?'))
    await hear()
    const { body: source } = await listen()
    await owner.patch(`/sources/${source.id}`, { paused: true })
    place.said.push(yanisSays('Une table encore ?', { url: 'https://village.example/@yanis/3' }))
    await hear()
    expect(await mentions()).toEqual([])
    await owner.patch(`/sources/${source.id}`, { paused: false })
    place.said.push(yanisSays('Et cette table ?', { url: 'https://village.example/@yanis/4' }))
    await hear()
    expect(await mentions()).toMatchObject([{ excerpt: 'Et cette table ?' }])
  })

  it('is never a private message, nor what we say ourselves', async () => {
    await listen()
    const ourselves = { remoteId: 'morel', handle: '@morel', name: 'Atelier Morel' }
    place.said.push(
      yanisSays('Ma table, en privé', { kind: 'message', threadId: 'private' }),
      yanisSays('Notre table', { author: ourselves, threadId: 'ours' }),
    )
    await hear()
    expect(await mentions()).toEqual([])
  })

  it('has an address of its own where the network gives none: that of its conversation', async () => {
    await listen()
    const { url: _, ...withoutUrl } = yanisSays('Une table ?')
    const { url: __, ...another } = yanisSays('Quelle table ?')
    place.said.push(withoutUrl, another)
    await hear()
    const [{ id }] = (await owner.get('/conversations')).body.items
    const found = await mentions()
    expect(found).toHaveLength(2)
    for (const { url } of found) expect(url).toContain(`/inbox/${id}?message=`)
  })

  it('is answered in the conversation in which it was received', async () => {
    await listen()
    place.said.push(yanisSays('Une table ?'))
    await hear()
    const [mention] = await mentions()
    const [channel] = mention.answer.accounts
    const path = `/mentions/${mention.id}/answer`
    const { status, body } = await owner.post(path, { channelId: channel.id })
    const [conversation] = (await owner.get('/conversations')).body.items
    expect({ status, body }).toMatchObject({ body: { conversationId: conversation.id } })
  })

  it('is set aside with the reason when the database refuses it, and what follows is heard', async () => {
    await listen()
    const { db } = atelier.desk
    const refuse = sql`alter table mentions add constraint not_this
      check (text not like '%interdite%') not valid`
    await refuse.execute(db)
    place.said.push(
      yanisSays('Une table interdite'),
      yanisSays('Une autre table', { remoteId: 'p2', url: 'https://village.example/@yanis/2' }),
    )
    await hear()
    expect(await mentions()).toMatchObject([{ excerpt: 'Une autre table' }])
    const source = async () => (await owner.get('/sources')).body[0]
    expect(await source()).toMatchObject({
      state: 'troubled',
      trouble: expect.stringMatching(/^One post could not be kept and is set aside/),
      itemsRead: 2,
    })
    const { rows } = await sql`select reason->>'en' as reason from parked_posts`.execute(db)
    expect(rows).toMatchObject([{ reason: expect.stringMatching(/even on its own: .*not_this/) }])

    // Tried again, it is a mention of the network it was said on.
    await sql`alter table mentions drop constraint not_this`.execute(db)
    await wantParkedAgain(db)
    await hear()
    expect(await mentions()).toHaveLength(2)
    for (const mention of await mentions())
      expect(mention).toMatchObject({ source: { name: 'Nos comptes', networkName: 'Village' } })
    expect(await source()).toMatchObject({ state: 'fine', trouble: null })
  })

  it('is listened to once, and is not read on demand', async () => {
    const { body: source } = await listen()
    expect(await listen()).toMatchObject({ status: 409 })
    const read = await owner.post(`/sources/${source.id}/read`, {}, { 'accept-language': 'fr' })
    expect(read).toMatchObject({
      status: 409,
      body: { title: 'Il n’y a rien à lire' },
    })
  })
})

it('what a network only lends is not listened to', async () => {
  const lender = village({
    id: 'lender',
    lendsSaid: { hours: 48, source: 'made for tests', date: '2026-11-26' },
  })
  const desk = await openTestDesk({ connectors: [lender.connector] })
  const someone = await desk.signUp()
  await someone.post('/channels', { connectorId: 'lender', fields: {} })
  await someone.post('/queries', { name: 'Tables', expression: 'table' })
  await someone.post('/sources/our-accounts', {})
  lender.said.push(yanisSays('Une table ?'))
  desk.clock.advance(61_000)
  await desk.settle()
  expect((await someone.get('/conversations')).body.items).toHaveLength(1)
  expect((await someone.get('/mentions')).body.items).toEqual([])
  await desk.close()
})
