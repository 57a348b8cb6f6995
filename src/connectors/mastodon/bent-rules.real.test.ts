import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { faultyFetch } from '#connectors/_contract/suite/faults.ts'
import { systemClock } from '#platform/clock.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { silentLog } from '#platform/log.ts'
import type { MastodonPerson, MastodonStatus } from '#support/servers/mastodon-person.ts'
import { createSnacPerson } from '#support/servers/snac-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import mastodon from './index.ts'
import { lastingId } from './status.ts'

const { connect, publish, inbox, metrics, listen, mention } = mastodon
if (!publish || !inbox || !metrics || !listen || !mention)
  throw new Error('Mastodon does less than it did')

vi.setConfig({ testTimeout: 60_000 })

/** What happens between the people of snac crosses its queue, which wakes every 3 s. */
const withinSeconds = { timeout: 45_000, interval: 300 }

describe('a peer that bends the rules of the Mastodon API: snac 2.96', () => {
  const snac = useServer('snac')
  let tools: Tools
  let morel: MastodonPerson
  let yanis: MastodonPerson
  let account: Account

  beforeAll(async () => {
    const fetch = createFetch({ allowPrivateHosts: [snac().host] })
    tools = { fetch, clock: systemClock, log: silentLog }
    morel = await createSnacPerson(snac(), 'morel')
    yanis = await createSnacPerson(snac(), 'yanis')
    account = await accountOf({ server: snac().url })
  }, 60_000)

  async function accountOf(settings: Record<string, unknown>): Promise<Account> {
    const secrets = { accessToken: morel.token }
    const bare = { remoteId: '', handle: '', settings, secrets }
    return value(await connect.check(tools, bare)).account
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

  /** As a person corrects their post on their phone. @returns its id from then on */
  async function edit(remoteId: string, status: string): Promise<string> {
    // The id holds the second of the change.
    await sleep(1100)
    const response = await fetch(`${snac().url}/api/v1/statuses/${remoteId}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${morel.token}` },
      body: new URLSearchParams({ status }),
    })
    const { id } = (await response.json()) as MastodonStatus
    return id
  }

  const profile = () =>
    yanis.get<MastodonStatus[]>(`/api/v1/accounts/${account.remoteId}/statuses?limit=40`)

  test('an access that opens nothing is told as such wherever the server looks at it, be it by 422 without a word', async () => {
    const forged = { ...account, secrets: { ...account.secrets, accessToken: 'nothing' } }
    const { remoteId } = await send(delivery('Un banc'))
    const bare = await fetch(`${snac().url}/api/v1/accounts/verify_credentials`, {
      headers: { authorization: 'Bearer nothing' },
    })
    expect([bare.status, await bare.text()]).toEqual([422, ''])
    const outcomes: Record<string, Outcome<unknown>> = {
      check: await connect.check(tools, forged),
      publish: await publish.publish(tools, forged, delivery('Jamais')),
      confirm: await publish.confirm(tools, forged, delivery('Jamais')),
      remove: await publish.remove(tools, forged, { remoteId }),
      inbox: await inbox.read(tools, forged, null),
      posts: await metrics.posts(tools, forged, [remoteId]),
      channel: await metrics.channel(tools, forged),
      listen: await listen.read(tools, forged, { terms: ['varlope'] }, null),
      mention: await mention.search(tools, forged, 'yanis'),
    }
    const kinds = Object.entries(outcomes).map(([name, outcome]) => [name, failure(outcome).kind])
    expect(kinds).toEqual(kinds.map(([name]) => [name, 'auth']))
    expect((await profile()).map(({ id }) => lastingId(id))).toContain(remoteId)
  })

  test('without the second address of limits the first is read; what neither says has Mastodon’s own', async () => {
    const second = await fetch(`${snac().url}/api/v2/instance`)
    expect(second.status).toBe(404)
    const told = await (await fetch(`${snac().url}/api/v1/instance`)).json()
    const { configuration } = told as { configuration: Record<string, Record<string, unknown>> }
    expect(mastodon.limitsOf?.(account)).toMatchObject({
      textMax: configuration['statuses']?.['max_characters'],
      imagesMax: configuration['statuses']?.['max_media_attachments'],
      imageMaxBytes: configuration['media_attachments']?.['image_size_limit'],
    })
    const settings = { server: snac().url }
    expect(mastodon.limitsOf?.({ ...account, settings })).toMatchObject({ textMax: 500 })
  })

  test('limits that cannot be read today are those that were read before', async () => {
    const stormy = faultyFetch(tools.fetch)
    for (const version of ['v1', 'v2']) {
      const isAsked = ({ url }: { url: URL }) => url.pathname === `/api/${version}/instance`
      stormy.next(isAsked, { answer: new Response('<h1>503</h1>', { status: 503 }) })
    }
    const checked = value(await connect.check({ ...tools, fetch: stormy.fetch }, account))
    expect(mastodon.limitsOf?.(checked.account)).toEqual(mastodon.limitsOf?.(account))
  })

  test('a server that posts at once what was to wait is never asked to wait: the desk keeps the hour', async () => {
    const bodies: string[] = []
    const fetch: Tools['fetch'] = (url, init) => {
      bodies.push(String(init?.body ?? ''))
      return tools.fetch(url, init)
    }
    const plannedAt = new Date(Date.now() + 3_600_000)
    value(await publish.publish({ ...tools, fetch }, account, delivery('À l’heure', { plannedAt })))
    expect(bodies.join()).toContain('status=')
    expect(bodies.join()).not.toContain('scheduled_at')
    const { id } = await yanis.post('Plus tard', [['scheduled_at', '2099-01-01T00:00:00Z']])
    expect((await yanis.get<MastodonStatus>(`/api/v1/statuses/${id}`)).content).toContain('Plus')
  })

  test('a post that was edited keeps its counts, its answers and its place in the thread', async () => {
    const { cursor = null } = value(await inbox.read(tools, account, null))
    const sent = await send(delivery('Une table en chêne'))
    const other = await edit(sent.remoteId, 'Une table en chêne massif')
    expect(await edit(sent.remoteId, 'Une table en chêne massif.')).not.toBe(other)
    await yanis.favourite(other)
    await yanis.reply(other, '@morel Quelle essence ?')
    await vi.waitFor(
      async () =>
        expect(value(await metrics.posts(tools, account, [sent.remoteId]))).toEqual({
          [sent.remoteId]: expect.objectContaining({ likes: 1, replies: 1 }),
        }),
      withinSeconds,
    )
    const [comment] = await vi.waitFor(async () => {
      const { items } = value(await inbox.read(tools, account, cursor))
      expect(items).toHaveLength(1)
      return items
    }, withinSeconds)
    expect(comment).toMatchObject({ inReplyTo: sent.remoteId, threadId: sent.remoteId })

    const follows = delivery('2/2 Le séchage', { replyTo: { remoteId: sent.remoteId } })
    const second = await send(follows)
    await edit(sent.remoteId, 'Une table en chêne, massif')
    expect(value(await publish.confirm(tools, account, follows))?.remoteId).toBe(second.remoteId)
  })

  test('an edited answer is the same answer', async () => {
    const sent = await send(delivery('Qui veut un banc ?'))
    const outgoing = delivery('Un banc de jardin', { replyTo: { remoteId: sent.remoteId } })
    const published = await send(outgoing)
    await edit(published.remoteId, 'Un banc de jardin')
    expect(value(await publish.confirm(tools, account, outgoing))?.remoteId).toBe(
      published.remoteId,
    )
  })

  test('a removed post that the server gives on, for somebody liked it, is gone; edited, it goes too', async () => {
    const sent = await send(delivery('Oups, avec une faute'))
    await yanis.favourite(await edit(sent.remoteId, 'Oups, sans faute'))
    value(await publish.remove(tools, account, sent))
    expect((await profile()).map(({ id }) => lastingId(id))).not.toContain(sent.remoteId)
    value(await publish.remove(tools, account, sent))
  })

  test('a server that says a post is removed and shows it on is not believed', async () => {
    const sent = await send(delivery('Toujours là'))
    const lying = faultyFetch(tools.fetch)
    lying.next(({ method }) => method === 'DELETE', { answer: Response.json({}) })
    const outcome = await publish.remove({ ...tools, fetch: lying.fetch }, account, sent)
    expect(failure(outcome)).toMatchObject({ kind: 'transient' })
    value(await publish.remove(tools, account, sent))
  })
})
