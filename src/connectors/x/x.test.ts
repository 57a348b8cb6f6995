import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { type CheckedRequest, openapiChecker } from '#connectors/_contract/suite/openapi.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import kit from './contract.ts'
import x from './index.ts'
import { wordsOf } from './post.ts'

const { publish, inbox, metrics, connect } = x
if (!publish?.readPoll || !inbox || !metrics) throw new Error('X does less than it did')
const { readPoll } = publish

describe('connecting', () => {
  test('asks for what is used and no more, with PKCE, by the company’s own app', async () => {
    const desk = await openDesk(x, kit)
    const begun = value(
      (await connect.begin?.(desk.tools, {}, 'https://vigie.example/back', 'a-state')) ?? no,
    )
    const url = new URL(begun.url)
    expect(url.origin + url.pathname).toBe('https://x.com/i/oauth2/authorize')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'id-of-the-app',
      redirect_uri: 'https://vigie.example/back',
      scope: 'tweet.read tweet.write users.read media.write offline.access',
      state: 'a-state',
      code_challenge_method: 'S256',
    })
    expect(begun.url).not.toContain(String(begun.memo['verifier']))
  })

  test('a person who refuses, or comes back by another way, is told to begin again', async () => {
    const { tools } = await openDesk(x, kit)
    for (const callback of ['error=access_denied&state=a', 'code=code-of-morel&state=another']) {
      const memo = { state: 'a', verifier: 'v' }
      const back = new URLSearchParams(callback)
      const outcome = await connect.finish?.(tools, back, 'https://vigie.example/back', memo)
      expect(failure(outcome ?? no).kind).toBe('rejected')
    }
  })

  test('keys that X does not know are said to be the app’s', async () => {
    const { tools } = await openDesk(x, kit)
    const wrong = { ...tools, app: { clientId: 'id-of-the-app', clientSecret: 'old' } }
    const failed = failure(await signIn(x, kit, wrong, {}))
    expect(failed).toMatchObject({ kind: 'rejected', detail: '401 unauthorized_client' })
    const none = failure(await signIn(x, kit, { ...tools, app: {} }, {}))
    expect(none).toMatchObject({ kind: 'rejected', field: 'clientId' })
  })

  test('a refresh token is good once, and its end asks for a person', async () => {
    const { tools, account } = await openDesk(x, kit)
    expect(connect.canRenew?.(account)).toBe(true)
    const renewed = value((await connect.refresh?.(tools, account)) ?? no)
    expect(renewed.secrets).not.toEqual(account.secrets)
    expect(renewed.expiresAt?.getTime()).toBe(tools.clock.now().getTime() + 7_200_000)
    expect(failure((await connect.refresh?.(tools, account)) ?? no).kind).toBe('auth')
  })
})

describe('the same words twice', () => {
  test('are ours when they left since the planned time, though we heard nothing', async () => {
    const desk = await openDesk(x, kit)
    const delivery = desk.delivery('Le banc est prêt : voir atelier-morel.fr & co')
    const first = value(await publish.publish(desk.tools, desk.account, delivery))
    const again = value(await publish.publish(desk.tools, desk.account, delivery))
    expect(again.remoteId).toBe(first.remoteId)
    expect(desk.network.published?.()).toHaveLength(1)
  })

  test('are refused, and said to be, when they are another post’s', async () => {
    const desk = await openDesk(x, kit)
    value(await publish.publish(desk.tools, desk.account, desk.delivery('Bonjour')))
    desk.clock.advance(24 * 3_600_000)
    const outcome = await publish.publish(desk.tools, desk.account, desk.delivery('Bonjour'))
    expect(failure(outcome)).toMatchObject({ kind: 'rejected', field: 'text' })
  })
})

test('a rate limit waits until the instant that X tells', async () => {
  const desk = await openDesk(x, kit)
  const now = desk.clock.now().getTime()
  const headers = { 'x-rate-limit-reset': String(now / 1000 + 600) }
  desk.faults.next(() => true, { answer: new Response('{}', { status: 429, headers }) })
  const failed = failure(await publish.publish(desk.tools, desk.account, desk.delivery('Vite')))
  expect(failed).toMatchObject({ kind: 'rate', until: new Date(now + 600_000) })
})

test('votes are read in the order in which the choices were written', async () => {
  const desk = await openDesk(x, kit)
  const poll = { choices: ['Chêne', 'Noyer'], minutes: 60, multiple: false }
  const sent = value(
    await publish.publish(desk.tools, desk.account, desk.delivery('Quel bois ?', { poll })),
  )
  const tally = value(await readPoll(desk.tools, desk.account, sent))
  expect(tally).toMatchObject({
    choices: [
      { label: 'Chêne', votes: 1 },
      { label: 'Noyer', votes: 2 },
    ],
    closed: false,
  })
  const wrong = [{ minutes: 4 }, { multiple: true }, { choices: ['Chêne', 'Chêne'] }]
  for (const change of wrong) {
    const refused = desk.delivery('Encore ?', { poll: { ...poll, ...change } })
    const failed = failure(await publish.publish(desk.tools, desk.account, refused))
    expect(failed).toMatchObject({ kind: 'rejected', field: 'poll' })
  }
})

