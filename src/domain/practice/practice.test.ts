import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import {
  accountOf,
  connectorOf,
  findChannel,
  listChannels,
  toolsFor,
} from '#domain/channels/index.ts'
import { openTestDesk } from '#support/desk.ts'
import type { Caller } from '#support/caller.ts'
import { closePracticeCompany } from './close-practice-company.ts'
import { openPracticeCompany } from './index.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'

const desk = await openTestDesk({ now: '2026-11-23T15:00:00+01:00' })
const camille = await desk.signUp()
await desk.listen()

async function opened(language = 'fr') {
  const { status, body } = await camille.post('/practice', undefined, {
    'accept-language': language,
  })
  expect(status).toBe(201)
  return camille.of(body.id)
}

/** Somebody else at the same desk. */
async function newcomer(name: string) {
  const userId = uuid()
  await sql`insert into users (id, name, email) values (${userId}, ${name}, ${`${name}@atelier-morel.example`})`.execute(
    desk.desk.db,
  )
  return { userId, name }
}

const shop = await opened()
const DAY = 86_400_000
const now = desk.clock.now().getTime()
const at = (days: number) => new Date(now + days * DAY).toISOString()
const postsOf = async (company: Caller) =>
  (await company.get(`/posts?from=${at(-120)}&to=${at(30)}`)).body as {
    id: string
    status: string
    excerpt: string
    scheduledAt: string | null
  }[]

describe('the shop that opens', () => {
  test('is a practice company of its own, beside the real one', async () => {
    const { companies } = (await camille.get('/session')).body
    const kinds = companies.map((c: { name: string; practice: boolean }) => [c.name, c.practice])
    expect(kinds).toContainEqual(['Atelier Morel', true])
    expect(kinds).toContainEqual(['Atelier Morel', false])
  })

  test('says while one writes that one of its two accounts takes nothing without a picture', async () => {
    const { body: accounts } = await shop.get('/channels')
    const variants = accounts.map(({ id }: { id: string }) => ({ channelId: id }))
    const draft = { text: 'Au comptoir, au poids', mediaIds: [], variants }
    const { body } = await shop.post('/posts/check', draft)
    const said = body.channels.map(({ problems }: { problems: { sentence: string }[] }) =>
      problems.map(({ sentence }) => sentence),
    )
    expect(said.toSorted()).toEqual([
      [],
      [
        'atelier.morel@vitrine publishes nothing without a picture or a video: add one, or take this account off.',
      ],
    ])
  })

  test('has two accounts with their followers, growing', async () => {
    const { body: channels } = await shop.get('/channels')
    expect(channels.map((c: { handle: string }) => c.handle).sort()).toEqual([
      'atelier.morel',
      'atelier.morel@vitrine',
    ])
    const { figures } = (await shop.get('/results?from=2026-10-25&to=2026-11-23')).body
    const followers = figures.find((f: { key: string }) => f.key === 'followers')
    expect(followers.value).toBeGreaterThan(followers.before)
    expect(followers.before).toBeGreaterThan(3000)
  })

  test('has campaigns that run, come and are over, with their posts, costs and results', async () => {
    const { body } = await shop.get('/campaigns')
    const stages = body.map((one: { stage: string }) => one.stage)
    expect(stages.toSorted()).toEqual(['ended', 'planned', 'running'])
    const running = body.find((one: { stage: string }) => one.stage === 'running')
    expect(running).toMatchObject({ spent: 345.2, budget: 450 })
    expect(running.posts).toMatchObject({ published: 5, scheduled: 1 })
    const { figures } = (await shop.get(`/campaigns/${running.id}/results`)).body
    const value = (key: string) => figures.find((one: { key: string }) => one.key === key).value
    expect(value('posts')).toBe(5)
    expect(value('clicks')).toBeGreaterThan(0)
    expect(value('engagement')).toBeGreaterThan(0)
  })

  test('has published for ninety days, with drafts and posts to come', async () => {
    const posts = await postsOf(shop)
    const published = posts.filter((post) => post.status === 'published')
    expect(published.length).toBeGreaterThan(35)
    const first = Math.min(...published.map((post) => Date.parse(post.scheduledAt ?? '')))
    expect((now - first) / DAY).toBeGreaterThan(85)
    expect(posts.filter((post) => post.status === 'scheduled').length).toBeGreaterThanOrEqual(4)
    const { body: media } = await shop.get('/media')
    expect(media.items.every((picture: { alt: string }) => picture.alt.length > 20)).toBe(true)
  })

  test('has conversations, most of them settled, and a cross customer whom nobody has answered', async () => {
    const all = (await shop.get('/conversations?state=all&limit=200')).body.items
    const open = (await shop.get('/conversations?state=open&limit=100')).body.items
    expect(all.length).toBeGreaterThan(80)
    expect(open.length).toBeGreaterThan(3)
    expect(open.length).toBeLessThan(all.length / 3)
    const cross = open.filter((c: { excerpt: string }) => /4528|inadmissible/.test(c.excerpt))
    expect(cross).toHaveLength(2)
    expect(cross[0].contact.handle).toBe(cross[1].contact.handle)
  })

  test('has mentions found by its queries, links with clicks of every kind, and two comparisons', async () => {
    const mentions = (await shop.get('/mentions?limit=100')).body.items
    expect(mentions.length).toBeGreaterThan(10)
    const links = (await shop.get('/links?limit=100')).body.items
    const clicks = (verdict: string) =>
      links.reduce(
        (sum: number, link: { clicks: Record<string, number> }) =>
          sum + (link.clicks[verdict] ?? 0),
        0,
      )
    for (const verdict of ['human', 'preview', 'bot', 'repeat'])
      expect(clicks(verdict)).toBeGreaterThan(10)
    const states = (await shop.get('/experiments')).body.map((e: { state: string }) => e.state)
    expect(states.sort()).toEqual(['concluded', 'running'])
  })
})

