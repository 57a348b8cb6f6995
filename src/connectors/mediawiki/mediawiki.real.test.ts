import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { faultyFetch } from '#connectors/_contract/suite/faults.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { type Heard, recording } from '#connectors/_contract/suite/record.ts'
import { systemClock } from '#platform/clock.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { silentLog } from '#platform/log.ts'
import { askWiki, createWikiPerson, type WikiPerson } from '#support/servers/mediawiki-people.ts'
import { useServer } from '#support/servers/use-server.ts'
import mediawiki from './index.ts'

const { connect, publish, inbox } = mediawiki
if (!publish || !inbox) throw new Error('MediaWiki does less than it did')

describe('a wiki that runs MediaWiki', () => {
  const wiki = useServer('mediawiki')
  let tools: Tools
  let morel: WikiPerson
  let yanis: WikiPerson
  let account: Account

  beforeAll(async () => {
    const { host } = new URL(wiki().url)
    const fetch = createFetch({ allowPrivateHosts: [host] })
    tools = {
      fetch: heeding(recording(fetch, import.meta.dirname, nameOf)),
      clock: systemClock,
      log: silentLog,
    }
    morel = await createWikiPerson(wiki(), 'Morel')
    yanis = await createWikiPerson(wiki(), 'Yanis')
    account = (await signIn({})).account
  }, 60_000)

  const warnings: unknown[] = []
  /** MediaWiki warns of every parameter that it does not know, or that is not used any more. */
  const heeding =
    (ask: Tools['fetch']): Tools['fetch'] =>
    async (url, init) => {
      const response = await ask(url, init)
      const said: unknown = await response
        .clone()
        .json()
        .catch(() => null)
      if (said && typeof said === 'object' && 'warnings' in said) warnings.push(said.warnings)
      return response
    }
  afterAll(() => expect(warnings).toEqual([]))

  const fields = () => ({
    wiki: wiki().url,
    login: morel.login,
    password: morel.botPassword,
    page: 'Journal',
  })
  const connectWith = async (more: Record<string, string>) =>
    (await connect.withCredentials?.(tools, { ...fields(), ...more })) ?? never
  const signIn = async (more: Record<string, string>) => value(await connectWith(more))

  const delivery = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
    id: randomUUID(),
    plannedAt: new Date(),
    text,
    images: [],
    options: {},
    ...more,
  })

  const send = async (outgoing: Outgoing) => value(await publish.publish(tools, account, outgoing))
  const htmlOf = async (page: string) => {
    const asked = { action: 'parse', page, prop: 'text' }
    const said = await askWiki<{ parse?: { text: string } }>(wiki(), asked)
    return said.parse?.text ?? ''
  }
  const headingsOf = async (page: string) => {
    const found = (await htmlOf(page)).matchAll(/class="mw-headline"[^>]*>([^<]*)</g)
    return [...found].map(([, title = '']) => title)
  }
  const editAs = async (person: WikiPerson, parameters: Record<string, string>) => {
    const asked = { action: 'edit', ...parameters }
    const said = await askWiki<{ edit: { newrevid: number } }>(wiki(), asked, person)
    expect(said).toMatchObject({ edit: { result: 'Success' } })
    return said
  }
  const read = async (cursor: string | null) => value(await inbox.read(tools, account, cursor))
  /** An edit comes into the watchlist a moment after it is answered. */
  const readOnce = (count: number, cursor: string | null) =>
    vi.waitFor(async () => {
      const page = await read(cursor)
      expect(page.items).toHaveLength(count)
      return page
    }, 15_000)

  test('a person connects with a bot password, and the wiki tells its own limits', async () => {
    const { host } = new URL(wiki().url)
    const connected = await signIn({ wiki: `${wiki().url}/index.php/Main_Page` })
    expect(connected).toMatchObject({
      displayName: 'Atelier Morel',
      account: { handle: `Morel@${host}`, remoteId: expect.stringContaining('#') },
    })
    expect(connected.profileUrl).toBe(`${wiki().url}/index.php/Journal`)
    expect(mediawiki.limitsOf?.(connected.account)).toMatchObject({
      imagesMax: 10,
      imageMaxBytes: 104_857_600,
      imageTypes: ['image/png', 'image/gif', 'image/jpeg', 'image/webp'],
    })
    expect(value(await connect.check(tools, connected.account)).account).toEqual(connected.account)
  })

  test('a wrong password, the login of a person or no wiki there get a sentence by the field', async () => {
    const asked: [Record<string, string>, string][] = [
      [{ password: 'nothing' }, 'password'],
      [{ login: 'Nobody@vigie' }, 'password'],
      [{ login: 'Morel' }, 'login'],
      [{ wiki: 'not an address' }, 'wiki'],
      [{ wiki: `${wiki().url}/images/nothing.png` }, 'wiki'],
    ]
    for (const [more, field] of asked) {
      expect(failure(await connectWith(more)), field).toMatchObject({ kind: 'rejected', field })
    }
  })

  test('a text becomes a section, shown as it was written whatever wikitext is in it', async () => {
    const text = [
      'Le banc [[neuf]] & {{PAGENAME}} = beau',
      '',
      "* L’été à l’atelier 🪵 : 3 < 4, '''gras''', __NOTOC__ ~~~~",
      '== Faux titre ==',
      ' espace, voir https://atelier-morel.fr/a_b?c=1&d=[2] et RFC 822.',
      '',
      '<script>alert(1)</script> <b>x</b> {| tableau |}',
      '',
      '# un',
      '-----',
    ].join('\n')
    const sent = await send(delivery(text))
    const html = await htmlOf('Journal')
    const words = decoded(html.replace(/<[^>]+>/g, ''))
    expect(words).toContain('Le banc [[neuf]] & {{PAGENAME}} = beau')
    expect(words).toContain("* L’été à l’atelier 🪵 : 3 < 4, '''gras''', __NOTOC__ ~~~~")
    expect(words).toContain('== Faux titre ==')
    expect(words).toContain('<script>alert(1)</script> <b>x</b> {| tableau |}')
    expect(words).toContain('# un\n-----')
    expect(html).toContain('href="https://atelier-morel.fr/a_b?c=1&amp;d=%5B2%5D"')
    expect(html).not.toMatch(/<(?:li|pre|hr|table|b)\b/)
    expect(html.match(/class="external/g)).toHaveLength(1)
    const anchor = decodeURIComponent(new URL(sent.url).hash.slice(1))
    expect(html.replaceAll('&amp;', '&')).toContain(`id="${anchor}"`)
    expect(sent.url).toContain('/index.php/Journal#')
  })

  test('images are sent to the wiki and shown in the section, described; sent again, they take their own place', async () => {
    const images = [await pictureOf('Une table [neuve] | en chêne'), await pictureOf('Un banc')]
    const options = { title: 'Deux meubles', page: 'Galerie' }
    const outgoing = delivery('Livrés dimanche.', { images, options })
    const stormy = faultyFetch(tools.fetch)
    stormy.next(isEdit, 'unsent')
    const lost = await publish.publish({ ...tools, fetch: stormy.fetch }, account, outgoing)
    expect(failure(lost).kind).toBe('transient')
    await send(outgoing)
    const html = await htmlOf('Galerie')
    expect(decoded(html)).toContain('alt="Une table [neuve] | en chêne"')
    expect(html).toContain('alt="Un banc"')
    expect(html.match(/<img /g)).toHaveLength(2)
    const all = { action: 'query', list: 'allimages', ailimit: '50' }
    const said = await askWiki<{ query: { allimages: { name: string }[] } }>(wiki(), all)
    expect(said.query.allimages.map(({ name }) => name.replace(/_[0-9a-f]{8}-/, '_'))).toEqual([
      'Un_banc_2.png',
      'Une_table_neuve_en_chêne_1.png',
    ])
  })

  test('what is no image is refused by its field', async () => {
    const image = await pictureOf('Un faux')
    const broken = { ...image, bytes: new TextEncoder().encode('<?php echo 1;') }
    const refused = await publish.publish(tools, account, delivery('Image', { images: [broken] }))
    expect(failure(refused)).toMatchObject({ kind: 'rejected', field: 'images' })
  })

  const isEdit = ({ method, url }: { method: string; url: URL }) =>
    method === 'POST' && url.searchParams.get('action') === 'edit'

  test.each([
    ['a reset after the wiki accepted', 'reset-after'],
    ['a timeout after the wiki accepted', 'timeout-after'],
    ['a request that never arrived', 'lost'],
  ] as const)('%s: reading back tells, so that none is sent twice', async (name, fault) => {
    const stormy = faultyFetch(tools.fetch)
    stormy.next(isEdit, fault)
    const outgoing = delivery(`Sous l’orage, ${name}\n\nIl pleut.`)
    const lost = await publish.publish({ ...tools, fetch: stormy.fetch }, account, outgoing)
    expect(failure(lost).kind).toBe('unknown-outcome')
    const found = value(await publish.confirm(tools, account, outgoing))
    expect(found === null).toBe(fault === 'lost')
    const sent = found ?? (await send(outgoing))
    expect(value(await publish.confirm(tools, account, outgoing))).toEqual(sent)
    expect((await headingsOf('Journal')).filter((title) => title.includes(name))).toHaveLength(1)
  })

  test('a post moved with its page is still found; one undone is gone, and undoing twice harms nobody', async () => {
    const outgoing = delivery('La chaise est prête', { options: { page: 'Atelier' } })
    const sent = await send(outgoing)
    const other = delivery('La chaise est prête', { options: { page: 'Atelier' } })
    expect(value(await publish.confirm(tools, account, other))).toBeNull()
    await editAs(yanis, { title: 'Atelier', section: 'new', sectiontitle: 'Autre', text: 'Autre' })
    value(await publish.remove(tools, account, sent))
    const html = await htmlOf('Atelier')
    expect(html).not.toContain('La chaise est prête')
    expect(html).toContain('Autre')
    value(await publish.remove(tools, account, sent))
    expect(value(await publish.confirm(tools, account, outgoing))).toBeNull()
  })

  test('a section that somebody has changed since is not undone blindly: a person is told', async () => {
    const sent = await send(delivery('Le tabouret\n\nEn hêtre.', { options: { page: 'Changée' } }))
    await editAs(yanis, { title: 'Changée', text: '== Le tabouret ==\n\nEn noyer, de Yanis.' })
    const refused = failure(await publish.remove(tools, account, sent))
    expect(refused.kind).toBe('rejected')
    expect(await htmlOf('Changée')).toContain('En noyer')
  })

  test('what is said in the talk page comes in, and our answer lands under it', async () => {
    const { cursor = null } = await read(null)
    const sent = await send(delivery('Qui veut un [banc] ?\n\nEn chêne.'))
    const talk = 'Talk:Journal'
    const heading = 'Qui veut un &#91;banc&#93; ?'
    const words = "Moi, [[Journal|volontiers]] & '''vite''' ! ~~~~"
    const said = await editAs(yanis, {
      title: talk,
      section: 'new',
      sectiontitle: heading,
      text: words,
    })
    await editAs(yanis, {
      title: talk,
      section: 'new',
      sectiontitle: 'Autre chose',
      text: 'Bonjour ~~~~',
    })
    const page = await readOnce(2, cursor)
    expect(page.items).toMatchObject([
      {
        remoteId: String(said.edit.newrevid),
        kind: 'comment',
        inReplyTo: sent.remoteId,
        threadId: `${talk}#Qui veut un [banc] ?`,
        author: { name: 'Yanis' },
        text: 'Moi, volontiers & vite !',
      },
      { kind: 'mention', text: 'Bonjour', threadId: `${talk}#Autre chose` },
    ])
    const [asked] = page.items
    const replyTo = { remoteId: asked?.remoteId ?? '', data: asked?.data }
    const answer = delivery('Il est à vous.\nVenez {{dimanche}}.', { replyTo })
    const ours = await send(answer)
    expect(value(await publish.confirm(tools, account, answer))).toEqual(ours)
    const html = await htmlOf(talk)
    const [under = ''] = html.split('Autre_chose')
    expect(decoded(under)).toMatch(/Il est à vous\.<br ?\/?>Venez \{\{dimanche\}\}\./)
    expect(under).toContain('title="User:Morel')
    await editAs(yanis, { title: talk, section: '1', appendtext: '\n:: Merci ! ~~~~' })
    const next = await readOnce(1, page.cursor ?? null)
    expect(next.items).toMatchObject([
      { kind: 'comment', text: 'Merci !', inReplyTo: sent.remoteId },
    ])
    expect((await read(next.cursor ?? null)).items).toEqual([])
  })

  test('a first comment of ours opens the discussion of the post', async () => {
    const sent = await send(delivery('La lampe est allumée'))
    const replyTo = { remoteId: sent.remoteId, data: sent.data ?? {} }
    const said = await send(delivery('Des questions ?', { replyTo }))
    expect(said.url).toContain('/Talk:Journal#La_lampe')
    expect(decoded(await htmlOf('Talk:Journal'))).toContain('Des questions ?')
  })

  test('a backlog of more than a page is read whole, none twice', async () => {
    await send(delivery('Merci à tous'))
    let { cursor = null } = await read(null)
    for (let n = 0; n < 52; n++) {
      await editAs(yanis, { title: 'Talk:Journal', appendtext: `\n\nMerci ${n}.` })
    }
    const all = Array.from({ length: 52 }, (_, n) => `Merci ${n}.`).toSorted()
    const texts: string[] = []
    // Some come after later ones.
    await vi.waitFor(async () => {
      const page = await read(cursor)
      cursor = page.cursor ?? cursor
      texts.push(...page.items.map(({ text }) => text))
      expect(texts.toSorted()).toEqual(all)
    }, 90_000)
  }, 240_000)

  test('a page that is protected, or has an impossible name, is refused by its field', async () => {
    for (const page of ['MediaWiki:Common.css', 'A[b]']) {
      const refused = await publish.publish(tools, account, delivery('Non', { options: { page } }))
      expect(failure(refused)).toMatchObject({ kind: 'rejected', field: 'options.page' })
    }
  })

  test('a password that is not known asks the person to connect again, reading or writing', async () => {
    const forged = { ...account, secrets: { password: 'a'.repeat(32) } }
    expect(failure(await connect.check(tools, forged)).kind).toBe('auth')
    expect(failure(await inbox.read(tools, forged, null)).kind).toBe('auth')
    expect(failure(await publish.publish(tools, forged, delivery('Jamais'))).kind).toBe('auth')
  })
})

/** Signs as a reader sees them. */
const decoded = (html: string) =>
  html
    // MediaWiki sets French signs apart by spaces of its own.
    .replaceAll('&#160;', ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name: 'lt' | 'gt' | 'quot' | 'amp') => signs[name])

const signs = { lt: '<', gt: '>', quot: '"', amp: '&' }

const never = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

function nameOf({ method, url, body }: Heard): string | null {
  if (!url.pathname.endsWith('/api.php')) return null
  const action = url.searchParams.get('action') ?? ''
  const about = ['list', 'prop', 'meta', 'type'].flatMap((name) => url.searchParams.get(name) ?? [])
  const code = (body as { error?: { code?: string } }).error?.code
  const login = (body as { login?: { result?: string } }).login?.result
  const result = code ?? (login === 'Success' ? undefined : login)
  return [method.toLowerCase(), action, ...about, ...(result ? [result] : [])]
    .join('-')
    .replaceAll('|', '-')
    .toLowerCase()
}
