import { describe, expect, test } from 'vitest'
import { failure, openDesk, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import type { Connected } from '#connectors/_contract/connector.ts'
import { watched } from '#connectors/_contract/suite/watch.ts'
import kit from './contract.ts'
import { pageId } from './double.ts'
import facebook from './index.ts'
import { foldAt } from './web/fold.ts'

const { publish, inbox, metrics, connect } = facebook
if (!publish || !inbox || !metrics) throw new Error('Facebook does less than it did')

const redirect = 'https://vigie.example/channels/callback'

describe('connecting', () => {
  test('sends the person to Facebook with the configuration of the app', async () => {
    const { tools } = await openDesk(facebook, kit)
    const begun = value((await connect.begin?.(tools, {}, redirect, 'st')) ?? no)
    const url = new URL(begun.url)
    expect([url.host, url.pathname]).toEqual(['www.facebook.com', '/v26.0/dialog/oauth'])
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: kit.app?.['appId'],
      redirect_uri: redirect,
      state: 'st',
      config_id: '77',
    })
    expect(url.searchParams.has('scope')).toBe(false)
  })

  test('without a configuration, asks for each permission by name', async () => {
    const { tools } = await openDesk(facebook, kit)
    const app = { ...kit.app, configurationId: '' }
    const begun = value((await connect.begin?.({ ...tools, app }, {}, redirect, 'st')) ?? no)
    const { searchParams } = new URL(begun.url)
    expect(searchParams.get('scope')?.split(',')).toContain('pages_manage_posts')
    expect(searchParams.has('config_id')).toBe(false)
  })

  test('answers every page where the person may publish, with a token of its own', async () => {
    const { tools } = await openDesk(facebook, kit)
    const allowed = new URLSearchParams({ code: 'code-of-camille', state: 'st' })
    const found = value((await connect.finish?.(tools, allowed, redirect, { state: 'st' })) ?? no)
    const pages = found as Connected[]
    expect(pages.map(({ displayName }) => displayName)).toEqual(['Atelier Morel', 'École du bois'])
    expect(pages.map(({ account }) => account.secrets['pageToken'])).toEqual([
      'token-of-the-page',
      'token-of-the-school',
    ])
    expect(pages.map(({ expiresAt }) => expiresAt)).toEqual([undefined, undefined])
  })

  test.each([
    ['the person declined', { error: 'access_denied', state: 'st' }],
    ['the state is another', { code: 'code-of-camille', state: 'other' }],
    ['the code is wrong', { code: 'wrong', state: 'st' }],
  ])('is refused with a sentence when %s', async (_, callback: Record<string, string>) => {
    const { tools } = await openDesk(facebook, kit)
    const params = new URLSearchParams(callback)
    const failed = failure((await connect.finish?.(tools, params, redirect, { state: 'st' })) ?? no)
    expect(failed).toMatchObject({ kind: 'rejected' })
  })
})

test('a page connected before it was asked for the right to be told says so, and what to do', async () => {
  const { tools, account } = await openDesk(facebook, kit)
  // As Meta refuses what was not allowed (docs/graph-api/guides/error-handling, read 2026-11-25).
  const error = { message: '(#200) Requires pages_manage_metadata permission', code: 200 }
  const fetch: typeof tools.fetch = async (address, init) =>
    new URL(address).pathname.endsWith('/subscribed_apps')
      ? Response.json({ error }, { status: 403 })
      : tools.fetch(address, init)
  const [told] = value((await connect.examine?.({ ...tools, fetch }, account)) ?? no)
  expect(told).toMatchObject({
    ok: false,
    next: { en: expect.stringMatching(/^Connect the account again/) },
  })
  expect((await connect.check({ ...tools, fetch }, account)).ok).toBe(true)
})

test('every request in the name of the page proves that it is the app’s', async () => {
  const desk = await openDesk(facebook, kit)
  const { tools, asked } = watched(desk.tools)
  value(await connect.check(tools, desk.account))
  // HMAC-SHA-256 of “token-of-the-page” under “secret-of-the-app”.
  const [request] = asked
  expect(request?.url.searchParams.get('appsecret_proof')).toMatch(/^[0-9a-f]{64}$/)
  expect(request?.url.href).not.toContain('token-of-the-page')
})

