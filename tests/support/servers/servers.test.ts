import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { AtpAgent } from '@atproto/api'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { Client } from 'pg'
import { ImapFlow } from 'imapflow'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { startOwnServer } from '../../servers/postgres/own-server.ts'

import { createAppPassword, createBlueskyPerson, catchUpBluesky } from './bluesky-people.ts'
import { bootServer } from './boot-server.ts'
import { cacheRoot } from './cache.ts'
import { openRun } from './run.ts'
import { createSnacAccount, createSnacPerson, snacToken } from './snac-people.ts'
import { fetchAlone } from './fetch-alone.ts'
import { createGhostKey } from './ghost-people.ts'
import { MastodonPerson } from './mastodon-person.ts'
import { NostrPerson } from './nostr-person.ts'
import { askWiki, createWikiPerson } from './mediawiki-people.ts'
import { useServer } from './use-server.ts'
import { askWordPress, commentOnWordPress, createWordPressPerson } from './wordpress-people.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

afterEach(() => vi.unstubAllEnvs())

describe('the Bluesky PDS', () => {
  const pds = useServer('bluesky-pds')

  it('lets an app password publish a post with a described picture', async () => {
    const camille = await createBlueskyPerson(pds(), 'camille.test')
    const agent = new AtpAgent({ service: pds().url })
    await agent.login({ identifier: camille.handle, password: await createAppPassword(camille) })

    const { data } = await agent.uploadBlob(PIXEL, { encoding: 'image/png' })
    const images = [{ image: data.blob, alt: 'Une table en chêne' }]
    const embed = { $type: 'app.bsky.embed.images', images }
    await agent.post({ text: 'La table du salon', embed })

    const records = await agent.com.atproto.repo.listRecords({
      repo: camille.did,
      collection: 'app.bsky.feed.post',
    })
    expect(records.data.records).toMatchObject([
      { value: { text: 'La table du salon', embed: { images: [{ alt: 'Une table en chêne' }] } } },
    ])
  })
})

describe('NATS', () => {
  const nats = useServer('nats')

  it('keeps what it is given on its disk, and hands it out', async () => {
    const connection = await connect({ servers: new URL(nats().url).host })
    const manager = await jetstreamManager(connection)
    await manager.streams.add({ name: 'letters', subjects: ['letters'] })
    await manager.consumers.add('letters', { durable_name: 'yanis', ack_policy: 'explicit' })
    const stream = jetstream(connection)
    await stream.publish('letters', 'Bonjour')
    const letter = await (await stream.consumers.get('letters', 'yanis')).next()
    expect(letter?.string()).toBe('Bonjour')
    await connection.close()
  })
})

describe('the Bluesky network', () => {
  const network = useServer('bluesky-network')

  it('counts, notifies and finds what other people do once it has caught up', async () => {
    const camille = await createBlueskyPerson(network(), 'camille.test')
    const yanis = await createBlueskyPerson(network(), 'yanis.test')
    const post = await camille.agent.post({ text: 'Une table en chêne massif' })
    await yanis.agent.like(post.uri, post.cid)
    await yanis.agent.repost(post.uri, post.cid)
    await yanis.agent.post({ text: 'Superbe !', reply: { root: post, parent: post } })
    await yanis.agent.follow(camille.did)
    await catchUpBluesky(network())

    const { posts } = (await camille.agent.getPosts({ uris: [post.uri] })).data
    expect(posts).toMatchObject([{ likeCount: 1, repostCount: 1, replyCount: 1 }])
    const reasons = async () => {
      const { notifications } = (await camille.agent.listNotifications()).data
      return notifications.map(({ reason }) => reason).toSorted()
    }
    const all = ['follow', 'like', 'reply', 'repost']
    await vi.waitFor(async () => expect(await reasons()).toEqual(all), { timeout: 60_000 })
    const anyone = new AtpAgent({ service: network().appviewUrl })
    const found = await anyone.app.bsky.feed.searchPosts({ q: 'chêne' })
    expect(found.data.posts).toMatchObject([{ uri: post.uri }])
  }, 80_000)
})

describe('Dovecot', () => {
  const dovecot = useServer('dovecot')

  it('opens a mailbox of its own for anybody who knows the password', async () => {
    const { port, password: pass } = dovecot()
    const options = { host: '127.0.0.1', port, secure: false, logger: false } as const
    const camille = new ImapFlow({ ...options, auth: { user: 'camille', pass } })
    await camille.connect()
    expect(await camille.status('INBOX', { messages: true })).toMatchObject({ messages: 0 })
    camille.close()
    const wrong = new ImapFlow({ ...options, auth: { user: 'camille', pass: 'wrong' } })
    await expect(wrong.connect()).rejects.toMatchObject({ authenticationFailed: true })
  })
})

