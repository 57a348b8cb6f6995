import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Connected, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { app, goodCode } from './double.ts'
import tiktok from './index.ts'
import { filmOf, openAccount } from './testing.ts'
import { text } from './text.ts'

const { publish, metrics, connect, checkOptions } = tiktok
if (!publish || !metrics || !checkOptions) throw new Error('TikTok does less than it did')

const everyone = { privacy_level: 'PUBLIC_TO_EVERYONE' }

test('tags and people are found in a caption, addresses are not', () => {
  expect(text.spans('#chêne, par @yanis.bois. https://a.fr/#x ou a@b.fr')).toEqual([
    { start: 0, end: 6, kind: 'hashtag', value: 'chêne' },
    { start: 12, end: 23, kind: 'mention', value: 'yanis.bois' },
  ])
  expect(text.count('🪵')).toBe(2)
})

describe('connecting', () => {
  const visit = async (tools: Tools, redirect: string) => {
    const begun = value((await connect.begin?.(tools, {}, redirect, 'st')) ?? no)
    const back = new URLSearchParams({ code: goodCode, state: 'st' })
    const finished = (await connect.finish?.(tools, back, redirect, begun.memo)) ?? no
    return { asked: new URL(begun.url).searchParams, finished }
  }

  test('by a public address goes without a challenge, which Login Kit for the web does not know', async () => {
    const { tools, network } = await openAccount()
    const { asked } = await visit(tools, 'https://vigie.example/channels/callback')
    expect(asked.get('client_key')).toBe(app.clientKey)
    expect(asked.has('code_challenge')).toBe(false)
    expect(network.forms.at(-1)?.get('client_key')).toBe(app.clientKey)
    expect(network.forms.at(-1)?.has('client_id')).toBe(false)
    expect(network.forms.at(-1)?.has('code_verifier')).toBe(false)
  })

  test('by an address of this machine proves who began, in hexadecimal as TikTok wants', async () => {
    const { tools, network } = await openAccount()
    const { asked } = await visit(tools, 'http://127.0.0.1:4000/channels/callback')
    const verifier = network.forms.at(-1)?.get('code_verifier') ?? ''
    expect(verifier.length).toBeGreaterThan(42)
    expect(asked.get('code_challenge')).toBe(createHash('sha256').update(verifier).digest('hex'))
  })

  test('without the right to post is refused with what to do', async () => {
    const { tools, network } = await openAccount()
    network.scope = 'user.info.basic'
    const { finished } = await visit(tools, 'https://vigie.example/channels/callback')
    expect(failure(finished)).toMatchObject({ kind: 'rejected', field: 'scope' })
  })

  test('a renewal refused with a status that says yes ends the access', async () => {
    const { tools, account } = await openAccount()
    const ended = { ...account, secrets: { ...account.secrets, refreshToken: 'rft.old' } }
    expect(failure((await connect.refresh?.(tools, ended)) ?? no).kind).toBe('auth')
  })

  test('an account that has posted all it may today is still in order', async () => {
    const { tools, account, faults } = await openAccount()
    const answer = Response.json(
      { error: { code: 'spam_risk_too_many_posts', message: '' } },
      { status: 403 },
    )
    faults.next(({ url }) => url.pathname.includes('creator_info'), { answer })
    const { account: checked } = value(await connect.check(tools, account))
    expect(checked).toEqual(account)
  })
})

describe('before the audit', () => {
  const unaudited = async () => {
    const desk = await openAccount()
    const tools = { ...desk.tools, app: { ...app, audited: 'no' } }
    const { account } = value(await connect.check(tools, desk.account)) as Connected
    return { ...desk, tools, account }
  }

  test('only “Only me” is taken, and it is said while one writes', async () => {
    const { account } = await unaudited()
    expect(checkOptions(everyone, account)).toMatchObject([
      { field: 'privacy_level', reason: { fr: expect.stringContaining('demandez l’audit') } },
    ])
    expect(checkOptions({ privacy_level: 'SELF_ONLY' }, account)).toEqual([])
  })

  test('the check of the connection says so, and asks for a private account', async () => {
    const { tools, account, network } = await unaudited()
    const look = async () => value((await connect.examine?.(tools, account)) ?? no)
    expect((await look()).map(({ ok }) => ok)).toEqual([true, false, false])
    network.creator['privacy_level_options'] = ['FOLLOWER_OF_CREATOR', 'SELF_ONLY']
    expect((await look()).map(({ ok }) => ok)).toEqual([true, false, true])
  })
})