test('the mentions that are read again are not asked for since the beginning: X bills them', async () => {
  const desk = await openDesk(x, kit)
  desk.network.speak?.('Bonjour', null)
  const { cursor = null } = value(await inbox.read(desk.tools, desk.account, null))
  desk.clock.advance(3_600_000)
  value(await inbox.read(desk.tools, desk.account, cursor))
  const since = desk.faults.asked.at(-1)?.url.searchParams.get('start_time')
  expect(since).toBe(new Date(desk.clock.now().getTime() - 4_200_000).toISOString())
})

test('words come as people read them, by the new names of X and by the old ones', () => {
  const urls = [
    { url: 'https://t.co/a', expanded_url: 'https://atelier-morel.fr/bancs' },
    { url: 'https://t.co/b', expanded_url: 'https://x.com/p/1', media_key: '3_1' },
  ]
  const text = 'Bois &amp; fer &lt;3 https://t.co/a https://t.co/b'
  const read = 'Bois & fer <3 https://atelier-morel.fr/bancs'
  expect(wordsOf({ id: '1', text, entities: { urls } })).toBe(read)
  expect(wordsOf({ id: '1', text: 'Bois…', note_post: { text, entities: { urls } } })).toBe(read)
  expect(wordsOf({ id: '1', text: 'Bois…', note_tweet: { text, entities: { urls } } })).toBe(read)
})

test.each([
  ['https://x.com/AtelierMorel/status/1890000000000000000', '1890000000000000000'],
  ['https://twitter.com/ateliermorel/status/20?s=20', '20'],
  ['https://x.com/yanis_bois/status/20', null],
  ['https://x.example/ateliermorel/status/20', null],
])('the post at %s is %s', async (address, id) => {
  const { account } = await openDesk(x, kit)
  expect(publish.idIn?.(account, new URL(address))).toBe(id)
})

const spec = sharedData('specs', 'x/openapi.json')

describe.skipIf(!spec)('every request is one that X describes', () => {
  const checker = () => openapiChecker(JSON.parse(readFileSync(spec ?? '', 'utf8')))

  test('and a request that is not would be seen', () => {
    const check = checker()
    const query = new URLSearchParams()
    const post = { method: 'POST', path: '/2/tweets', query }
    expect(check({ ...post, body: { txt: 'Bonjour' } })).not.toEqual([])
    expect(check({ ...post, body: { text: 'Bonjour', reply_settings: 'nobody' } })).not.toEqual([])
    const asked = new URLSearchParams({ 'post.fields': 'text,author_id', max_results: '1' })
    expect(check({ method: 'GET', path: '/2/users/1/mentions', query: asked })).toHaveLength(2)
  })

  test('publishing, answering, reading, counting and leaving', async () => {
    const check = checker()
    const desk = await openDesk(x, kit)
    const problems: string[] = []
    let checked = 0
    const fetch: Tools['fetch'] = async (address, init = {}) => {
      const url = new URL(address)
      if (!url.pathname.startsWith('/2/oauth2/')) {
        checked++
        problems.push(...check(described(url, init)))
      }
      return desk.tools.fetch(address, init)
    }
    const tools = { ...desk.tools, fetch }
    const { account } = desk
    const image = await pictureOf('Une table', 4, 3)
    const film = { width: 160, height: 90, seconds: 2, alt: 'Le rabot' }
    const video = { file: new Blob([new Uint8Array(9_000_000)]), type: 'video/mp4', ...film }
    const asked = desk.network.speak?.('Combien ?', null) ?? ''
    const options = { replies: 'following', paidPartnership: true, madeWithAi: true }
    const deliveries = [
      desk.delivery('Un texte', { options }),
      desk.delivery('Une image', { images: [image] }),
      desk.delivery('Une vidéo', { video }),
      desk.delivery('Un sondage', { poll: { choices: ['A', 'B'], minutes: 60, multiple: false } }),
      desk.delivery('Une réponse', { replyTo: { remoteId: asked } }),
    ]
    const ids: string[] = []
    for (const delivery of deliveries) {
      ids.push(value(await publish.publish(tools, account, delivery)).remoteId)
      value(await publish.confirm(tools, account, delivery))
    }
    const { cursor = null } = value(await inbox.read(tools, account, null))
    value(await inbox.read(tools, account, cursor))
    value(await readPoll(tools, account, { remoteId: ids[3] ?? '' }))
    value(await metrics.posts(tools, account, ids))
    value(await metrics.channel(tools, account))
    value(await connect.check(tools, account))
    value(await publish.remove(tools, account, { remoteId: ids[0] ?? '' }))
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(20)
  })
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

function described(url: URL, init: Parameters<Tools['fetch']>[1] = {}): CheckedRequest {
  const { method = 'GET', body } = init
  const request = { method, path: url.pathname, query: url.searchParams }
  if (typeof body === 'string') return { ...request, body: JSON.parse(body) as unknown }
  if (!(body instanceof FormData)) return request
  const fields = [...body].map(([name, part]) => [
    name,
    typeof part !== 'string' ? 'bytes' : /^\d+$/.test(part) ? Number(part) : part,
  ])
  return { ...request, body: Object.fromEntries(fields), contentType: 'multipart/form-data' }
}