describe('its figures', () => {
  test('are those of the network: reading it now changes none of them', async () => {
    const { id: companyId } = (await shop.get('/companies/current')).body
    const { body: channels } = await shop.get('/channels')
    for (const { id } of channels) {
      const channel = await findChannel(desk.desk.db, companyId, id)
      if (!channel) throw new Error('the channel is gone')
      const { metrics } = connectorOf(desk.desk, channel)
      const [given, account] = [await toolsFor(desk.desk, channel), accountOf(desk.desk, channel)]
      if (!given.ok) throw new Error(given.failure.detail)
      const tools = given.value
      const { rows } = await sql<{ remoteId: string; metric: string; value: number }>`
        select distinct on (d.id, f.metric) d.remote_id as "remoteId", f.metric, f.value
        from deliveries d join metric_facts f on f.subject_id = d.id and f.grain = 'hour'
        where d.channel_id = ${id} and d.published_at > ${at(-29)}
        order by d.id, f.metric, f.at desc`.execute(desk.desk.db)
      const told = await metrics?.posts(tools, account, [
        ...new Set(rows.map((row) => row.remoteId)),
      ])
      if (!told?.ok) throw new Error(JSON.stringify(told))
      expect(rows.length).toBeGreaterThan(20)
      for (const { remoteId, metric, value } of rows) {
        const counts: Record<string, number | undefined> = told.value[remoteId] ?? {}
        // Answers of people to the shop's answers are replies too; the past tells of first comments only.
        if (metric === 'replies') expect(counts[metric]).toBeGreaterThanOrEqual(value)
        else expect(counts[metric], `${metric} of ${remoteId}`).toBe(value)
      }
      const followers = await metrics?.channel(tools, account)
      const { figures } = (await shop.get(`/results?from=2026-11-20&to=2026-11-23&channelId=${id}`))
        .body
      expect(figures.find((f: { key: string }) => f.key === 'followers').value).toBe(
        followers?.ok && followers.value.followers,
      )
    }
  })

  test('and its conversations are too: reading the inbox brings nothing new of the past', async () => {
    const count = async () =>
      (await shop.get('/conversations?state=all&limit=200')).body.items.length
    const before = await count()
    await desk.settle()
    expect(await count()).toBe(before)
  })
})

