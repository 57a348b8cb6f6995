import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Found, Inbound } from '#connectors/_contract/connector.ts'
import { done, failed } from '#connectors/_contract/failure.ts'
import type { MentionView } from '#domain/listening/api.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { type Village, village, yanisSays } from '#support/village.ts'

let place: Village
let atelier: TestDesk
let owner: Caller
/** What the village shows to whoever asks for it. */
let shown: Inbound[]

const asked = 'Quel vernis pour un banc Morel ?'
const post = () => yanisSays(asked, { remoteId: 'p1', threadId: 'p1', kind: 'mention' })

beforeEach(async () => {
  place = village()
  shown = [post()]
  const { inbox } = place.connector
  if (!inbox) throw new Error('the village has no inbox')
  place.connector.inbox = {
    ...inbox,
    find: async (_tools, _account, { remoteId }) => {
      const found = shown.find((one) => one.remoteId === remoteId)
      const reason = { en: 'It was taken off.', fr: 'Elle a été retirée.' }
      return found ? done(found) : failed({ kind: 'rejected', reason, detail: 'gone' })
    },
  }
  const { author, text, at } = post()
  const found: Found = { remoteId: 'p1', url: 'https://village.example/p1', author, text, at }
  place.connector.manifest.capabilities.listen = true
  place.connector.listen = { read: async () => done({ items: [found], cursor: '1' }) }
  atelier = await openTestDesk({ connectors: [place.connector] })
  owner = await atelier.signUp()
})
afterEach(() => atelier.close())

async function heard() {
  const { body: channel } = await owner.post('/channels', { connectorId: 'village', fields: {} })
  await owner.post('/queries', { expression: 'morel' })
  await owner.post('/sources', { connectorId: 'village', channelId: channel.id })
  await settle()
  const [mention] = (await owner.get('/mentions')).body.items as MentionView[]
  if (!mention) throw new Error('nothing was found')
  return { channel, mention, path: `/mentions/${mention.id}/answer` }
}

async function settle() {
  atelier.clock.advance(61_000)
  await atelier.settle()
}

const open = async () => (await owner.get('/conversations')).body.items

test('a mention becomes a conversation, whose answer leaves under the post', async () => {
  const { channel, mention, path } = await heard()
  expect(mention.answer).toEqual({ accounts: [{ id: channel.id, handle: '@morel' }] })
  const { status, body } = await owner.post(path, { channelId: channel.id })
  expect(status).toBe(201)
  const { conversationId } = body
  expect(await open()).toMatchObject([{ id: conversationId, excerpt: asked, kind: 'mention' }])
  await owner.post(`/conversations/${conversationId}/replies`, { text: 'Une huile dure.' })
  await atelier.settle()
  expect(place.heard).toMatchObject([{ text: 'Une huile dure.', replyTo: { remoteId: 'p1' } }])
})

test('asked twice, or told by the network as well, it is one conversation', async () => {
  const { channel, path } = await heard()
  const first = await owner.post(path, { channelId: channel.id })
  const second = await owner.post(path, { channelId: channel.id })
  expect(second.body).toEqual(first.body)
  place.said.push(post())
  await settle()
  expect(await open()).toMatchObject([{ id: first.body.conversationId, messages: 1 }])
})

test('what the network told first is opened again, not made anew', async () => {
  const { channel, path } = await heard()
  place.said.push(post())
  await settle()
  const [told] = await open()
  const { body } = await owner.post(path, { channelId: channel.id })
  expect(body.conversationId).toBe(told.id)
})

test('a post that is gone makes no conversation, and its network says why', async () => {
  const { channel, path } = await heard()
  shown = []
  expect(await owner.post(path, { channelId: channel.id })).toMatchObject({
    status: 409,
    body: { code: 'conversation.mention_refused', detail: 'It was taken off.' },
  })
  expect(await open()).toEqual([])
})

test('nobody answers by an account that is not theirs, or is gone', async () => {
  const { channel, path } = await heard()
  const nobodys = '0190a0a0-0000-7000-8000-000000000000'
  expect((await owner.post(path, { channelId: nobodys })).status).toBe(404)
  await owner.delete(`/channels/${channel.id}`)
  expect((await owner.post(path, { channelId: channel.id })).status).toBe(409)
  const [mention] = (await owner.get('/mentions')).body.items as MentionView[]
  expect(mention?.answer).toEqual({ accounts: [] })
})
