import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { recording } from '#connectors/_contract/suite/record.ts'
import { systemClock } from '#platform/clock.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { silentLog } from '#platform/log.ts'
import {
  type BlueskyPerson,
  catchUpBluesky,
  createAppPassword,
  createBlueskyPerson,
} from '#support/servers/bluesky-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import bluesky from './index.ts'
import { type Facet, fixtureName, mentionOf, wordsOf } from './real-facts.ts'

interface Reply {
  root: { uri: string }
  parent: { uri: string }
}

const { connect, publish, inbox, metrics, listen } = bluesky
if (!publish || !inbox || !metrics || !listen) throw new Error('Bluesky does less than it did')

const film = new URL('../../domain/publishing/media/video/fixtures/essai.mp4', import.meta.url)

describe('Bluesky, on a network of its own', () => {
  const network = useServer('bluesky-network')
  let tools: Tools
  let account: Account
  let morel: BlueskyPerson
  let yanis: BlueskyPerson

  beforeAll(async () => {
    const host = new URL(network().url).host
    const fetch = createFetch({ allowPrivateHosts: [host] })
    tools = {
      fetch: recording(fetch, import.meta.dirname, fixtureName),
      clock: systemClock,
      log: silentLog,
    }
    morel = await createBlueskyPerson(network(), 'atelier-morel.test')
    yanis = await createBlueskyPerson(network(), 'yanis.test')
    account = await signIn(await createAppPassword(morel))
  })

  async function signIn(appPassword: string): Promise<Account> {
    const fields = { handle: 'atelier-morel.test', appPassword, server: network().url }
    const connected = value((await connect.withCredentials?.(tools, fields)) ?? never)
    return connected.account
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

  const recordOf = async (remoteId: string) => {
    const { data } = await morel.agent.getPosts({ uris: [remoteId] })
    return data.posts[0]
  }

  test('an app password connects; a wrong one is refused with a sentence by the field', async () => {
    expect(account).toMatchObject({ remoteId: morel.did, handle: 'atelier-morel.test' })
    const fields = { handle: 'atelier-morel.test', server: network().url }
    const wrong = { ...fields, appPassword: 'aaaa-bbbb-cccc-dddd' }
    const refused = failure((await connect.withCredentials?.(tools, wrong)) ?? never)
    expect(refused).toMatchObject({ kind: 'rejected', field: 'appPassword' })
  })

  test('the main password is never sent', async () => {
    const fields = { handle: 'atelier-morel.test', server: network().url }
    const asked: string[] = []
    const watched: Tools = { ...tools, fetch: (url) => Promise.reject(asked.push(String(url))) }
    const main = { ...fields, appPassword: morel.password }
    const refused = failure((await connect.withCredentials?.(watched, main)) ?? never)
    expect(refused).toMatchObject({ kind: 'rejected', field: 'appPassword' })
    expect(asked).toEqual([])
  })

  test('a post leaves with its links, mentions and tags in bytes, its language and its picture', async () => {
    const text = 'Dimanche à l’atelier 🪵 avec @yanis.test : https://atelier-morel.fr/tables #chêne'
    const images = [await pictureOf('Une table en chêne'), await pictureOf('Un banc', 800, 600)]
    const sent = await send(delivery(text, { language: 'fr-FR', images }))
    await catchUpBluesky(network())
    const post = await recordOf(sent.remoteId)
    const record = post?.record as { text: string; langs: string[]; facets: Facet[] }
    expect(record).toMatchObject({ text, langs: ['fr-FR'] })
    expect(record.facets.map((facet) => wordsOf(text, facet))).toEqual([
      '@yanis.test',
      'https://atelier-morel.fr/tables',
      '#chêne',
    ])
    expect(record.facets[0]?.features[0]).toMatchObject({ did: yanis.did })
    expect(post?.embed).toMatchObject({
      images: [
        { alt: 'Une table en chêne', aspectRatio: { width: 640, height: 480 } },
        { alt: 'Un banc', aspectRatio: { width: 800, height: 600 } },
      ],
    })
  })

  test('a video leaves to the account’s own server, described', async () => {
    const bytes = readFileSync(film)
    const size = { type: 'video/mp4', width: 160, height: 90, seconds: 2 }
    const video = { file: new Blob([bytes], { type: 'video/mp4' }), ...size, alt: 'Le rabot' }
    const sent = await send(delivery('À l’établi', { video }))
    const [, , repo = '', collection = '', rkey = ''] = sent.remoteId.split('/')
    const { data } = await morel.agent.com.atproto.repo.getRecord({ repo, collection, rkey })
    expect(data.value).toMatchObject({
      embed: {
        $type: 'app.bsky.embed.video',
        alt: 'Le rabot',
        aspectRatio: { width: 160, height: 90 },
        video: { mimeType: 'video/mp4', size: bytes.length },
      },
    })
  })

  test('four pictures leave; a heavier one is refused before it is sent', async () => {
    const names = ['Face', 'Dos', 'Profil', 'Détail']
    const images = await Promise.all(names.map((name) => pictureOf(name)))
    const sent = await send(delivery('Quatre vues de la même chaise', { images }))
    await catchUpBluesky(network())
    const embed = (await recordOf(sent.remoteId))?.embed as { images: { alt: string }[] }
    expect(embed.images.map(({ alt }) => alt)).toEqual(names)
    const heavy = { ...(await pictureOf('Trop lourde')), bytes: new Uint8Array(2_000_001) }
    const refused = await publish.publish(tools, account, delivery('Non', { images: [heavy] }))
    expect(failure(refused)).toMatchObject({ kind: 'rejected', field: 'images' })
  })

  test('the same delivery sent three times makes one post', async () => {
    const outgoing = delivery('Une seule fois, s’il vous plaît')
    const sent = await send(outgoing)
    expect((await send(outgoing)).remoteId).toBe(sent.remoteId)
    expect((await send(outgoing)).remoteId).toBe(sent.remoteId)
    const { data } = await morel.agent.com.atproto.repo.listRecords({
      repo: morel.did,
      collection: 'app.bsky.feed.post',
    })
    const same = data.records.filter((r) => (r.value as { text: string }).text === outgoing.text)
    expect(same).toHaveLength(1)
  })

  test('reading back says whether a delivery left, and no longer once it is removed', async () => {
    const outgoing = delivery('Partie ou pas partie')
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
    const sent = await send(outgoing)
    expect(value(await publish.confirm(tools, account, outgoing))).toEqual(sent)
    value(await publish.remove(tools, account, sent))
    value(await publish.remove(tools, account, sent))
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
  })

  test('a thread leaves at once, before the network shows its beginning, and hangs together', async () => {
    const told = async () => value(await inbox.read(tools, account, null)).items.length
    const saidBefore = await told()
    let replyTo: Outgoing['replyTo']
    const sent: string[] = []
    for (const words of ['1/3 Le chêne', '2/3 Le séchage', '3/3 La coupe']) {
      const { remoteId, data } = await send(delivery(words, replyTo ? { replyTo } : {}))
      sent.push(remoteId)
      replyTo = { remoteId, data: data ?? {} }
    }
    await catchUpBluesky(network())
    const records = await Promise.all(sent.map(recordOf))
    const refs = records.map((post) => (post?.record as { reply?: Reply } | undefined)?.reply)
    expect(refs.map((reply) => [reply?.root.uri, reply?.parent.uri])).toEqual([
      [undefined, undefined],
      [sent[0], sent[0]],
      [sent[0], sent[1]],
    ])
    const { data } = await yanis.agent.getPostThread({ uri: sent[2] ?? '' })
    expect(data.thread).toMatchObject({ parent: { post: { uri: sent[1] } } })
    // We do not answer ourselves from the inbox.
    expect(await told()).toBe(saidBefore)
  })

  test('the server itself refuses 301 graphemes and 3,001 bytes, as we count them', async () => {
    const family = '👨‍👩‍👧‍👧'
    for (const text of ['é'.repeat(301), family.repeat(121)]) {
      const limit = bluesky.manifest.text?.max.value ?? 0
      expect(bluesky.text.count(text)).toBeGreaterThan(limit)
      expect(await refusalOf({ text })).toMatch(/too big/)
    }
    const blob = await morel.agent.uploadBlob(new Uint8Array(2_000_001), { encoding: 'image/png' })
    const images = [{ image: blob.data.blob.toJSON(), alt: '' }]
    const embed = { $type: 'app.bsky.embed.images', images }
    expect(await refusalOf({ text: 'Trop lourd', embed })).toMatch(/blob too big/)
    await send(delivery('é'.repeat(300)))
    await send(delivery(family.repeat(120)))
  })

  test('likes, reposts, answers and followers are counted; a post that is gone is left out', async () => {
    const sent = await send(delivery('Une table en chêne massif'))
    const cid = String(sent.data?.['cid'])
    await yanis.agent.like(sent.remoteId, cid)
    await yanis.agent.repost(sent.remoteId, cid)
    await yanis.agent.follow(morel.did)
    await catchUpBluesky(network())
    const gone = `at://${morel.did}/app.bsky.feed.post/3kabcdefghi2z`
    const counts = value(await metrics.posts(tools, account, [sent.remoteId, gone]))
    expect(counts).toEqual({
      [sent.remoteId]: expect.objectContaining({ likes: 1, reposts: 1, replies: 0, quotes: 0 }),
    })
    expect(value(await metrics.channel(tools, account))).toMatchObject({ followers: 1 })
  })

  test('an answer, a mention and a quote come into the inbox, and our answer reaches the thread', async () => {
    const sent = await send(delivery('Qui veut un banc ?'))
    await catchUpBluesky(network())
    const ref = { uri: sent.remoteId, cid: String(sent.data?.['cid']) }
    const before = value(await inbox.read(tools, account, null)).cursor ?? null
    const answer = await yanis.agent.post({
      text: 'Moi !',
      reply: { root: ref, parent: ref },
    })
    await yanis.agent.post({
      text: 'Bravo @atelier-morel.test',
      facets: [mentionOf(morel.did, 6, 25)],
    })
    await yanis.agent.post({
      text: 'À voir',
      embed: { $type: 'app.bsky.embed.record', record: ref },
    })
    await catchUpBluesky(network())
    const page = value(await inbox.read(tools, account, before))
    expect(page.items.map(({ kind, text }) => [kind, text])).toEqual([
      ['comment', 'Moi !'],
      ['mention', 'Bravo @atelier-morel.test'],
      ['mention', 'À voir'],
    ])
    const [comment] = page.items
    expect(comment).toMatchObject({
      remoteId: answer.uri,
      threadId: sent.remoteId,
      inReplyTo: sent.remoteId,
      author: { handle: 'yanis.test' },
    })
    expect(value(await inbox.read(tools, account, page.cursor ?? null)).items).toEqual([])

    const replyTo = { remoteId: answer.uri, data: comment?.data }
    const ours = await send(delivery('Il est à vous', { replyTo }))
    const fromNothing = await send(delivery('On vous écrit', { replyTo: { remoteId: answer.uri } }))
    await catchUpBluesky(network())
    for (const { remoteId } of [ours, fromNothing]) {
      const record = (await recordOf(remoteId))?.record as { reply: unknown }
      expect(record.reply).toMatchObject({
        root: { uri: sent.remoteId },
        parent: { uri: answer.uri },
      })
    }
  })

  test('a backlog of 230 mentions is read whole, none twice', async () => {
    const before = value(await inbox.read(tools, account, null)).cursor ?? null
    const writes = Array.from({ length: 230 }, (_, n) => ({
      $type: 'com.atproto.repo.applyWrites#create' as const,
      collection: 'app.bsky.feed.post',
      value: {
        $type: 'app.bsky.feed.post',
        text: `Merci @atelier-morel.test ${n}`,
        facets: [mentionOf(morel.did, 6, 25)],
        createdAt: new Date(Date.now() + n).toISOString(),
      },
    }))
    for (let start = 0; start < writes.length; start += 100) {
      const batch = writes.slice(start, start + 100)
      await yanis.agent.com.atproto.repo.applyWrites({ repo: yanis.did, writes: batch })
    }
    await catchUpBluesky(network())
    const page = value(await inbox.read(tools, account, before))
    // A network that indexes several at once may date them in another order than they were written.
    const texts = page.items.map(({ text }) => text).toSorted()
    expect(texts).toEqual(writes.map((write) => write.value.text).toSorted())
  })

  test('a search finds what others write, once', async () => {
    const source = { terms: ['menuiserie'] }
    const first = value(await listen.read(tools, account, source, null))
    await yanis.agent.post({ text: 'La menuiserie d’en face est superbe' })
    await catchUpBluesky(network())
    const second = value(await listen.read(tools, account, source, first.cursor ?? null))
    expect(second.items).toMatchObject([
      { text: 'La menuiserie d’en face est superbe', author: { handle: 'yanis.test' } },
    ])
    const third = value(await listen.read(tools, account, source, second.cursor ?? null))
    expect(third.items).toEqual([])
  })

  test('the check brings name and handle up to date', async () => {
    await morel.agent.upsertProfile(() => ({ displayName: 'Atelier Morel' }))
    await catchUpBluesky(network())
    const checked = value(await connect.check(tools, account))
    expect(checked).toMatchObject({ displayName: 'Atelier Morel' })
    expect(checked.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 3_600_000)
  })

  test('renewed secrets work; a closed session asks the person to connect again', async () => {
    const ours = await signIn(await createAppPassword(morel, 'A second one'))
    const renewed = value((await connect.refresh?.(tools, ours)) ?? never)
    const fresh = { ...ours, secrets: renewed.secrets }
    value(await connect.check(tools, fresh))
    value((await connect.revoke?.(tools, fresh)) ?? never)
    expect(failure((await connect.refresh?.(tools, fresh)) ?? never)).toMatchObject({
      kind: 'auth',
    })
    const forged = { ...fresh, secrets: { accessJwt: 'nothing', refreshJwt: 'nothing' } }
    expect(failure(await connect.check(tools, forged))).toMatchObject({ kind: 'auth' })
    const sent = await publish.publish(tools, forged, delivery('Jamais'))
    expect(failure(sent)).toMatchObject({ kind: 'auth' })
  })

  /** What the server says when this record is sent as it is, past our own checks. */
  async function refusalOf(record: object): Promise<string> {
    const createdAt = new Date().toISOString()
    const response = await tools.fetch(`${network().url}/xrpc/com.atproto.repo.createRecord`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${account.secrets['accessJwt']}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        repo: account.remoteId,
        collection: 'app.bsky.feed.post',
        record: { $type: 'app.bsky.feed.post', createdAt, ...record },
      }),
      allowHttp: true,
    })
    return ((await response.json()) as { message?: string }).message ?? ''
  }
})

const never = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
