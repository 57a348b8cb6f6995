import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { faultyFetch } from '#connectors/_contract/suite/faults.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { type Heard, recording } from '#connectors/_contract/suite/record.ts'
import { systemClock } from '#platform/clock.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { silentLog } from '#platform/log.ts'
import { askAs, commentAs, createGhostKey } from '#support/servers/ghost-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import ghost from './index.ts'

const { connect, publish, inbox, metrics } = ghost
if (!publish || !inbox || !metrics) throw new Error('Ghost does less than it did')

describe('a Ghost site', () => {
  const site = useServer('ghost')
  let tools: Tools
  let key: string
  let account: Account

  beforeAll(async () => {
    const { host } = new URL(site().url)
    tools = {
      fetch: recording(createFetch({ allowPrivateHosts: [host] }), import.meta.dirname, nameOf),
      clock: systemClock,
      log: silentLog,
    }
    key = await createGhostKey(site())
    account = value(await connectWith({})).account
  }, 60_000)

  const connectWith = async (more: Record<string, string>) =>
    (await connect.withCredentials?.(tools, { site: site().url, key, ...more })) ?? never

  const delivery = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
    id: randomUUID(),
    plannedAt: new Date(),
    text,
    images: [],
    options: {},
    ...more,
  })

  const send = async (outgoing: Outgoing) => value(await publish.publish(tools, account, outgoing))
  /** As anybody sees it. */
  const pageOf = async (url: string) => (await fetch(url)).text()

  test('a person connects with an Admin API key, from the site or its dashboard', async () => {
    const { host } = new URL(site().url)
    const connected = value(await connectWith({ site: `${site().url}/ghost/#/settings` }))
    expect(connected).toMatchObject({
      displayName: 'Atelier Morel',
      profileUrl: `${site().url}/`,
      account: { handle: host, remoteId: host },
    })
    expect(value(await connect.check(tools, connected.account)).account).toEqual(connected.account)
  })

  test('a wrong key, half a key or no Ghost there get a sentence by the field', async () => {
    const wrong = `${'a'.repeat(24)}:${'b'.repeat(64)}`
    const asked: [Record<string, string>, string][] = [
      [{ key: wrong }, 'key'],
      [{ key: key.replace(/.$/, key.endsWith('0') ? '1' : '0') }, 'key'],
      [{ key: key.slice(0, 40) }, 'key'],
      [{ site: 'not an address' }, 'site'],
      [{ site: `${site().url}/nothing` }, 'site'],
    ]
    for (const [more, field] of asked) {
      expect(failure(await connectWith(more)), field).toMatchObject({ kind: 'rejected', field })
    }
  })

  test('a text becomes a title and paragraphs, safe whatever was written in it', async () => {
    const text = [
      'Le banc & la table <b>neufs</b>',
      '',
      'L’été à l’atelier 🪵 : 3 < 4.\nVoir https://atelier-morel.fr/a_b?c=1&d=2.',
      '',
      '<script>alert(1)</script> {{title}} <!--kg-card-begin: html-->',
    ].join('\n')
    const sent = await send(delivery(text))
    const page = await pageOf(sent.url)
    expect(page).toContain('Le banc &amp; la table &lt;b&gt;neufs&lt;/b&gt;')
    expect(page).toMatch(/<p>L’été à l’atelier 🪵 : 3 &lt; 4\.<br>Voir <a href="[^"]*atelier-morel/)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; {{title}} &lt;!--kg-card')
    expect(page).not.toContain('<script>alert')
  })

  test('images are sent, described: the first at the head, the others in the text; tags too', async () => {
    const images = [
      await pictureOf('Une table en chêne'),
      await pictureOf('Un banc "large" & <lourd>'),
    ]
    const options = { title: 'Deux meubles', tags: ['Chêne', '#banc'], excerpt: 'Livrés.' }
    const sent = await send(delivery('Livrés dimanche.', { images, options }))
    const page = await pageOf(sent.url)
    expect(page).toContain('alt="Une table en chêne"')
    expect(page).toContain('alt="Un banc &quot;large&quot; &amp; <lourd>"')
    expect(page).toContain('une-table-en-chene')
    expect(page).toContain('Livrés dimanche.')
    expect(page).toContain('>Chêne<')
    expect(sent.url).toContain('/deux-meubles/')
  })

  test('what is no image, a title or an excerpt too long, or an answer is refused by its field', async () => {
    const image = await pictureOf('Un faux')
    const broken = { ...image, type: 'text/plain', bytes: new TextEncoder().encode('non') }
    const long = 'é'.repeat(301)
    const asked: [Partial<Outgoing>, string][] = [
      [{ images: [broken] }, 'images'],
      [{ images: [{ ...image, alt: 'é'.repeat(192) }] }, 'images'],
      [{ options: { title: long } }, 'options.title'],
      [{ options: { excerpt: long } }, 'options.excerpt'],
      [{ replyTo: { remoteId: 'x' } }, 'text'],
    ]
    for (const [more, field] of asked) {
      const refused = failure(await publish.publish(tools, account, delivery('Non', more)))
      expect(refused, field).toMatchObject({ kind: 'rejected', field })
    }
  })

  test('a newsletter that the site has not is refused, and nothing is published', async () => {
    const outgoing = delivery('Une lettre', { options: { newsletter: 'nothing' } })
    const refused = failure(await publish.publish(tools, account, outgoing))
    expect(refused).toMatchObject({ kind: 'rejected', field: 'options.newsletter' })
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
  })

  test('what we take for the longest, Ghost takes', async () => {
    const image = { ...(await pictureOf('x')), alt: 'é'.repeat(191) }
    const options = { title: 'é'.repeat(255), excerpt: 'é'.repeat(300) }
    const sent = await send(delivery('Long', { images: [image], options }))
    expect(await pageOf(sent.url)).toContain('é'.repeat(255))
  })

  const isDraft = ({ method, url }: { method: string; url: URL }) =>
    method === 'POST' && url.pathname.endsWith('/posts/')
  const isPutOut = ({ method }: { method: string }) => method === 'PUT'

  test.each([
    ['a reset after the draft was written', isDraft, 'reset-after', 'transient'],
    ['a timeout after the post was put out', isPutOut, 'timeout-after', 'unknown-outcome'],
    ['a request to put out that never arrived', isPutOut, 'lost', 'unknown-outcome'],
  ] as const)('%s: sent again, there is one post', async (name, when, fault, kind) => {
    const stormy = faultyFetch(tools.fetch)
    stormy.next(when, fault)
    const before = value(await metrics.channel(tools, account)).posts ?? 0
    const outgoing = delivery(`Sous l’orage, ${name}\n\nIl pleut.`)
    const lost = await publish.publish({ ...tools, fetch: stormy.fetch }, account, outgoing)
    expect(failure(lost).kind).toBe(kind)
    const found = value(await publish.confirm(tools, account, outgoing))
    expect(found === null).toBe(fault !== 'timeout-after')
    const sent = await send(outgoing)
    expect(value(await publish.confirm(tools, account, outgoing))).toEqual(sent)
    expect(value(await metrics.channel(tools, account)).posts).toBe(before + 1)
  })

  test('reading back does not take one post for another; a removed post is gone for good', async () => {
    const outgoing = delivery('La chaise est prête')
    const sent = await send(outgoing)
    expect(value(await publish.confirm(tools, account, delivery('La chaise est prête')))).toBeNull()
    expect(value(await metrics.posts(tools, account, [sent.remoteId]))).toEqual({
      [sent.remoteId]: { clicks: 0, likes: 0 },
    })
    value(await publish.remove(tools, account, sent))
    value(await publish.remove(tools, account, sent))
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
    expect(value(await metrics.posts(tools, account, [sent.remoteId, 'nothing']))).toEqual({})
    expect((await fetch(sent.url)).status).toBe(404)
  })

  test('members’ comments and their answers are read once, with a link to answer them there', async () => {
    const sent = await send(delivery('Un banc de plus\n\nIl est en frêne.'))
    const first = await commentAs(site(), key, {
      name: 'Yanis Haddad',
      post: sent.remoteId,
      html: '<p>Combien <em>coûte</em>-t-il ?</p><script>alert(1)</script>',
    })
    const { items, cursor = null } = value(await inbox.read(tools, account, null))
    expect(items).toMatchObject([
      {
        remoteId: first,
        kind: 'comment',
        inReplyTo: sent.remoteId,
        author: { name: 'Yanis Haddad' },
        url: `${sent.url}#ghost-comments-${first}`,
        text: expect.stringContaining('Combien coûte-t-il ?'),
      },
    ])
    expect(items[0]?.text).not.toContain('<')
    const second = await commentAs(site(), key, {
      name: 'Sofia Morel',
      post: sent.remoteId,
      parent: first,
      html: '<p>Deux cents euros</p>',
    })
    const later = value(await inbox.read(tools, account, cursor))
    expect(later.items.map(({ remoteId }) => remoteId)).toEqual([second])
    expect(later.items[0]?.threadId).toBe(items[0]?.threadId)
    // As an older page is asked for, when one second fills more than a page.
    const query = new URLSearchParams({
      filter: "created_at:<='2030-01-01 00:00:00'",
      page: '2',
      limit: '1',
    })
    const page = await askAs(site(), key, `comments/?${query}`)
    expect(page).toMatchObject({ comments: [expect.anything()], meta: { pagination: { page: 2 } } })
    value(await publish.remove(tools, account, sent))
  })

  test('members and posts are counted', async () => {
    const counts = value(await metrics.channel(tools, account))
    expect(counts).toEqual({ followers: expect.any(Number), posts: expect.any(Number) })
  })

  test('a key that is not known asks the person to connect again', async () => {
    const forged = { ...account, secrets: { key: `${'a'.repeat(24)}:${'b'.repeat(64)}` } }
    expect(failure(await connect.check(tools, forged)).kind).toBe('auth')
    expect(failure(await publish.publish(tools, forged, delivery('Jamais'))).kind).toBe('auth')
    expect(failure(await metrics.channel(tools, forged)).kind).toBe('auth')
  })
})

const never = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

function nameOf({ method, url, status }: Heard): string | null {
  const [, path] = /\/ghost\/api\/admin\/(.*?)\/?$/.exec(url.pathname) ?? []
  if (path === undefined) return null
  const about = path.replace(/[0-9a-f]{24}/g, 'id').replaceAll('/', '-')
  const counted = url.searchParams.has('include') ? '-counts' : ''
  const ok = status < 300
  return `${method.toLowerCase()}-${about}${counted}${ok ? '' : `-${status}`}`
}
