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
import { useServer } from '#support/servers/use-server.ts'
import {
  askWordPress,
  commentOnWordPress,
  createWordPressPerson,
  type WordPressPerson,
} from '#support/servers/wordpress-people.ts'
import wordpress from './index.ts'

const { connect, publish, inbox, metrics } = wordpress
if (!publish || !inbox || !metrics) throw new Error('WordPress does less than it did')

interface ShownPost {
  id: number
  status: string
  slug: string
  title: { rendered: string }
  content: { rendered: string }
  featured_media: number
  tags: number[]
  categories: number[]
}

interface ShownMedia {
  id: number
  alt_text: string
  source_url: string
}

describe('a WordPress site', () => {
  const site = useServer('wordpress')
  let tools: Tools
  let morel: WordPressPerson
  let account: Account

  beforeAll(async () => {
    const { host } = new URL(site().url)
    tools = {
      fetch: recording(createFetch({ allowPrivateHosts: [host] }), import.meta.dirname, nameOf),
      clock: systemClock,
      log: silentLog,
    }
    morel = await createWordPressPerson(site(), 'morel', 'editor')
    account = (await signIn(morel)).account
  }, 60_000)

  const signIn = async ({ login, password }: WordPressPerson, url = site().url) =>
    value(await connectWith({ site: url, login, password }))

  const connectWith = async (fields: Record<string, string>) =>
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
  /** As anybody sees it. */
  const shown = (id: string) => askWordPress<ShownPost>(site(), `/posts/${id}`)
  const written = (title: string) =>
    askWordPress<ShownPost[]>(site(), `/posts?status=any&search=${encodeURIComponent(title)}`, {
      person: morel,
    })

  test('a person connects with an application password, and what they may do is known', async () => {
    const { host } = new URL(site().url)
    const connected = await signIn(morel)
    expect(connected).toMatchObject({
      displayName: 'Atelier Morel',
      profileUrl: site().url,
      account: { handle: `morel@${host}`, settings: { canUpload: true, canModerate: true } },
    })
    expect(value(await connect.check(tools, connected.account)).account).toEqual(connected.account)
    const luc = await createWordPressPerson(site(), 'luc', 'author')
    expect((await signIn(luc)).account.settings).toMatchObject({ canModerate: false })
  })

  test('a site in a sub-folder without pretty addresses is found by any of its pages, and takes a post', async () => {
    const plain = site().plain
    const sofia = await createWordPressPerson(plain, 'sofia', 'author')
    const there = (await signIn(sofia, `${plain.url}/?p=1`)).account
    expect(there.handle).toBe(`sofia@${new URL(plain.url).host}/journal`)
    expect(there.settings['api']).toContain('rest_route=')
    const outgoing = delivery('Sans réécriture d’adresses')
    const sent = value(await publish.publish(tools, there, outgoing))
    expect(sent.url).toBe(`${plain.url}/?p=${sent.remoteId}`)
    expect(value(await publish.confirm(tools, there, outgoing))?.remoteId).toBe(sent.remoteId)
    expect(publish.idIn?.(there, new URL(sent.url))).toBe(sent.remoteId)
    expect(value(await metrics.channel(tools, there))).toEqual({ posts: 1 })
  })

  test('a wrong password, a wrong name, no site there or too small a role get a sentence by the field', async () => {
    const { login, password } = morel
    const henri = await createWordPressPerson(site(), 'henri', 'contributor')
    const asked: [Record<string, string>, string][] = [
      [{ site: site().url, login, password: 'abcd efgh' }, 'password'],
      [{ site: site().url, login: 'nobody', password }, 'password'],
      [{ site: 'not an address', login, password }, 'site'],
      [{ site: `${site().url}/readme.html`, login, password }, 'site'],
      [{ site: site().url, login: henri.login, password: henri.password }, 'login'],
    ]
    for (const [fields, field] of asked) {
      expect(failure(await connectWith(fields)), field).toMatchObject({ kind: 'rejected', field })
    }
  })

  test('a text becomes a title and paragraphs, safe whatever was written in it', async () => {
    const text = [
      'Le banc & la table <b>neufs</b>',
      '',
      'L’été à l’atelier 🪵 : 3 < 4.\nVoir https://atelier-morel.fr/a_b?c=1&d=2.',
      '',
      '[gallery ids="1"] <script>alert(1)</script> <!-- wp:html -->',
    ].join('\n')
    const sent = await send(delivery(text))
    const post = await shown(sent.remoteId)
    expect(post.title.rendered).toBe('Le banc &amp; la table &lt;b&gt;neufs&lt;/b&gt;')
    const { rendered } = post.content
    expect(rendered).toContain('L’été à l’atelier 🪵 : 3 &lt; 4.<br>')
    expect(rendered).toContain('<a href="https://atelier-morel.fr/a_b?c=1&amp;d=2">')
    expect(rendered).toContain('&#91;gallery ids=')
    expect(rendered).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;!&#8211; wp:html')
    expect(rendered).not.toContain('vigie')
    const page = await (await fetch(sent.url)).text()
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('vigie')
    expect(post.slug).toMatch(/^le-banc-la-table/)
  })

  test('images go to the media library, described: the first at the head, the others in the text', async () => {
    const images = [
      await pictureOf('Une table en chêne'),
      await pictureOf('Un banc [neuf] "large" & lourd'),
    ]
    const options = { title: 'Deux meubles', tags: ['Chêne', '#banc'], categories: ['chantiers'] }
    const sent = await send(delivery('Livrés dimanche.', { images, options }))
    const post = await shown(sent.remoteId)
    expect(post.title.rendered).toBe('Deux meubles')
    const media = await askWordPress<ShownMedia>(site(), `/media/${post.featured_media}`)
    expect(media.alt_text).toBe('Une table en chêne')
    expect(media.source_url).toMatch(/une-table-en-chene\.png$/)
    expect(post.content.rendered).toContain('Livrés dimanche.')
    expect(post.content.rendered.match(/<img /g)).toHaveLength(1)
    expect(post.content.rendered).toContain(
      'alt="Un banc &#91;neuf&#93; &quot;large&quot; &amp; lourd"',
    )
    expect([post.tags.length, post.categories.length]).toEqual([2, 1])
    const again = { images, options: { ...options, featured: false } }
    const inText = await shown((await send(delivery('Deux fois.', again))).remoteId)
    expect(inText.featured_media).toBe(0)
    expect(inText.content.rendered.match(/<img /g)).toHaveLength(2)
    expect(inText.tags).toEqual(post.tags)
  })

  test('a category that the site has not is refused by its field, and nothing is written', async () => {
    const outgoing = delivery('Sans catégorie', { options: { categories: ['Voyages'] } })
    const refused = failure(await publish.publish(tools, account, outgoing))
    expect(refused).toMatchObject({ kind: 'rejected', field: 'options.categories' })
    expect(await written('Sans catégorie')).toEqual([])
  })

  test('what is no image, or heavier than the server takes, is refused by its field', async () => {
    const image = await pictureOf('Un faux')
    const broken = { ...image, bytes: new TextEncoder().encode('<?php echo 1;'), type: 'text/php' }
    const heavy = { ...image, bytes: new Uint8Array(2_097_152).fill(1) }
    for (const one of [broken, heavy]) {
      const outgoing = delivery('Une image', { images: [one] })
      const refused = failure(await publish.publish(tools, account, outgoing))
      expect(refused).toMatchObject({ kind: 'rejected', field: 'images' })
    }
  })

  const isDraft = ({ method, url }: { method: string; url: URL }) =>
    method === 'POST' && url.pathname.endsWith('/posts')
  const isPutOut = ({ method, url }: { method: string; url: URL }) =>
    method === 'POST' && /\/posts\/\d+$/.test(url.pathname)

  test.each([
    ['a reset after the draft was written', isDraft, 'reset-after', 'transient'],
    ['a timeout after the post was put out', isPutOut, 'timeout-after', 'unknown-outcome'],
    ['a request to put out that never arrived', isPutOut, 'lost', 'unknown-outcome'],
  ] as const)('%s: sent again, there is one post and no draft', async (name, when, fault, kind) => {
    const stormy = faultyFetch(tools.fetch)
    stormy.next(when, fault)
    const outgoing = delivery(`Sous l’orage, ${name}`, { images: [await pictureOf('Un éclair')] })
    const lost = await publish.publish({ ...tools, fetch: stormy.fetch }, account, outgoing)
    expect(failure(lost).kind).toBe(kind)
    const found = value(await publish.confirm(tools, account, outgoing))
    expect(found === null).toBe(fault !== 'timeout-after')
    const sent = await send(outgoing)
    expect(found?.remoteId ?? sent.remoteId).toBe(sent.remoteId)
    expect(value(await publish.confirm(tools, account, outgoing))).toEqual(sent)
    expect(await written(name)).toMatchObject([{ status: 'publish' }])
  })

  test('images that left with an attempt that failed are not sent again', async () => {
    let kept: Record<string, unknown> = {}
    const keep = async (facts: Record<string, unknown>) => void (kept = facts)
    const stormy = faultyFetch(tools.fetch)
    stormy.next(isDraft, 'unsent')
    const images = [await pictureOf('Une image gardée'), await pictureOf('Une autre gardée')]
    const outgoing = delivery('Gardées', { images })
    failure(await publish.publish({ ...tools, keep, fetch: stormy.fetch }, account, outgoing))
    await send({ ...outgoing, kept })
    const media = await askWordPress<ShownMedia[]>(site(), '/media?search=gard')
    expect(media).toHaveLength(2)
  })

  test('reading back does not take one post for another, and a removed post is gone', async () => {
    const outgoing = delivery('La chaise est prête')
    const sent = await send(outgoing)
    expect(value(await publish.confirm(tools, account, delivery('La chaise est prête')))).toBeNull()
    value(await publish.remove(tools, account, sent))
    value(await publish.remove(tools, account, sent))
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
    expect(await shown(sent.remoteId)).toMatchObject({ code: 'rest_forbidden' })
  })

  test('comments come in, held ones too; our answer lands under them, approves them, and is found again', async () => {
    const { cursor = null } = value(await inbox.read(tools, account, null))
    const sent = await send(delivery('Qui veut un banc ?\n\nEn chêne.'))
    const post = Number(sent.remoteId)
    const held = await commentOnWordPress(site(), { post, text: 'Moi & lui !', approved: false })
    const page = value(await inbox.read(tools, account, cursor))
    expect(page.items).toMatchObject([
      {
        remoteId: `comment-${held}`,
        kind: 'comment',
        threadId: sent.remoteId,
        inReplyTo: sent.remoteId,
        text: 'Moi & lui !',
        author: { name: 'Yanis' },
        data: { post, status: 'hold' },
      },
    ])
    expect(JSON.stringify(page)).not.toContain('autre.example')
    const replyTo = { remoteId: `comment-${held}`, data: { post, status: 'hold' } }
    const answer = delivery('Il est <à> vous : "20 €" & merci... https://a.fr', { replyTo })
    const said = await send(answer)
    expect(value(await publish.confirm(tools, account, answer))).toEqual(said)
    type ShownComment = {
      id: number
      parent: number
      status: string
      content: { rendered: string }
    }
    const comments = await askWordPress<ShownComment[]>(
      site(),
      `/comments?post=${post}&orderby=id&order=asc`,
    )
    expect(comments).toMatchObject([
      { id: held, parent: 0, status: 'approved' },
      { parent: held, status: 'approved' },
    ])
    expect(comments[1]?.content.rendered).toContain('Il est &lt;à&gt; vous')
    expect(value(await inbox.read(tools, account, page.cursor ?? null)).items).toEqual([])
    expect(value(await metrics.posts(tools, account, [sent.remoteId, '999999']))).toEqual({
      [sent.remoteId]: { replies: 2 },
    })
    value(await publish.remove(tools, account, said))
    value(await publish.remove(tools, account, said))
    expect(value(await publish.confirm(tools, account, answer))).toBeNull()
  })

  test('an answer whose fate is unknown is found, and WordPress itself refuses it twice', async () => {
    const { remoteId } = await send(delivery('Un tabouret'))
    const stormy = faultyFetch(tools.fetch)
    stormy.next(
      ({ method, url }) => method === 'POST' && url.pathname.endsWith('/comments'),
      'reset-after',
    )
    const answer = delivery('Premier commentaire', { replyTo: { remoteId } })
    const lost = await publish.publish({ ...tools, fetch: stormy.fetch }, account, answer)
    expect(failure(lost).kind).toBe('unknown-outcome')
    expect(value(await publish.confirm(tools, account, answer))?.url).toContain('#comment-')
    const twice = failure(await publish.publish(tools, account, answer))
    expect(twice).toMatchObject({ kind: 'rejected', field: 'text' })
    expect(value(await metrics.posts(tools, account, [remoteId]))).toEqual({
      [remoteId]: { replies: 1 },
    })
  })

  test('an author sees approved comments, and one approved days later still comes in', async () => {
    const zoe = await createWordPressPerson(site(), 'zoe', 'author')
    const hers = (await signIn(zoe)).account
    const sent = value(await publish.publish(tools, hers, delivery('Une lampe')))
    const post = Number(sent.remoteId)
    const held = await commentOnWordPress(site(), { post, text: 'Combien ?', approved: false })
    await commentOnWordPress(site(), { post, text: 'Jolie' })
    const first = value(await inbox.read(tools, hers, null))
    expect(first.items.map(({ text }) => text)).toContain('Jolie')
    expect(first.items.map(({ text }) => text)).not.toContain('Combien ?')
    await askWordPress(site(), `/comments/${held}`, {
      person: morel,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ status: 'approve' }),
    })
    const next = value(await inbox.read(tools, hers, first.cursor ?? null))
    expect(next.items.map(({ text }) => text)).toEqual(['Combien ?'])
  })

  test('comments are refused where they are closed', async () => {
    const sent = await send(delivery('Sans commentaires'))
    await askWordPress(site(), `/posts/${sent.remoteId}`, {
      person: morel,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ comment_status: 'closed' }),
    })
    const answer = delivery('Quand même', { replyTo: { remoteId: sent.remoteId } })
    expect(failure(await publish.publish(tools, account, answer)).kind).toBe('rejected')
  })

  test('an access taken back by Vigie or by the site asks the person to connect again', async () => {
    const other = (await signIn(await createWordPressPerson(site(), 'paul', 'author'))).account
    value((await connect.revoke?.(tools, other)) ?? never)
    expect(failure(await connect.check(tools, other)).kind).toBe('auth')
    value((await connect.revoke?.(tools, other)) ?? never)
    expect(failure(await publish.publish(tools, other, delivery('Jamais'))).kind).toBe('auth')
  })
})

const never = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

function nameOf({ method, url, status }: Heard): string | null {
  // Only the API, at the site with pretty addresses.
  if (!url.pathname.startsWith('/wp-json')) return null
  const path = url.pathname
    .replace(/^\/wp-json\/(wp\/v2\/)?/, '')
    .replace(/[0-9a-f-]{36}|\d+/g, 'id')
    .replaceAll('/', '-')
  const ok = status === 200 || status === 201
  return `${method.toLowerCase()}-${path || 'index'}${ok ? '' : `-${status}`}`
}