describe('what a person chooses', () => {
  test.each([
    ['privacy_level', {}],
    ['privacy_level', { privacy_level: '' }],
    ['privacy_level', { privacy_level: 'FOLLOWER_OF_CREATOR' }],
    ['brand_content_toggle', { privacy_level: 'SELF_ONLY', brand_content_toggle: true }],
    ['disable_stitch', { ...everyone, disable_stitch: false }],
    ['title', { ...everyone, title: 'é'.repeat(91) }],
  ])('%s that TikTok would refuse is said while one writes', async (field, options) => {
    const { account } = await openAccount()
    expect(checkOptions(options, account)).toMatchObject([{ field }])
  })

  test('leaves as it was chosen; nothing is allowed that nobody allowed', async () => {
    const { tools, account, delivery, network } = await openAccount()
    const options = {
      ...everyone,
      disable_comment: false,
      brand_organic_toggle: true,
      title: 'Bois',
    }
    value(await publish.publish(tools, account, delivery('Le rabot', { options })))
    expect(network.begun).toMatchObject([
      {
        post_mode: 'DIRECT_POST',
        post_info: {
          title: 'Bois',
          description: 'Le rabot',
          disable_comment: false,
          brand_organic_toggle: true,
          brand_content_toggle: false,
        },
        source_info: {
          source: 'PULL_FROM_URL',
          photo_images: ['https://vigie.example/m/image.jpeg'],
        },
      },
    ])
    value(await publish.publish(tools, account, delivery('Film', { video: filmOf(10) })))
    expect(network.begun[1]).toMatchObject({
      post_info: { title: 'Film', disable_comment: true, disable_duet: true, disable_stitch: true },
    })
  })

  test('is asked of TikTok again at the last moment', async () => {
    const { tools, account, delivery, network } = await openAccount()
    network.creator['privacy_level_options'] = ['SELF_ONLY']
    const refused = failure(await publish.publish(tools, account, delivery('Le rabot')))
    expect(refused).toMatchObject({
      kind: 'rejected',
      field: 'options/privacy_level',
      reason: { en: expect.stringContaining('“Only me”') },
    })
    expect(network.begun).toEqual([])
  })
})

describe('a post', () => {
  test('is known by all nineteen digits of its number', async () => {
    const { tools, account, delivery, network } = await openAccount()
    const sent = value(await publish.publish(tools, account, delivery('Le banc')))
    expect(sent.remoteId).toMatch(/^\d{19}$/)
    expect(sent.remoteId).toBe(network.published?.()[0]?.remoteId)
    expect(sent.url).toBe(`https://www.tiktok.com/@ateliermorel/photo/${sent.remoteId}`)
  })

  test('that few may see has no public number, and is counted once it has one', async () => {
    const { tools, account, delivery, network } = await openAccount()
    const options = { privacy_level: 'MUTUAL_FOLLOW_FRIENDS' }
    const film = delivery('Entre amis', { video: filmOf(10), options })
    const { remoteId, url } = value(await publish.publish(tools, account, film))
    expect(remoteId).toMatch(/^v_pub_file/)
    expect(url).toBe('https://www.tiktok.com/@ateliermorel')
    expect(value(await metrics.posts(tools, account, [remoteId]))).toEqual({})
    network.opened = true
    expect(value(await metrics.posts(tools, account, [remoteId]))).toEqual({
      [remoteId]: { likes: 0, replies: 2, reposts: 1, views: 40 },
    })
  })

  test.each([
    ['file_format_check_failed', 'rejected'],
    ['duration_check_failed', 'rejected'],
    ['frame_rate_check_failed', 'rejected'],
    ['picture_size_check_failed', 'rejected'],
    ['photo_pull_failed', 'rejected'],
    ['publish_cancelled', 'rejected'],
    ['spam_risk', 'rejected'],
    ['a_reason_of_tomorrow', 'rejected'],
    ['spam_risk_too_many_posts', 'rate'],
    ['auth_removed', 'auth'],
    ['internal', 'transient'],
  ])('that TikTok gives up (%s) is %s, and may be sent again', async (reason, kind) => {
    const { tools, account, delivery, network, withKept } = await openAccount()
    const post = delivery('Le banc')
    network.fails = reason
    expect(failure(await publish.publish(tools, account, post)).kind).toBe(kind)
    expect(value(await publish.confirm(tools, account, withKept(post)))).toBeNull()
    delete network.fails
    value(await publish.publish(tools, account, withKept(post)))
    expect(network.published?.()).toHaveLength(1)
  })

  test('has no answers by a program', async () => {
    const { tools, account, delivery } = await openAccount()
    const answer = delivery('Merci', { replyTo: { remoteId: '7000000000000000001' } })
    expect(failure(await publish.publish(tools, account, answer))).toMatchObject({
      kind: 'rejected',
      reason: { fr: expect.stringContaining('commentaires') },
    })
  })

  test.each([
    [
      'https://www.tiktok.com/@atelier.morel/video/7000000000000000001?lang=fr',
      '7000000000000000001',
    ],
    ['https://m.tiktok.com/@atelier.morel/photo/7000000000000000001', '7000000000000000001'],
    ['https://www.tiktok.com/@atelier.morel', null],
    ['https://tiktok.example/@atelier.morel/video/7000000000000000001', null],
  ])('at %s is %s', async (address, id) => {
    const { account } = await openAccount()
    expect(publish.idIn?.(account, new URL(address))).toBe(id)
  })
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
