import { beforeEach, describe, expect, it } from 'vitest'
import { failed } from '#connectors/_contract/failure.ts'
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

  it('goes under the message that is named, whatever was said since', async () => {
    const first = (await owner.get(`/conversations/${id}`)).body.thread[0]
    const at = new Date('2026-11-23T08:00:00Z')
    place.said.push(yanisSays('Et en noyer ?', { at }))
    await hear()
    const path = `/conversations/${id}/replies`
    const { body } = await owner.post(path, { text: 'Oui.', answers: first.id, resolve: true })
    // Nobody has seen yet what was said since.
    expect(body).toMatchObject({ state: 'open', unread: true })
    await owner.post(path, { text: 'Aussi.' })
    await atelier.settle()
    expect(place.heard).toMatchObject([
      { text: 'Oui.', replyTo: { remoteId: place.said[0]?.remoteId } },
      { text: 'Aussi.', replyTo: { remoteId: place.said[1]?.remoteId } },
    ])
  })

  it('is refused when it answers what nobody said there', async () => {
    const elsewhere = yanisSays('Autre chose', { threadId: 'thread-2', remoteId: 'elsewhere' })
    place.said.push(elsewhere)
    await hear()
    const other = (await open()).find((one: { id: string }) => one.id !== id)
    const [theirs] = (await owner.get(`/conversations/${other.id}`)).body.thread
    await owner.post(`/conversations/${id}/replies`, { text: 'Oui' })
    const [, ours] = (await owner.get(`/conversations/${id}`)).body.thread
    for (const answers of [theirs.id, ours.id]) {
      const { status, body } = await owner.post(`/conversations/${id}/replies`, {
        text: 'Non',
        answers,
      })
      expect([status, body.code]).toEqual([422, 'conversation.no_such_message'])
      expect(body.errors).toMatchObject([{ pointer: '/answers' }])
    }
    await atelier.settle()
    expect(place.heard).toHaveLength(1)
  })

  it('cannot leave by an account that was taken off, and the conversation says so before', async () => {
    const [channel] = (await owner.get('/channels')).body
    await owner.delete(`/channels/${channel.id}`)
    for (const [language, words] of [
      ['en', 'The account @morel was taken off. Connect it again in Channels'],
      ['fr', 'Le compte @morel a été retiré. Reconnectez-le dans Comptes'],
    ]) {
      const reader = owner.with({ 'accept-language': language ?? '' })
      expect((await reader.get(`/conversations/${id}`)).body.cannotReply).toContain(words)
      const { status, body } = await reader.post(`/conversations/${id}/replies`, { text: 'Oui' })
      expect([status, body.code]).toEqual([409, 'conversation.cannot_reply'])
      expect(body.detail).toContain(words)
    }
  })

  it('says so where the network no longer accepts the access', async () => {
    place.trouble = { kind: 'auth', detail: 'revoked' }
    await owner.post(`/conversations/${id}/replies`, { text: 'Oui' })
    await atelier.settle()
    const { body } = await owner.with({ 'accept-language': 'en' }).get(`/conversations/${id}`)
    expect(body.cannotReply).toContain('Village no longer accepts the desk’s access to @morel')
    expect(body.thread[1].delivery.trouble).toContain('this reply was not sent')
  })

  it('is settled from its conversation when nobody can know whether it is there', async () => {
    const { publish } = place.connector
    if (!publish) throw new Error('the village takes no answers')
    publish.confirm = async () => failed({ kind: 'unknown-outcome', detail: 'it never tells' })
    place.trouble = { kind: 'unknown-outcome', detail: 'no answer' }
    await owner.post(`/conversations/${id}/replies`, { text: 'Oui' })
    await atelier.settle()
    atelier.clock.advance(5000)
    await atelier.settle()
    const [, reply] = (await owner.get(`/conversations/${id}`)).body.thread
    expect(reply.delivery).toMatchObject({
      state: 'unknown',
      actions: ['check-again', 'mark-published', 'retry', 'cancel'],
    })
    const { body: key } = await owner.post('/keys', { name: 'Textes', scopes: ['posts:write'] })
    const writer = atelier.stranger.with({ authorization: `Bearer ${key.key}` })
    const refused = await writer.post(`/deliveries/${reply.delivery.id}/retry`)
    expect([refused.status, refused.body.code]).toEqual([403, 'access.denied'])

    await owner.post(`/deliveries/${reply.delivery.id}/mark-published`, {})
    await atelier.settle()
    const { body } = await owner.get(`/conversations/${id}`)
    expect(body.thread[1].delivery).toMatchObject({ state: 'published', trouble: null })
    expect(body.firstReplyAt).not.toBeNull()
    expect(place.heard).toEqual([])
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
    expect(body.errors).toEqual([{ pointer: '/text', detail: expect.stringContaining('200') }])
  })

  it('cannot be sent by who may only read', async () => {
    const { body: key } = await owner.post('/keys', { name: 'Lecture', scopes: ['inbox:read'] })
    const program = atelier.stranger.with({ authorization: `Bearer ${key.key}` })
    expect((await program.get(`/conversations/${id}`)).status).toBe(200)
    expect((await program.post(`/conversations/${id}/replies`, { text: 'Oui' })).status).toBe(403)
  })
})