describe('snac, which speaks the Mastodon API', () => {
  const snac = useServer('snac')

  it('gives a token to who approves in the browser, and none to a wrong password', async () => {
    const camille = await createSnacAccount(snac(), 'camille')
    const token = await snacToken(snac(), camille)
    const me = await new MastodonPerson(snac().url, 'camille', token).get(
      '/api/v1/accounts/verify_credentials',
    )
    expect(me).toMatchObject({ username: 'camille' })
    await expect(snacToken(snac(), { ...camille, password: 'wrong' })).rejects.toThrow('camille in')
  })

  it('publishes a picture with its description, and a poll that people vote in', async () => {
    const sofia = await createSnacPerson(snac(), 'sofia')
    const form = new FormData()
    form.set('file', new Blob([PIXEL], { type: 'image/png' }), 'table.png')
    form.set('description', 'Une table en chêne')
    const sent = await fetchAlone(`${snac().url}/api/v2/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sofia.token}` },
      body: form,
    })
    const media = (await sent.json()) as { id: string }
    const post = await sofia.post('La table du salon', [['media_ids[]', media.id]])
    expect(post.media_attachments).toMatchObject([{ description: 'Une table en chêne' }])

    const question = await sofia.post('Chêne ou noyer ?', [
      ['poll[options][]', 'Chêne'],
      ['poll[options][]', 'Noyer'],
      ['poll[expires_in]', '3600'],
    ])
    expect(question.poll?.options).toMatchObject([{ title: 'Chêne' }, { title: 'Noyer' }])
  })

  it('counts at once what others do, and notifies within seconds', async () => {
    const morel = await createSnacPerson(snac(), 'morel')
    const yanis = await createSnacPerson(snac(), 'yanis')
    const post = await morel.post('Une table en chêne massif')
    await yanis.favourite(post.id)
    await yanis.boost(post.id)
    await yanis.reply(post.id, '@morel Superbe !')
    await yanis.follow('morel')

    const counted = await morel.get(`/api/v1/statuses/${post.id}`)
    expect(counted).toMatchObject({ favourites_count: 1, reblogs_count: 1, replies_count: 1 })
    const types = async () => {
      const list = await morel.get<Array<{ type: string }>>('/api/v1/notifications?limit=40')
      return list.map(({ type }) => type).toSorted()
    }
    const all = ['favourite', 'follow', 'mention', 'reblog']
    await vi.waitFor(async () => expect(await types()).toEqual(all), { timeout: 60_000 })
  }, 80_000)
})

describe('WordPress', () => {
  const wordpress = useServer('wordpress')

  it('lets an application password write a post at both sites, and shows it to anybody', async () => {
    for (const site of [wordpress(), wordpress().plain]) {
      const camille = await createWordPressPerson(site, 'camille', 'author')
      const { id } = await askWordPress<{ id: number }>(site, '/posts', {
        person: camille,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'La table du salon', status: 'publish' }),
      })
      await commentOnWordPress(site, { post: id, text: 'Superbe !' })
      const seen = await askWordPress<object[]>(site, `/comments?post=${id}`)
      expect(seen).toMatchObject([{ post: id, author_name: 'Yanis', status: 'approved' }])
    }
  })
})

describe('MediaWiki', () => {
  const wiki = useServer('mediawiki')

  it('lets a bot password write a page, and shows it to anybody', async () => {
    const camille = await createWikiPerson(wiki(), 'Camille')
    const edit = { action: 'edit', title: 'La table', text: 'En chêne.' }
    expect(await askWiki(wiki(), edit, camille)).toMatchObject({ edit: { result: 'Success' } })
    const seen = await askWiki(wiki(), { action: 'parse', page: 'La table', prop: 'wikitext' })
    expect(seen).toMatchObject({ parse: { wikitext: 'En chêne.' } })
  })
})

describe('Ghost', () => {
  const ghost = useServer('ghost')

  it('gives a key of its Admin API, and knows its owner', async () => {
    expect(await createGhostKey(ghost())).toMatch(/^[0-9a-f]{24}:[0-9a-f]{64}$/)
    await expect(createGhostKey({ ...ghost(), password: 'wrong' })).rejects.toThrow(
      'Ghost answered',
    )
  }, 20_000)
})

describe('PostgreSQL', () => {
  const postgres = useServer('postgres')

  it('is an empty database over TCP', async () => {
    expect(await tablesOf(postgres().url)).toEqual([])
  })

  it('comes from what Vigie brings where the machine has no server', async () => {
    const run = openRun('postgres', () => Promise.reject(new Error('It needs no other server.')))
    const url = await startOwnServer(run)
    expect(await tablesOf(url)).toEqual([])
    await run.close()
    await expect(tablesOf(url)).rejects.toThrow('ECONNREFUSED')
  })
})

describe('the Nostr relays', () => {
  const relays = useServer('nostr-relays')

  it('keep what is signed, each for itself, and one of them for its members only', async () => {
    const { urls, membersUrl } = relays()
    const yanis = new NostrPerson(urls[0])
    const { id } = await yanis.say({ content: 'Une table' })
    expect(await yanis.find({ ids: [id] })).toMatchObject([{ content: 'Une table' }])
    expect(await new NostrPerson(urls[1]).find({ ids: [id] })).toEqual([])
    await expect(new NostrPerson(membersUrl).say({})).rejects.toThrow('auth-required')
  })
})

async function tablesOf(url: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'")
  await client.end()
  return rows
}

describe('a machine that cannot have a server', () => {
  it.each([
    ['snac', 'snac2 comes from Debian’s packages, and apt for Debian is not here.'],
    ['wordpress', 'PHP comes from Debian’s packages, and apt for Debian is not here.'],
    ['bluesky-pds', 'The program npm is not on this machine.'],
  ] as const)('gets one sentence instead of %s', async (name, reason) => {
    vi.stubEnv('PATH', '/nowhere')
    vi.stubEnv('VIGIE_TEST_CACHE', mkdtempSync(join(tmpdir(), 'vigie-test-cache-')))
    expect(await bootServer(name)).toEqual({ available: false, reason })
    rmSync(cacheRoot(), { recursive: true })
  })
})
