import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import kit from './contract.ts'
import { problemsOf } from '#connectors/_linkedin/documented.ts'
import linkedin from './index.ts'
import { fromLittle, toLittle } from '#connectors/_linkedin/little.ts'
import { text } from './text.ts'

const { publish, inbox, metrics, connect } = linkedin
if (!publish?.readPoll || !inbox || !metrics) throw new Error('LinkedIn does less than it did')
const { readPoll } = publish

describe('LinkedIn’s own notation', () => {
  test.each([
    ['Bois (massif) & fer_forgé', 'Bois \\(massif\\) & fer\\_forgé'],
    ['#chêne à 20 % <3', '{hashtag|\\#|chêne} à 20 % \\<3'],
    ['#2026 n’est pas un mot-clé', '\\#2026 n’est pas un mot-clé'],
    ['https://a.fr/x_(y)#z', 'https://a.fr/x\\_\\(y\\)\\#z'],
    [
      'Merci @[Scierie Duval](urn:li:organization:24)',
      'Merci @[Scierie Duval](urn:li:organization:24)',
    ],
    ['yanis@exemple.fr', 'yanis\\@exemple.fr'],
  ])('%s', (words, little) => expect(toLittle(words)).toBe(little))

  test('whatever is written comes back as it was', () => {
    const pieces = fc.constantFrom(
      '#',
      '@',
      '[',
      ']',
      '(',
      ')',
      '\\',
      '|',
      '{',
      '}',
      '_',
      'bois',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const words = parts.join('')
        expect(fromLittle(toLittle(words))).toBe(words)
      }),
    )
  })

  test('a mention counts as the name that is shown', () => {
    expect(text.count('Merci @[Scierie Duval](urn:li:organization:24) !')).toBe(21)
  })
})

describe('connecting', () => {
  test('gives every page that the person administers, until its access ends', async () => {
    const { tools, connected, clock } = await openDesk(linkedin, kit)
    expect(connected).toMatchObject({
      account: { remoteId: 'urn:li:organization:5515715', handle: 'atelier-morel' },
      displayName: 'Atelier Morel',
      profileUrl: 'https://www.linkedin.com/company/atelier-morel/',
      expiresAt: new Date(clock.now().getTime() + 5_184_000_000),
    })
    const wrong = { ...tools, app: { clientId: 'id-of-the-app', clientSecret: 'old' } }
    expect(failure(await signIn(linkedin, kit, wrong, {})).kind).toBe('rejected')
  })

  test.each([
    ['user_cancelled_authorize', 'Access was declined on the page of LinkedIn.'],
    ['unauthorized_scope_error', 'LinkedIn refuses one of the permissions that Vigie asks for.'],
  ])('LinkedIn’s own %s is understood', (code, words) => {
    const callback = new URLSearchParams({ error: code })
    const refusal = connect.explain?.(callback, 'https://vigie.example/back')
    expect(refusal?.reason.en).toBe(words)
    expect(connect.explain?.(new URLSearchParams(), 'https://vigie.example/back')).toBeNull()
  })

  test('somebody who administers no page is told what to ask for', async () => {
    const { tools, faults } = await openDesk(linkedin, kit)
    const answer = new Response(JSON.stringify({ elements: [] }))
    faults.next(({ url }) => url.pathname === '/rest/organizationAcls', { answer })
    expect(failure(await signIn(linkedin, kit, tools, {})).kind).toBe('rejected')
  })

  test('an app that is no approved partner’s cannot renew, and says so beforehand', async () => {
    const { tools, account } = await openDesk(linkedin, kit)
    expect(connect.canRenew?.(account)).toBe(true)
    const poor = { ...account, secrets: { ...account.secrets, refreshToken: '' } }
    expect(connect.canRenew?.(poor)).toBe(false)
    expect(failure((await connect.refresh?.(tools, poor)) ?? no).kind).toBe('auth')
  })
})

describe('the same post twice', () => {
  test('is ours when it left since the planned time, though we heard nothing', async () => {
    const desk = await openDesk(linkedin, kit)
    const delivery = desk.delivery('Le banc est prêt #chêne (massif)')
    const first = value(await publish.publish(desk.tools, desk.account, delivery))
    const again = value(await publish.publish(desk.tools, desk.account, delivery))
    expect(again.remoteId).toBe(first.remoteId)
  })

  test('is refused, and said to be, when it is another one', async () => {
    const desk = await openDesk(linkedin, kit)
    value(await publish.publish(desk.tools, desk.account, desk.delivery('Bonjour')))
    desk.clock.advance(30 * 60_000)
    const outcome = await publish.publish(desk.tools, desk.account, desk.delivery('Bonjour'))
    expect(failure(outcome)).toMatchObject({ kind: 'rejected', field: 'text' })
  })
})

test('a daily limit ends at midnight UTC', async () => {
  const desk = await openDesk(linkedin, kit)
  const body = JSON.stringify({
    message: 'Resource level throttle APPLICATION DAY limit for calls',
  })
  desk.faults.next(() => true, { answer: new Response(body, { status: 429 }) })
  const failed = failure(await publish.publish(desk.tools, desk.account, desk.delivery('Vite')))
  expect(failed).toMatchObject({ kind: 'rate', until: new Date('2026-03-03T00:00:00Z') })
})