test('what is scheduled really leaves, is liked, commented and clicked', async () => {
  const coming = (await postsOf(shop)).find(
    (post) => post.status === 'scheduled' && post.excerpt.includes('chaises Hugo'),
  )
  if (!coming?.scheduledAt) throw new Error('nothing is scheduled')
  desk.clock.set(coming.scheduledAt)
  await desk.settle()
  for (let minute = 0; minute < 8; minute++) {
    desk.clock.advance(60_000)
    await desk.settle()
  }
  const post = (await shop.get(`/posts/${coming.id}`)).body
  expect(post.status).toBe('published')
  const page = await desk.stranger.get(new URL(post.deliveries[0].remoteUrl).pathname)
  expect(page.status).toBe(200)
  const { posts } = (await shop.get('/results?from=2026-11-20&to=2026-12-10')).body
  const row = posts.find((p: { postId: string }) => p.postId === coming.id)
  expect(row.counts.likes).toBeGreaterThan(3)
  expect(row.counts.replies).toBeGreaterThan(0)
  expect(row.clicks).toBeGreaterThan(0)
})

test('people go on talking: mentions come in as days pass', async () => {
  const count = async () => (await shop.get('/mentions?limit=200')).body.items.length
  const before = await count()
  desk.clock.advance(3 * DAY)
  await desk.settle()
  expect(await count()).toBeGreaterThan(before)
})

test('asked for twice, at once even, it is opened once', async () => {
  const both = await Promise.all([opened('fr'), opened('en')])
  expect(both.map((caller) => caller.headers['vigie-company'])).toEqual([
    shop.headers['vigie-company'],
    shop.headers['vigie-company'],
  ])
})

test('a second shop opens beside the first, in the other language, with other handles', async () => {
  const sofia = await newcomer('sofia')
  const { id } = await openPracticeCompany(desk.desk, sofia, 'en')
  const handles = (await listChannels(desk.desk.db, id)).map(({ handle }) => handle).sort()
  expect(handles).toEqual(['atelier.morel.2', 'atelier.morel.2@vitrine'])
  const { rows } = await sql<{ text: string }>`
    select string_agg(text, ' ') as text from posts where company_id = ${id}`.execute(desk.desk.db)
  expect(rows[0]?.text).toMatch(/\b(the|our|a)\b/i)
  await closePracticeCompany(desk.desk, id)
})

test('a desk that stops in the middle of it has nothing of it', async () => {
  const yanis = await newcomer('yanis')
  const rows = async () => {
    const { rows: counted } = await sql<{ companies: number; accounts: number; posts: number }>`
      select (select count(*) from companies)::int as companies,
        (select count(*) from sandbox_accounts)::int as accounts,
        (select count(*) from posts)::int as posts`.execute(desk.desk.db)
    return counted
  }
  const before = await rows()
  const stopping = inOneTransaction(desk.desk, async (within) => {
    await openPracticeCompany(within, yanis, 'fr')
    throw new Error('the power went')
  })
  await expect(stopping).rejects.toThrow('the power went')
  expect(await rows()).toEqual(before)
})

test('one click removes it all: rows, accounts on the network, files', async () => {
  const leaving = shop
  const [{ connectorId }] = (await leaving.get('/channels')).body
  const fields = { handle: 'compte.de.plus', password: 'chêne massif' }
  expect((await leaving.post('/channels', { connectorId, fields })).status).toBe(201)
  const { id } = (await leaving.get('/companies/current')).body
  expect((await leaving.delete('/practice')).status).toBe(204)
  expect((await leaving.get('/companies/current')).status).not.toBe(200)
  const { rows } = await sql<{ table: string }>`
    select table_name as table from information_schema.columns
    where column_name = 'company_id' and table_schema = 'public'`.execute(desk.desk.db)
  for (const { table } of rows) {
    const { rows: left } =
      await sql`select 1 from ${sql.table(table)} where company_id = ${id}`.execute(desk.desk.db)
    expect(left, table).toEqual([])
  }
  const { rows: network } = await sql`select 1 from sandbox_accounts`.execute(desk.desk.db)
  expect(network).toEqual([])
  const files = await readdir(path.join(desk.config.dataDir, 'media'), {
    recursive: true,
    withFileTypes: true,
  })
  expect(files.filter((file) => file.isFile())).toEqual([])
})

test('a real company cannot be deleted that way', async () => {
  expect((await camille.delete('/practice')).status).toBe(409)
})
