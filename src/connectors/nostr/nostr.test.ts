import { beforeEach, describe, expect, test } from 'vitest'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, openDesk, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { type FixedClock, fixedClock } from '#platform/clock.ts'
import { nevent, npub } from './bech32.ts'
import kit from './contract.ts'
import {
  nostrDouble,
  type NostrDouble,
  ourKey,
  theirMediaServer,
  theirRelay,
  yanisKey,
} from './double.ts'
import { isAuthentic, kinds, publicKeyOf, secondsOf, tagged } from './event.ts'
import nostr from './index.ts'

const { connect, publish, inbox, metrics } = nostr
if (!publish || !inbox || !metrics) throw new Error('Nostr does less than it did')
const never = { ok: false, failure: { kind: 'transient', detail: 'no such door' } } as const

const [second, third] = ['wss://second.example', 'wss://third.example']
const us = publicKeyOf(ourKey)
const yanis = publicKeyOf(yanisKey)

let clock: FixedClock
let network: NostrDouble
let tools: Tools
let warned: string[]
let account: Account

beforeEach(async () => {
  clock = fixedClock('2026-11-25T09:00:00Z')
  network = nostrDouble(clock)
  warned = []
  const warn = (o: object, m?: string) => void warned.push(JSON.stringify([o, m]))
  const log = { info: () => {}, warn }
  tools = { fetch: network.fetch, socket: network.socket, clock, log }
  const relays = [theirRelay, second, third].join(', ')
  account = value(await signIn({ key: ourKey, relays, mediaServer: theirMediaServer })).account
})

const signIn = async (fields: Record<string, string>) =>
  (await connect.withCredentials?.(tools, fields)) ?? never

const delivery = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  id: '0b0e3a1c-6f0e-4d58-9b3f-0c8a1d2e4f60',
  plannedAt: new Date('2026-11-25T09:00:00.700Z'),
  text,
  images: [],
  options: {},
  ...more,
})

const send = async (outgoing: Outgoing) => value(await publish.publish(tools, account, outgoing))
const note = (id: string, relay = theirRelay) => network.relay(relay).events.get(id)

