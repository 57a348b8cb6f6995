import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Account, Connected, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { createSockets } from '#platform/fetch/sockets.ts'
import { silentLog } from '#platform/log.ts'
import { NostrPerson } from '#support/servers/nostr-person.ts'
import { useServer } from '#support/servers/use-server.ts'
import { npub } from './bech32.ts'
import nostr from './index.ts'

const { connect, publish, inbox, metrics, listen } = nostr
if (!publish || !inbox || !metrics || !listen) throw new Error('Nostr does less than it did')
const never = { ok: false, failure: { kind: 'transient', detail: 'no such door' } } as const

describe('Nostr, on relays of its own', () => {
  const relays = useServer('nostr-relays')
  let tools: Tools
  let connected: Connected
  let account: Account
  let yanis: NostrPerson

  beforeAll(async () => {
    const { urls, membersUrl } = relays()
    const allowPrivateHosts = [...urls, membersUrl].map((url) => new URL(url).host)
    tools = {
      fetch: createFetch({ allowPrivateHosts }),
      socket: createSockets({ allowPrivateHosts }),
      clock: systemClock,
      log: silentLog,
    }
    connected = value(await signIn({ name: 'Atelier Morel', relays: urls.join(' ') }))
    account = connected.account
    yanis = new NostrPerson(urls[0])
    await yanis.say({ kind: 0, content: JSON.stringify({ name: 'yanis', display_name: 'Yanis' }) })
  })

  const signIn = async (fields: Record<string, string>) =>
    (await connect.withCredentials?.(tools, fields)) ?? never

  const delivery = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
    id: randomUUID(),
    plannedAt: new Date(),
    text,
    images: [],
    options: {},
    ...more,
  })

  const send = async (outgoing: Outgoing) => value(await publish.publish(tools, account, outgoing))

  /** What another person finds on each of the two relays. */
  const onBoth = (filter: object) =>
    Promise.all(relays().urls.map((url) => new NostrPerson(url).find(filter)))

  test('a new account is made without anybody’s leave, and is known by its name', async () => {
    expect(connected.displayName).toBe('Atelier Morel')
    const [profiles] = await onBoth({ kinds: [0], authors: [account.remoteId] })
    expect(profiles?.map(({ content }) => JSON.parse(content))).toEqual([{ name: 'Atelier Morel' }])
    const [lists] = await onBoth({ kinds: [10002], authors: [account.remoteId] })
    expect(lists?.[0]?.tags).toEqual(relays().urls.map((url) => ['r', url]))
    const again = value(
      await signIn({ key: account.secrets['key'] ?? '', relays: relays().urls[1] }),
    )
    expect(again.account.remoteId).toBe(account.remoteId)
  })

  test('a relay that is not there is named', async () => {
    const nobody = 'ws://127.0.0.1:9'
    const failed = failure(await signIn({ relays: `${relays().urls[0]} ${nobody}` }))
    expect(failed).toMatchObject({ kind: 'rejected', field: 'relays' })
  })

  test('a note goes to every relay, with its people and its tags', async () => {
    const text = `Dimanche 🪵 avec nostr:${npub(yanis.pubkey)} : https://atelier-morel.fr #Chêne`
    const sent = await send(delivery(text))
    for (const [note] of await onBoth({ ids: [sent.remoteId] })) {
      expect(note).toMatchObject({ kind: 1, content: text, pubkey: account.remoteId })
      expect(note?.tags).toEqual(
        expect.arrayContaining([
          ['p', yanis.pubkey],
          ['t', 'chêne'],
        ]),
      )
    }
  })

  test('the same delivery sent three times makes one note, read back until it is removed', async () => {
    const outgoing = delivery('Une seule fois')
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
    const ids = [await send(outgoing), await send(outgoing), await send(outgoing)]
    expect(new Set(ids.map(({ remoteId }) => remoteId)).size).toBe(1)
    const found = value(await publish.confirm(tools, account, outgoing))
    expect(found).toEqual(ids[0])
    value(await publish.remove(tools, account, { remoteId: ids[0]?.remoteId ?? '' }))
    value(await publish.remove(tools, account, { remoteId: ids[0]?.remoteId ?? '' }))
    expect(await onBoth({ ids: [ids[0]?.remoteId] })).toEqual([[], []])
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
  })

  test('an answer and a mention come in, and our answer lands in the thread', async () => {
    const ours = await send(delivery('Qui veut un banc ?'))
    const before = value(await inbox.read(tools, account, null)).cursor ?? null
    const named = ['p', account.remoteId]
    const root = ['e', ours.remoteId, '', 'root']
    const asked = await yanis.say({ content: 'Moi !', tags: [root, named] })
    const later = asked.created_at + 1
    await yanis.say({ content: 'Bravo', tags: [named], created_at: later })
    // Without naming us.
    await yanis.say({ content: 'Et moi', tags: [root], created_at: later + 1 })
    const page = value(await inbox.read(tools, account, before))
    expect(page.items.map(({ kind, text }) => [kind, text])).toEqual([
      ['comment', 'Moi !'],
      ['mention', 'Bravo'],
      ['comment', 'Et moi'],
    ])
    const [comment] = page.items
    expect(comment).toMatchObject({
      threadId: ours.remoteId,
      inReplyTo: ours.remoteId,
      author: { name: 'Yanis', remoteId: yanis.pubkey },
    })
    expect(value(await inbox.read(tools, account, page.cursor ?? null)).items).toEqual([])

    const replyTo = { remoteId: asked.id, data: comment?.data }
    const kept = await send(delivery('Il est à vous', { replyTo }))
    // On the second relay nobody knows Yanis: what was kept is enough, what is not is looked up.
    const looked = await send(delivery('Vraiment', { replyTo: { remoteId: asked.id } }))
    for (const { remoteId } of [kept, looked]) {
      const [note] = await yanis.find({ ids: [remoteId] })
      expect(note?.tags).toEqual(
        expect.arrayContaining([root, ['e', asked.id, '', 'reply'], ['p', yanis.pubkey]]),
      )
    }
  })

  test('likes, reposts, answers and quotes are counted; a note that is gone is left out', async () => {
    const [loved, gone] = [await send(delivery('Une table')), await send(delivery('Retirée'))]
    value(await publish.remove(tools, account, gone))
    const about = [
      ['e', loved.remoteId],
      ['p', account.remoteId],
    ]
    await yanis.say({ kind: 7, content: '+', tags: about })
    await yanis.say({ kind: 7, content: '🤙', tags: about })
    await new NostrPerson(relays().urls[1]).say({ kind: 7, content: '-', tags: about })
    await new NostrPerson(relays().urls[1]).say({ kind: 6, content: '', tags: about })
    await yanis.say({ content: 'Belle', tags: [['e', loved.remoteId, '', 'root']] })
    await yanis.say({ content: 'Voyez', tags: [['q', loved.remoteId]] })
    const counts = value(await metrics.posts(tools, account, [loved.remoteId, gone.remoteId]))
    expect(counts).toEqual({
      [loved.remoteId]: { likes: 1, reposts: 1, replies: 1, quotes: 1 },
    })
    expect(value(await metrics.channel(tools, account))).toEqual({ following: 0 })
  })

  test('a backlog of 230 mentions is read whole, none twice', async () => {
    const before = value(await inbox.read(tools, account, null)).cursor ?? null
    const now = Math.floor(Date.now() / 1000)
    const words = Array.from({ length: 230 }, (_, n) => `Merci ${n}`)
    for (const [n, content] of words.entries()) {
      const tags = [['p', account.remoteId]]
      await yanis.say({ content, tags, created_at: now - 230 + n })
    }
    const read: string[] = []
    let cursor = before
    for (let calls = 0; calls < 4; calls++) {
      const page = value(await inbox.read(tools, account, cursor))
      read.push(...page.items.map(({ text }) => text))
      cursor = page.cursor ?? cursor
    }
    expect(read).toEqual(words)
  })

  test('what bears a word as its hashtag is found on all relays, once, with its author', async () => {
    const tags = [['t', 'ebenisterie']]
    const note = await yanis.say({ content: 'Un bureau', tags })
    await yanis.say({ content: 'Rien à voir' })
    const search = { terms: ['Ebenisterie'] }
    const page = value(await listen.read(tools, account, search, null))
    expect(page.items).toMatchObject([{ remoteId: note.id, author: { name: 'Yanis' } }])
    expect(page.trouble?.en).toContain('NIP-50')
    const next = value(await listen.read(tools, account, search, page.cursor ?? null))
    expect(next.items).toEqual([])
  })

  test('a relay that wants to know who writes is told, and takes the note', async () => {
    const relayed = { key: account.secrets['key'] ?? '', relays: relays().membersUrl }
    const { account: member } = value(await signIn(relayed))
    const outgoing = delivery('Entre nous')
    const sent = value(await publish.publish(tools, member, outgoing))
    expect(value(await publish.confirm(tools, member, outgoing))?.remoteId).toBe(sent.remoteId)
    const stranger = new NostrPerson(relays().membersUrl)
    await expect(stranger.say({ content: 'Et moi ?' })).rejects.toThrow('auth-required')
  })
})