describe('a poll', () => {
  const poll = { choices: ['Chêne', 'Noyer'], minutes: 4320, multiple: false }

  test('asks the last line; what stands before goes above; votes are read', async () => {
    const desk = await openDesk(linkedin, kit)
    const words = 'Nous refaisons l’atelier.\n\nQuel bois ?'
    const delivery = desk.delivery(words, { poll })
    const sent = value(await publish.publish(desk.tools, desk.account, delivery))
    const found = value(await publish.confirm(desk.tools, desk.account, delivery))
    expect(found?.remoteId).toBe(sent.remoteId)
    expect(value(await readPoll(desk.tools, desk.account, sent))).toEqual({
      choices: [
        { label: 'Chêne', votes: 1 },
        { label: 'Noyer', votes: 2 },
      ],
      closesAt: new Date(desk.clock.now().getTime() + 3 * 24 * 3_600_000),
      closed: false,
    })
  })

  test.each([
    ['a question too long', 'Pourquoi ? '.repeat(20), {}, 'text'],
    ['two days', 'Quel bois ?', { minutes: 2880 }, 'poll'],
    ['several answers', 'Quel bois ?', { multiple: true }, 'poll'],
    ['five choices', 'Quel bois ?', { choices: ['A', 'B', 'C', 'D', 'E'] }, 'poll'],
  ])('of %s is refused before it is sent', async (_, words, change, field) => {
    const desk = await openDesk(linkedin, kit)
    const delivery = desk.delivery(words, { poll: { ...poll, ...change } })
    const failed = failure(await publish.publish(desk.tools, desk.account, delivery))
    expect(failed).toMatchObject({ kind: 'rejected', field })
  })
})

test('a first comment is said under the post, found again, and removed', async () => {
  const desk = await openDesk(linkedin, kit)
  const post = value(await publish.publish(desk.tools, desk.account, desk.delivery('Un banc')))
  const delivery = desk.delivery('Le lien : https://a.fr', { replyTo: { remoteId: post.remoteId } })
  const said = value(await publish.publish(desk.tools, desk.account, delivery))
  const found = value(await publish.confirm(desk.tools, desk.account, delivery))
  expect(found?.remoteId).toBe(said.remoteId)
  value(await publish.remove(desk.tools, desk.account, said))
  expect(desk.network.published?.()).toHaveLength(1)
})

test.each([
  [
    'https://www.linkedin.com/feed/update/urn:li:share:7094637247487995904/',
    'urn:li:share:7094637247487995904',
  ],
  ['https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A709/?x=1', 'urn:li:ugcPost:709'],
  ['https://www.linkedin.com/posts/atelier-morel_bois-activity-709-abcd', null],
  ['https://linkedin.example/feed/update/urn:li:share:709/', null],
])('the post at %s is %s', async (address, id) => {
  const { account } = await openDesk(linkedin, kit)
  expect(publish.idIn?.(account, new URL(address))).toBe(id)
})

describe('every request is one that LinkedIn documents', () => {
  test('and a request that is not would be seen', () => {
    expect(problemsOf('POST', '/rest/posts', '', { author: 'me' })).not.toEqual([])
    expect(problemsOf('GET', '/rest/nowhere', '', undefined)).not.toEqual([])
    expect(problemsOf('GET', '/rest/posts', 'q=author', undefined)).not.toEqual([])
  })

  test('publishing, answering, reading, counting and leaving', async () => {
    const desk = await openDesk(linkedin, kit)
    const problems: string[] = []
    let checked = 0
    const fetch: Tools['fetch'] = async (address, init = {}) => {
      const url = new URL(address)
      if (url.host === 'api.linkedin.com') {
        checked++
        const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined
        problems.push(...problemsOf(init.method ?? 'GET', url.pathname, url.search.slice(1), body))
        for (const header of ['linkedin-version', 'x-restli-protocol-version', 'authorization']) {
          if (!init.headers?.[header]) problems.push(`${url.pathname}: ${header} is missing`)
        }
      }
      return desk.tools.fetch(address, init)
    }
    const tools = { ...desk.tools, fetch }
    const { account } = value(await signIn(linkedin, kit, tools, {}))
    const image = await pictureOf('Une table', 4, 3)
    const film = { width: 160, height: 90, seconds: 2, alt: 'Le rabot', poster: image }
    const video = { file: new Blob(['film']), type: 'video/mp4', ...film }
    const card = { url: 'https://a.fr', title: 'Un banc', description: 'En chêne', image }
    const deliveries = [
      desk.delivery('Un texte #bois', { options: { noReshare: true } }),
      desk.delivery('Un lien https://a.fr', { card }),
      desk.delivery('Une image', { images: [image] }),
      desk.delivery('Deux images', { images: [image, image] }),
      desk.delivery('Une vidéo', { video }),
      desk.delivery('Quel bois ?', {
        poll: { choices: ['A', 'B'], minutes: 1440, multiple: false },
      }),
    ]
    const ids: string[] = []
    for (const delivery of deliveries) {
      ids.push(value(await publish.publish(tools, account, delivery)).remoteId)
      value(await publish.confirm(tools, account, delivery))
    }
    const remoteId = desk.network.speak?.('Combien ?', ids[0] ?? '') ?? ''
    const answer = desk.delivery('Deux cents euros', { replyTo: { remoteId } })
    const said = value(await publish.publish(tools, account, answer))
    value(await publish.confirm(tools, account, answer))
    value(await inbox.read(tools, account, null))
    value(await readPoll(tools, account, { remoteId: ids[5] ?? '' }))
    desk.network.like?.(ids[0] ?? '')
    value(await metrics.posts(tools, account, ids))
    value(await metrics.channel(tools, account))
    value((await linkedin.mention?.search(tools, account, 'scierie-duval')) ?? no)
    value(await connect.check(tools, account))
    value(await publish.remove(tools, account, said))
    value(await publish.remove(tools, account, { remoteId: ids[0] ?? '' }))
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(35)
  })
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const