describe('elsewhere than in the village', () => {
  const own = { source: 'made for tests', date: '2026-11-26' }

  /** Opens a desk where Yanis speaks in a village of another kind. */
  async function elsewhere(more: Parameters<typeof village>[0]) {
    const there = village(more)
    const desk = await openTestDesk({ connectors: [there.connector] })
    const camille = await desk.signUp()
    await camille.post('/channels', { connectorId: 'village', fields: {} })
    there.said.push(yanisSays('La table existe-t-elle en 160 cm ?'))
    desk.clock.advance(61_000)
    await desk.settle()
    const [{ id }] = (await camille.get('/conversations')).body.items
    return { there, desk, camille, path: `/conversations/${id}` }
  }

  it('an answer is as long as the network lets answers be', async () => {
    const text = { max: { value: 200, ...own }, answerMax: { value: 10_000, ...own } }
    const { there, desk, camille, path } = await elsewhere({
      text: { ...text, unit: 'characters' },
    })
    const { body: view } = await camille.get(path)
    expect(view.replyMax).toBe(10_000)
    const long = 'o'.repeat(10_000)
    expect((await camille.post(`${path}/replies`, { text: long })).status).toBeLessThan(300)
    const { body } = await camille.post(`${path}/replies`, { text: `${long}o` })
    expect(body.code).toBe('conversation.reply_too_long')
    await desk.settle()
    expect(there.heard).toMatchObject([{ text: long }])
    await desk.close()
  })

  it('says that the time to answer is over, before anything is written', async () => {
    const { there, desk, camille, path } = await elsewhere({})
    const { publish } = there.connector
    if (!publish) throw new Error('the village takes no answers')
    const over = { en: 'The day is over.', fr: 'La journée est passée.' }
    publish.unanswerable = (_said, lastHeard, now) =>
      now.getTime() - lastHeard.getTime() > 24 * 3_600_000 ? over : null
    expect((await camille.get(path)).body.cannotReply).toBeNull()
    desk.clock.advance(24 * 3_600_000)
    const french = camille.with({ 'accept-language': 'fr' })
    expect((await french.get(path)).body.cannotReply).toBe('La journée est passée.')
    const { status, body } = await french.post(`${path}/replies`, { text: 'Oui' })
    expect([status, body.code, body.detail]).toEqual([
      409,
      'conversation.cannot_reply',
      'La journée est passée.',
    ])
    await desk.settle()
    expect(there.heard).toEqual([])
    await desk.close()
  })

  it('says where to answer before anything is written, where it cannot be done from here', async () => {
    const answeredThere = { en: 'Answer at the town hall.', fr: 'Répondez à la mairie.' }
    const { there, desk, camille, path } = await elsewhere({ answeredThere })
    const french = camille.with({ 'accept-language': 'fr' })
    expect((await french.get(path)).body.answeredThere).toBe('Répondez à la mairie.')
    const { status, body } = await french.post(`${path}/replies`, { text: 'Oui' })
    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: '/text', detail: 'Répondez à la mairie.' }],
    ])
    await desk.settle()
    expect(there.heard).toEqual([])
    await desk.close()
  })
})
