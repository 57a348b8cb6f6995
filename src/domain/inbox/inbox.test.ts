import { beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#support/caller.ts'
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
  return atelier.close
})

async function hear() {
  atelier.clock.advance(61_000)
  await atelier.settle()
}

const open = async () => (await owner.get('/conversations')).body.items

describe('what people say', () => {
  it('becomes a conversation with the person who said it', async () => {
    place.said.push(yanisSays('La table existe-t-elle en 160 cm ?'))
    await hear()
    expect(await open()).toMatchObject([
      {
        excerpt: 'La table existe-t-elle en 160 cm ?',
        unread: true,
        contact: { name: 'Yanis Haddad', followers: 120 },
      },
    ])
  })

  it('is kept once, though the network tells it twice', async () => {
    place.said.push(yanisSays('Bonjour'), yanisSays('Bonjour'))
    await hear()
    const [conversation] = await open()
    expect(conversation.messages).toBe(1)
  })

  it('opens a resolved conversation again', async () => {
    place.said.push(yanisSays('Bonjour'))
    await hear()
    const [{ id }] = await open()
    await owner.patch(`/conversations/${id}`, { state: 'resolved' })
    expect(await open()).toEqual([])
    place.said.push(yanisSays('Vous êtes là ?', { at: new Date('2026-11-23T08:00:00Z') }))
    await hear()
    expect(await open()).toMatchObject([{ id, unread: true, messages: 2 }])
  })

  it('waits when the network asks to wait, and skips nothing', async () => {
    place.said.push(yanisSays('Un'))
    place.trouble = {
      kind: 'rate',
      until: new Date('2026-11-23T09:20:00+01:00'),
      detail: 'slow down',
    }
    await hear()
    expect(await open()).toEqual([])
    atelier.clock.set('2026-11-23T09:21:00+01:00')
    await atelier.settle()
    expect(await open()).toHaveLength(1)
  })

  it('is listed by pages, without a hole between them', async () => {
    for (let i = 0; i < 7; i++) {
      const at = new Date(Date.UTC(2026, 10, 23, 7, i))
      place.said.push(yanisSays(`Message ${i}`, { threadId: `t${i}`, remoteId: `r${i}`, at }))
    }
    await hear()
    const first = await owner.get('/conversations?limit=4')
    const second = await owner.get(
      `/conversations?limit=4&after=${encodeURIComponent(first.body.next)}`,
    )
    const all = [...first.body.items, ...second.body.items].map((item) => item.excerpt)
    expect(all).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Message ${i}`))
    expect(second.body.next).toBeNull()
  })
})

describe('our answer', () => {
  let id: string
  beforeEach(async () => {
    place.said.push(yanisSays('La table existe-t-elle en 160 cm ?'))
    await hear()
    id = (await open())[0].id
  })

  it('appears on the network, under what it answers, once', async () => {
    const answer = { text: 'Oui, et aussi en 180 cm.' }
    const headers = { 'idempotency-key': 'reply-1' }
    await owner.post(`/conversations/${id}/replies`, answer, headers)
    await owner.post(`/conversations/${id}/replies`, answer, headers)
    await atelier.settle()
    expect(place.heard).toMatchObject([
      { text: answer.text, replyTo: { remoteId: place.said[0]?.remoteId } },
    ])
    const { body } = await owner.get(`/conversations/${id}`)
    expect(body.thread).toMatchObject([
      { direction: 'in' },
      {
        direction: 'out',
        author: 'Camille Morel',
        url: 'https://village.example/@morel/1',
        delivery: { state: 'published' },
      },
    ])
    expect(body.firstReplyAt).not.toBeNull()
  })

  it('says why it did not leave', async () => {
    const reason = { en: 'Yanis blocked you.', fr: 'Yanis vous a bloqués.' }
    place.trouble = { kind: 'rejected', reason, detail: 'blocked' }
    await owner.post(`/conversations/${id}/replies`, { text: 'Oui' })
    await atelier.settle()
    const { body } = await owner.with({ 'accept-language': 'fr' }).get(`/conversations/${id}`)
    expect(body.thread[1].delivery).toMatchObject({ state: 'failed' })
    expect(body.thread[1].delivery.trouble).toContain('bloqués')
  })

  it('is refused by the field when the network would not take its length', async () => {
    const { status, body } = await owner.post(`/conversations/${id}/replies`, {
      text: 'a'.repeat(201),
    })
    expect([status, body.code]).toEqual([422, 'conversation.reply_too_long'])
  })

  it('cannot be sent by who may only read', async () => {
    const { body: key } = await owner.post('/keys', { name: 'Lecture', scopes: ['inbox:read'] })
    const program = atelier.stranger.with({ authorization: `Bearer ${key.key}` })
    expect((await program.get(`/conversations/${id}`)).status).toBe(200)
    expect((await program.post(`/conversations/${id}/replies`, { text: 'Oui' })).status).toBe(403)
  })
})
