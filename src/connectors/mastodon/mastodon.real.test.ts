import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { faultyFetch } from '#connectors/_contract/suite/faults.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { type Heard, recording } from '#connectors/_contract/suite/record.ts'
import { systemClock } from '#platform/clock.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { silentLog } from '#platform/log.ts'
import type { MastodonPerson, MastodonStatus } from '#support/servers/mastodon-person.ts'
import {
  approveOnSnac,
  createSnacAccount,
  createSnacPerson,
  type SnacAccount,
} from '#support/servers/snac-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import mastodon from './index.ts'
import { lastingId } from './status.ts'

const { connect, publish, inbox, metrics, listen } = mastodon
if (!publish || !inbox || !metrics || !listen) throw new Error('Mastodon does less than it did')

vi.setConfig({ testTimeout: 60_000 })

/** What happens between the people of snac crosses its queue, which wakes every 3 s. */
const withinSeconds = { timeout: 45_000, interval: 300 }

describe('the Mastodon API, as snac speaks it', () => {
  const snac = useServer('snac')
  let tools: Tools
  let morel: SnacAccount
  let account: Account
  let yanis: MastodonPerson

  beforeAll(async () => {
    const fetch = createFetch({ allowPrivateHosts: [snac().host] })
    tools = {
      fetch: recording(fetch, import.meta.dirname, fixtureName),
      clock: systemClock,
      log: silentLog,
    }
    morel = await createSnacAccount(snac(), 'morel')
    yanis = await createSnacPerson(snac(), 'yanis')
    account = (await signIn(morel)).account
  }, 60_000)

  const redirect = 'http://127.0.0.1/channels/callback'

  async function signIn(person: SnacAccount) {
    const begun = value(
      (await connect.begin?.(tools, { server: snac().url }, redirect, 'our-state')) ?? never,
    )
    const back = await approveOnSnac(begun.url, person)
    const finished = await connect.finish?.(tools, back.searchParams, redirect, begun.memo)
    const [connected] = [value(finished ?? never)].flat()
    if (!connected) throw new Error('nobody is connected')
    return connected
  }

  const delivery = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
    id: randomUUID(),
    plannedAt: new Date(),
    text,
    images: [],
    options: {},
    ...more,
  })

  const send = async (outgoing: Outgoing) => value(await publish.publish(tools, account, outgoing))
  const statusOf = (id: string) => yanis.get<MastodonStatus>(`/api/v1/statuses/${id}`)
  const seenByUs = async (id: string) => {
    const headers = { authorization: `Bearer ${account.secrets['accessToken']}` }
    const response = await fetch(`${snac().url}/api/v1/statuses/${id}`, { headers })
    return (await response.json()) as object
  }
  /** What the server itself says when it is asked for all at once. */
  const toldToUs = async () => {
    const headers = { authorization: `Bearer ${account.secrets['accessToken']}` }
    const response = await fetch(`${snac().url}/api/v1/notifications?limit=500`, { headers })
    const all = (await response.json()) as { status?: MastodonStatus }[]
    return all.map(({ status }) => /merci \d+\./.exec(status?.content ?? '')?.[0] ?? '')
  }
  const ownPosts = () =>
    yanis.get<MastodonStatus[]>(`/api/v1/accounts/${account.remoteId}/statuses?limit=40`)

  test('a person allows Vigie on their server, which tells its own limits', async () => {
    const connected = await signIn(morel)
    expect(connected.account.handle).toBe(`morel@${snac().host}`)
    expect(connected.displayName).toBe('morel')
    expect(mastodon.limitsOf?.(connected.account)).toMatchObject({
      textMax: 100_000,
      imagesMax: 4,
      imageMaxBytes: 16_777_216,
    })
  })

  test('a person who comes back with another state, or without having allowed, is not connected', async () => {
    const begun = value(
      (await connect.begin?.(tools, { server: snac().url }, redirect, 'our-state')) ?? never,
    )
    const back = await approveOnSnac(begun.url, morel)
    back.searchParams.set('state', 'somebody-else')
    for (const query of [
      back.searchParams,
      new URLSearchParams('error=access_denied&state=our-state'),
    ]) {
      const refused = await connect.finish?.(tools, query, redirect, begun.memo)
      expect(failure(refused ?? never).kind).toBe('rejected')
    }
  })

  test('an address where no such server is gets a sentence by the field', async () => {
    for (const server of ['not an address', 'localhost:9', `${snac().host}0`]) {
      const refused = await connect.begin?.(tools, { server }, redirect, 's')
      expect(failure(refused ?? never)).toMatchObject({ kind: 'rejected', field: 'server' })
    }
  })

  test('a thread hangs together, and our own parts do not come back as said to us', async () => {
    let replyTo: Outgoing['replyTo']
    const sent: string[] = []
    for (const words of ['1/3 Le chêne', '2/3 Le séchage', '3/3 La coupe']) {
      const outgoing = delivery(words, replyTo ? { replyTo } : {})
      const { remoteId, data } = await send(outgoing)
      expect(value(await publish.confirm(tools, account, outgoing))?.remoteId).toBe(remoteId)
      sent.push(remoteId)
      replyTo = { remoteId, data: data ?? {} }
    }
    const parents = await Promise.all(sent.map(async (id) => (await statusOf(id)).in_reply_to_id))
    expect(parents.map((id) => id && lastingId(id))).toEqual([null, sent[0], sent[1]])
    const { items } = value(await inbox.read(tools, account, null))
    expect(items.filter(({ author }) => author.remoteId === account.remoteId)).toEqual([])
  })

  test('a post leaves with its pictures, each described', async () => {
    const images = [await pictureOf('Une table en chêne'), await pictureOf('Un banc')]
    const sent = await send(delivery('Dimanche à l’atelier #meuble', { images, language: 'fr-FR' }))
    const status = await statusOf(sent.remoteId)
    expect(status.content).toContain('Dimanche à l’atelier')
    expect(status.media_attachments.map(({ description }) => description)).toEqual([
      'Une table en chêne',
      'Un banc',
    ])
    expect(sent.url).toContain(snac().url)
  })

  test('a poll leaves with its choices, and its votes come back', async () => {
    const asked = { choices: ['Chêne', 'Noyer', 'Hêtre'], minutes: 60, multiple: false }
    const sent = await send(delivery('Quel bois ?', { poll: asked }))
    const { poll } = await statusOf(sent.remoteId)
    expect(poll?.options.map(({ title }) => title)).toEqual(asked.choices)
    const tally = async () => value((await publish.readPoll?.(tools, account, sent)) ?? never)
    expect(await tally()).toMatchObject({
      choices: asked.choices.map((label) => ({ label, votes: 0 })),
      closed: false,
    })
    expect((await tally()).closesAt.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000)
    await yanis.vote(poll?.id ?? '', 1)
    await vi.waitFor(
      async () => expect((await tally()).choices?.map(({ votes }) => votes)).toEqual([0, 1, 0]),
      withinSeconds,
    )
  })

  test('a content warning leaves, and a followers-only post is not public', async () => {
    const options = { spoiler: 'Photos de copeaux', visibility: 'private' }
    const sent = await send(delivery('Le chantier', { options }))
    const status = value(
      await publish.confirm(tools, account, delivery('Le chantier', { options })),
    )
    expect(status?.remoteId).toBe(sent.remoteId)
    const seen = await ownPosts()
    expect(seen.map(({ id }) => lastingId(id))).not.toContain(sent.remoteId)
  })

  test.each([
    ['a reset after the server accepted', 'reset-after'],
    ['a timeout after the server accepted', 'timeout-after'],
  ] as const)(
    '%s: reading back finds the post, so that none is sent twice',
    async (name, fault) => {
      const stormy = faultyFetch(tools.fetch)
      stormy.next(
        ({ method, url }) => method === 'POST' && url.pathname.endsWith('/statuses'),
        fault,
      )
      const text = `Sous l’orage *${name}*, voir https://atelier-morel.fr/a_b?c=1&d=2 @yanis`
      const outgoing = delivery(text, { images: [await pictureOf('Un éclair')] })
      const lost = await publish.publish({ ...tools, fetch: stormy.fetch }, account, outgoing)
      expect(failure(lost).kind).toBe('unknown-outcome')
      const found = value(await publish.confirm(tools, account, outgoing))
      expect(found?.url).toContain(snac().url)
      const same = (await ownPosts()).filter((status) => status.content.includes(name))
      expect(same).toHaveLength(1)
    },
  )

  test('reading back does not take one post for another', async () => {
    const image = await pictureOf('Une chaise')
    await send(delivery('La chaise est prête'))
    const others = [
      delivery('La chaise est prête', { images: [image] }),
      delivery('La chaise est prêtée'),
      delivery('La chaise est prête', { options: { spoiler: 'Bois' } }),
      delivery('La chaise est prête', { plannedAt: new Date(Date.now() + 3_600_000) }),
    ]
    for (const other of others) {
      expect(value(await publish.confirm(tools, account, other))).toBeNull()
    }
  })

  test('a removed post is gone for good', async () => {
    const outgoing = delivery('Oups')
    const sent = await send(outgoing)
    value(await publish.remove(tools, account, sent))
    value(await publish.remove(tools, account, sent))
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
  })

  test('likes, boosts and answers are counted, and followers', async () => {
    const sent = await send(delivery('Une table en chêne massif'))
    await yanis.favourite(sent.remoteId)
    await yanis.boost(sent.remoteId)
    await yanis.follow('morel')
    const read = async () => value(await metrics.posts(tools, account, [sent.remoteId, 'nothing']))
    await vi.waitFor(
      async () =>
        expect(await read()).toEqual({
          [sent.remoteId]: expect.objectContaining({ likes: 1, reposts: 1, replies: 0 }),
        }),
      withinSeconds,
    )
    await vi.waitFor(
      async () =>
        expect(value(await metrics.channel(tools, account))).toMatchObject({ followers: 1 }),
      withinSeconds,
    )
  }, 40_000)

  test('an answer and a private message come into the inbox; ours reach the thread, as private as asked', async () => {
    const { cursor = null } = value(await inbox.read(tools, account, null))
    const sent = await send(delivery('Qui veut un banc ?'))
    await yanis.reply(sent.remoteId, '@morel Moi !')
    await yanis.post('@morel Entre nous', [['visibility', 'direct']])
    const page = await vi.waitFor(async () => {
      const read = value(await inbox.read(tools, account, cursor))
      expect(read.items).toHaveLength(2)
      return read
    }, withinSeconds)
    const comment = page.items.find(({ kind }) => kind === 'comment')
    const message = page.items.find(({ kind }) => kind === 'message')
    expect(comment).toMatchObject({ threadId: sent.remoteId, inReplyTo: sent.remoteId })
    expect(comment?.text).toContain('Moi !')
    expect(comment?.author.handle).toBe(`yanis@${snac().host}`)
    expect(value(await inbox.read(tools, account, page.cursor ?? null)).items).toEqual([])

    for (const [asked, visibility] of [
      [comment, 'public'],
      [message, 'direct'],
    ] as const) {
      const replyTo = { remoteId: asked?.remoteId ?? '', data: asked?.data }
      const ours = await send(delivery('Il est à vous', { replyTo }))
      expect(await seenByUs(ours.remoteId)).toMatchObject({
        visibility,
        in_reply_to_id: expect.stringContaining(asked?.remoteId.slice(10) ?? 'nothing'),
        content: expect.stringContaining('yanis'),
      })
    }
  }, 30_000)

  test('a backlog of more than a page is read whole, none twice', async () => {
    const { cursor = null } = value(await inbox.read(tools, account, null))
    // snac keeps the last 64 notifications of a person, and may deliver some minutes later.
    for (let n = 0; n < 60; n++) await yanis.post(`@morel merci ${n}.`)
    const told = await vi.waitFor(
      async () => {
        const all = (await toldToUs()).filter((words) => words !== '')
        expect(all.length).toBeGreaterThan(45)
        return all
      },
      { timeout: 60_000, interval: 500 },
    )
    const { items } = value(await inbox.read(tools, account, cursor))
    const read = items.map(({ text }) => /merci \d+\./.exec(text)?.[0])
    expect(read).toEqual(expect.arrayContaining(told))
    expect(new Set(read).size).toBe(read.length)
  }, 90_000)

  test('a tag and a word find what others write, once', async () => {
    const source = { terms: ['#ebenisterie', 'varlope'] }
    const { cursor = null } = value(await listen.read(tools, account, source, null))
    await yanis.post('Bel ouvrage #ebenisterie')
    const found = value(await listen.read(tools, account, source, cursor))
    expect(found.items.map(({ text }) => text)).toEqual(['Bel ouvrage #ebenisterie'])
    const again = value(await listen.read(tools, account, source, found.cursor ?? null))
    expect(again.items).toEqual([])
  })

  test('a token that is not known asks the person to connect again, reading or writing', async () => {
    const forged = { ...account, secrets: { ...account.secrets, accessToken: 'nothing' } }
    expect(failure(await connect.check(tools, forged)).kind).toBe('auth')
    expect(failure(await inbox.read(tools, forged, null)).kind).toBe('auth')
    expect(failure(await publish.publish(tools, forged, delivery('Jamais'))).kind).toBe('auth')
  })

  test('a revoked access opens nothing any more', async () => {
    const other = (await signIn(morel)).account
    value((await connect.revoke?.(tools, other)) ?? never)
    expect(failure(await connect.check(tools, other)).kind).toBe('auth')
    value((await connect.revoke?.(tools, other)) ?? never)
  })
})

const never = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

function fixtureName({ method, url, status }: Heard): string {
  const path = url.pathname
    .replace(/^\/(api\/v\d\/)?/, '')
    .replace(/[0-9a-f]{16,}|post-[0-9a-f]+\.png|nothing/g, 'id')
    .replaceAll('/', '-')
  return `${method.toLowerCase()}-${path}${status === 200 ? '' : `-${status}`}`
}