describe('a post', () => {
  test('of words with a link asks for its card; with photos it does not', async () => {
    const desk = await openDesk(facebook, kit)
    const { tools, asked } = watched(desk.tools)
    const words = 'À voir : https://atelier-morel.fr/tables.'
    value(await publish.publish(tools, desk.account, desk.delivery(words)))
    expect(JSON.parse(String(asked.at(-1)?.body))).toEqual({
      message: words,
      link: 'https://atelier-morel.fr/tables',
    })
    const images = [await pictureOf('Une table', 4, 3)]
    value(await publish.publish(tools, desk.account, desk.delivery(words, { images })))
    expect(JSON.parse(String(asked.at(-1)?.body))).not.toHaveProperty('link')
  })

  test('that Facebook calls a duplicate is looked for before it is believed', async () => {
    const desk = await openDesk(facebook, kit)
    const delivery = desk.delivery('Deux fois')
    const sent = value(await publish.publish(desk.tools, desk.account, delivery))
    const duplicate = { error: { code: 506, message: 'Duplicate status message' } }
    const isPost = ({ url }: { url: URL }) => url.pathname.endsWith('/feed')
    desk.faults.next(isPost, { answer: Response.json(duplicate, { status: 400 }) })
    const again = value(await publish.publish(desk.tools, desk.account, delivery))
    expect(again.remoteId).toBe(sent.remoteId)
    desk.faults.next(isPost, { answer: Response.json(duplicate, { status: 400 }) })
    const other = failure(await publish.publish(desk.tools, desk.account, desk.delivery('Autre')))
    expect(other).toMatchObject({ kind: 'rejected', field: 'text' })
  })

  test('its id is in its addresses, and no other page’s', () => {
    const account = { remoteId: pageId, handle: 'ateliermorel', settings: {} }
    const idIn = (url: string) => publish.idIn?.(account, new URL(url))
    for (const url of [
      'https://www.facebook.com/1001_55',
      'https://www.facebook.com/AtelierMorel/posts/55',
      'https://www.facebook.com/1001/posts/des-mots/55/',
      'https://m.facebook.com/permalink.php?story_fbid=55&id=1001',
    ])
      expect(idIn(url), url).toBe('1001_55')
    for (const url of [
      'https://www.facebook.com/1002_55',
      'https://www.facebook.com/autre/posts/55',
      'https://www.facebook.com/ateliermorel/posts/pfbid02abc',
      'https://facebook.example/1001_55',
    ])
      expect(idIn(url), url).toBeNull()
  })
})

describe('Messenger', () => {
  async function asked() {
    const desk = await openDesk(facebook, kit)
    const remoteId = desk.network.speak?.('Livrez-vous à Lyon ?', null) ?? ''
    const { items } = value((await inbox?.read(desk.tools, desk.account, null)) ?? no)
    return { desk, remoteId, message: items.find((item) => item.remoteId === remoteId) }
  }

  test('what is written to the page is a message, and its answer reaches whoever wrote', async () => {
    const { desk, remoteId, message } = await asked()
    expect(message).toMatchObject({ kind: 'message', author: { name: 'Yanis' } })
    const replyTo = { remoteId, data: message?.data ?? {} }
    const delivery = desk.delivery('Oui, chaque jeudi', { replyTo })
    const sent = value(await publish.publish(desk.tools, desk.account, delivery))
    const found = value(await publish.confirm(desk.tools, desk.account, delivery))
    expect(found?.remoteId).toBe(sent.remoteId)
    const { items } = value(await inbox.read(desk.tools, desk.account, null))
    expect(items.map((item) => item.remoteId)).toEqual([remoteId])
  })

  test('an answer after 24 hours is refused with a sentence that says so', async () => {
    const { desk, remoteId, message } = await asked()
    desk.clock.advance(25 * 3_600_000)
    const delivery = desk.delivery('Trop tard', {
      replyTo: { remoteId, data: message?.data ?? {} },
    })
    const failed = failure(await publish.publish(desk.tools, desk.account, delivery))
    expect(failed).toMatchObject({
      kind: 'rejected',
      reason: { en: expect.stringContaining('24 hours'), fr: expect.stringContaining('24 heures') },
    })
  })
})

test('older messages that Meta refuses to show end the reading, and lose none of the latest', async () => {
  const desk = await openDesk(facebook, kit)
  for (let n = 0; n < 30; n++) {
    desk.network.speak?.(`Message ${n}`, null)
    desk.clock.advance(1000)
  }
  const deleted = { error: { code: 100, message: 'This message has been deleted' } }
  const isOlder = ({ url }: { url: URL }) =>
    url.pathname.endsWith('/messages') && url.searchParams.has('after')
  desk.faults.next(isOlder, { answer: Response.json(deleted, { status: 400 }) })
  const { items } = value(await inbox.read(desk.tools, desk.account, null))
  expect(items.map((item) => item.text)).toEqual(
    Array.from({ length: 20 }, (_, n) => `Message ${n + 10}`),
  )
})

test('a rate that is used up waits as long as Facebook says', async () => {
  const desk = await openDesk(facebook, kit)
  const error = { error: { code: 32, message: '(#32) Page request limit reached' } }
  const wait = async (headers: Record<string, string>) => {
    desk.faults.next(() => true, { answer: Response.json(error, { status: 400, headers }) })
    const failed = failure(await connect.check(desk.tools, desk.account))
    return failed.kind === 'rate' && failed.until.getTime() - desk.clock.now().getTime()
  }
  const usage = {
    '1001': [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 19 }],
  }
  expect(await wait({ 'x-business-use-case-usage': JSON.stringify(usage) })).toBe(19 * 60_000)
  const full = { call_count: 100, total_time: 25, total_cputime: 25 }
  expect(await wait({ 'x-app-usage': JSON.stringify(full) })).toBe(15 * 60_000)
  expect(await wait({})).toBe(60_000)
})

test('a post has its viewers, views and clicks', async () => {
  const desk = await openDesk(facebook, kit)
  const { remoteId } = value(await publish.publish(desk.tools, desk.account, desk.delivery('Vu')))
  const counts = value(await metrics.posts(desk.tools, desk.account, [remoteId]))
  expect(counts[remoteId]).toEqual({
    likes: 0,
    replies: 0,
    reposts: 0,
    reach: 84,
    views: 120,
    clicks: 7,
  })
})

test('a text is cut between two words', () => {
  expect(
    'mot '
      .repeat(200)
      .slice(0, foldAt('mot '.repeat(200)))
      .endsWith('mot'),
  ).toBe(true)
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