describe('several relays', () => {
  test('a note that one of three takes is published; the others are named', async () => {
    network.relay(second).isAway = true
    network.relay(third).refuses = 'blocked: not on this relay'
    const sent = await send(delivery('Un sur trois'))
    expect(note(sent.remoteId)?.content).toBe('Un sur trois')
    expect(sent.data?.['refusals']).toMatchObject([{ relay: second }, { relay: third }])
    expect(warned.join()).toContain('not on this relay')
  })

  test('refused by all, it says so in the words of one; while one is away, it may yet be taken', async () => {
    for (const url of [theirRelay, second]) network.relay(url).refuses = 'blocked: no'
    network.relay(third).isAway = true
    const waiting = await publish.publish(tools, account, delivery('Non'))
    expect(failure(waiting).kind).toBe('transient')
    Object.assign(network.relay(third), { isAway: false, refuses: 'blocked: no' })
    const refused = failure(await publish.publish(tools, account, delivery('Non')))
    expect(refused).toMatchObject({ kind: 'rejected' })
    expect(refused.kind === 'rejected' && refused.reason.fr).toContain('relay.example a refusé')
  })

  test('what did not leave is certain only when every relay says so', async () => {
    network.relay(third).isAway = true
    const lost = delivery('Où est-elle ?')
    expect(failure(await publish.confirm(tools, account, lost)).kind).toBe('transient')
    const sent = await send(lost)
    expect(value(await publish.confirm(tools, account, lost))?.remoteId).toBe(sent.remoteId)
  })

  test('a note is removed once every relay has heard it', async () => {
    const sent = await send(delivery('À retirer'))
    network.relay(second).isAway = true
    expect(failure(await publish.remove(tools, account, sent)).kind).toBe('transient')
    network.relay(second).isAway = false
    value(await publish.remove(tools, account, sent))
    expect([theirRelay, second, third].map((url) => note(sent.remoteId, url))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('a relay that was away is read from where it stopped', async () => {
    const { cursor = null } = value(await inbox.read(tools, account, null))
    network.relay(theirRelay).isAway = true
    network.happen({ content: 'Bonjour', tags: [['p', us]] })
    clock.advance(60_000)
    const during = value(await inbox.read(tools, account, cursor))
    expect(during.items).toEqual([])
    network.relay(theirRelay).isAway = false
    const after = value(await inbox.read(tools, account, during.cursor ?? cursor))
    expect(after.items.map(({ text }) => text)).toEqual(['Bonjour'])
  })
})

describe('one event for each delivery', () => {
  test('the same at every attempt, later too; another delivery of the same words is another', async () => {
    const first = await send(delivery('Une fois'))
    clock.advance(3_600_000)
    expect((await send(delivery('Une fois'))).remoteId).toBe(first.remoteId)
    const other = delivery('Une fois', { id: '9b3f0c8a-1d2e-4f60-8b0e-3a1c6f0e4d58' })
    expect((await send(other)).remoteId).not.toBe(first.remoteId)
    expect(note(first.remoteId)?.created_at).toBe(secondsOf(new Date('2026-11-25T09:00:00Z')))
  })

  test('is written down before it leaves, and that one leaves even if the account has changed since', async () => {
    const kept: Record<string, unknown>[] = []
    const images = [await pictureOf('Une table', 40, 30)]
    const keep = async (facts: Record<string, unknown>) => void kept.push(facts)
    for (const url of [theirRelay, second, third]) network.relay(url).isAway = true
    const outgoing = delivery('La table', { images })
    failure(await publish.publish({ ...tools, keep }, account, outgoing))
    for (const url of [theirRelay, second, third]) network.relay(url).isAway = false
    const moved = {
      ...account,
      settings: { ...account.settings, mediaServer: 'https://other.example' },
    }
    const again = { ...outgoing, kept: JSON.parse(JSON.stringify(kept[0])) as object }
    const { event } = kept[0] as { event: { id: string } }
    const sent = value(await publish.publish(tools, moved, again as Outgoing))
    expect(sent.remoteId).toBe(event.id)
  })
})

describe('what a note says', () => {
  test('a mention by @ leaves as an address that every app reads', async () => {
    const sent = await send(delivery(`Merci @${npub(yanis)}, et me@npub1.example`))
    expect(note(sent.remoteId)?.content).toBe(`Merci nostr:${npub(yanis)}, et me@npub1.example`)
    expect(tagged(note(sent.remoteId) ?? { tags: [] }, 'p')).toEqual([yanis])
  })

  test('pictures are uploaded by their hash and described beside the note', async () => {
    const images = [await pictureOf('Une table\nen chêne', 40, 30)]
    const sent = await send(delivery('La table', { images }))
    const [hash] = network.uploaded
    expect(note(sent.remoteId)?.content).toBe(`La table\n\n${theirMediaServer}/${hash}.png`)
    expect(note(sent.remoteId)?.tags).toContainEqual([
      'imeta',
      `url ${theirMediaServer}/${hash}.png`,
      'm image/png',
      'dim 40x30',
      'alt Une table en chêne',
      `x ${hash}`,
    ])
  })

  test('without a media server a picture is refused, and the form says none can be added', async () => {
    const bare = value(await signIn({ key: ourKey, relays: theirRelay })).account
    expect(nostr.limitsOf?.(bare)).toEqual({ imagesMax: 0 })
    const images = [await pictureOf('Une table', 40, 30)]
    const refused = await publish.publish(tools, bare, delivery('La table', { images }))
    expect(failure(refused)).toMatchObject({ kind: 'rejected', field: 'images' })
  })

  test('a media server that wants a fee is named; the account is not disconnected for it', async () => {
    const desk = await openDesk(nostr, kit)
    const answer = new Response('', { status: 401, headers: { 'x-reason': 'pay first' } })
    desk.faults.next(({ method }) => method === 'PUT', { answer })
    const images = [await pictureOf('Une table', 40, 30)]
    const refused = failure(
      await publish.publish(desk.tools, desk.account, desk.delivery('La table', { images })),
    )
    expect(refused).toMatchObject({ kind: 'rejected', field: 'images' })
    expect(refused.kind === 'rejected' && refused.reason.en).toContain('“pay first”')
  })
})

describe('who says what', () => {
  test('words that nobody signed, or that claim to come from the future, are not read', async () => {
    const forged = network.happen({ content: 'Je suis Yanis', tags: [['p', us]] })
    network.relay(theirRelay).events.set(forged.id, { ...forged, content: 'Je suis le maire' })
    const tomorrow = secondsOf(clock.now()) + 86_400
    network.happen({ content: 'Demain', tags: [['p', us]], created_at: tomorrow })
    network.happen({ content: 'Aujourd’hui', tags: [['p', us]] })
    const first = value(await inbox.read(tools, account, null))
    expect(first.items.map(({ text }) => text)).toEqual(['Aujourd’hui'])
    clock.advance(60_000)
    network.happen({ content: 'Une minute après', tags: [['p', us]] })
    const next = value(await inbox.read(tools, account, first.cursor ?? null))
    expect(next.items.map(({ text }) => text)).toEqual(['Une minute après'])
  })

  test('a hundred and twenty answers within two seconds are all read', async () => {
    const { cursor = null } = value(await inbox.read(tools, account, null))
    // A page holds a hundred: it is cut in the middle of a second.
    for (let n = 0; n < 60; n++) network.happen({ content: `A${n}`, tags: [['p', us]] })
    clock.advance(1000)
    for (let n = 0; n < 60; n++) network.happen({ content: `B${n}`, tags: [['p', us]] })
    const page = value(await inbox.read(tools, account, cursor))
    expect(new Set(page.items.map(({ text }) => text)).size).toBe(120)
  })

  test('a like is the last note it names, one for each person, and a dislike is none', async () => {
    const sent = await send(delivery('Aimée'))
    const about = (content: string, ...ids: string[]) =>
      network.happen({ kind: kinds.reaction, content, tags: ids.map((id) => ['e', id]) })
    about('+', 'f'.repeat(64), sent.remoteId)
    about('🤙', sent.remoteId)
    about('+', sent.remoteId, 'f'.repeat(64))
    network.happen({ kind: kinds.reaction, content: '-', tags: [['e', sent.remoteId]] }, ourKey)
    const counts = value(await metrics.posts(tools, account, [sent.remoteId]))
    expect(counts[sent.remoteId]?.likes).toBe(1)
  })
})

describe('connecting', () => {
  test('a new key tells the relays its name; a second time makes another', async () => {
    const one = value(await signIn({ name: 'Atelier Morel', relays: theirRelay }))
    const two = value(await signIn({ name: 'Atelier Morel', relays: theirRelay }))
    expect(one.displayName).toBe('Atelier Morel')
    expect(one.account.remoteId).not.toBe(two.account.remoteId)
    expect([...network.relay(theirRelay).events.values()].every(isAuthentic)).toBe(true)
  })

  test.each([
    ['a public address', { key: npub(us) }, 'key'],
    ['something else', { key: 'my-password' }, 'key'],
    ['a key of zeros', { key: '0'.repeat(64) }, 'key'],
    ['no relay', { key: ourKey, relays: ' ' }, 'relays'],
    ['a relay that is no address', { key: ourKey, relays: 'relay.example relay' }, 'relays'],
    ['a page of the web', { key: ourKey, relays: 'https://relay.example' }, 'relays'],
    ['a media server that is none', { key: ourKey, mediaServer: 'blossom' }, 'mediaServer'],
  ])('%s is refused by the field', async (_, fields, field) => {
    const refused = failure(await signIn({ relays: theirRelay, ...fields }))
    expect(refused).toMatchObject({ kind: 'rejected', field })
    expect(JSON.stringify(refused)).not.toContain('my-password')
  })

  test('the least of what the relays take is the longest text', async () => {
    network.relay(theirRelay).facts = { limitation: { max_content_length: 8196 } }
    network.relay(second).facts = { limitation: { max_message_length: 16_384 } }
    const { account: told } = value(await connect.check(tools, account))
    expect(nostr.limitsOf?.(told).textMax).toBe(3596)
  })

  test('an account stays connected while one relay answers', async () => {
    network.relay(theirRelay).isAway = true
    expect(value(await connect.check(tools, account)).account.remoteId).toBe(us)
  })
})

test('a note is known by its address on the web, unless it names another author', () => {
  const id = 'a'.repeat(64)
  const at = (address: string) => publish.idIn?.(account, new URL(address))
  expect(at(`https://njump.me/${nevent(id, us, [theirRelay])}`)).toBe(id)
  expect(at(`https://primal.net/e/${nevent(id, us, [])}`)).toBe(id)
  expect(at(`https://njump.me/${nevent(id, yanis, [])}`)).toBeNull()
  expect(at('https://njump.me/nevent1qqqq')).toBeNull()
  expect(at(`https://njump.me/${npub(us)}`)).toBeNull()
})
