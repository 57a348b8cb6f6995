import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { failure, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { type CheckedRequest, openapiChecker } from '#connectors/_contract/suite/openapi.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { type Watched, watchedDesk } from '#connectors/_contract/suite/watch.ts'
import kit from './contract.ts'
import discord from './index.ts'
import { numberAt } from '#connectors/_discord/message.ts'
import { paced } from '#connectors/_discord/pace.ts'
import { text } from './text.ts'

const { publish, inbox, metrics, connect } = discord
if (!publish?.readPoll || !inbox || !metrics) throw new Error('Discord does less than it did')
const { readPoll } = publish

const watched = () => watchedDesk(discord, kit)

/** The JSON of a request, alone or beside files. */
function payloadOf({ init }: Watched): Record<string, unknown> {
  const words = init.body instanceof FormData ? init.body.get('payload_json') : init.body
  return JSON.parse(String(words)) as Record<string, unknown>
}

const posted = (sent: Watched[]) => sent.filter(({ init }) => init.method === 'POST').map(payloadOf)

describe('how Discord reads a text', () => {
  test.each([
    ['Voir https://a.fr/x_(y).', ['https://a.fr/x_(y)']],
    ['(https://a.fr)', ['https://a.fr']],
    ['<https://a.fr>, a.fr', ['https://a.fr']],
    ['<@123> et <#456> et <@&789>', ['<@123>', '<#456>', '<@&789>']],
    ['@everyone, moi@here.fr', ['@everyone']],
  ])('%s', (words, found) => {
    expect(text.spans(words).map(({ start, end }) => words.slice(start, end))).toEqual(found)
  })
})

describe('a message', () => {
  test('notifies nobody by mistake; people or everyone only when asked', async () => {
    const { tools, account, delivery, sent } = await watched()
    for (const notify of [undefined, 'nobody', 'named', 'everyone', 'nonsense']) {
      const words = delivery('@everyone <@90040>', { options: { notify } })
      value(await publish.publish(tools, account, words))
    }
    const allowed = posted(sent).map((one) => one['allowed_mentions'])
    expect(allowed).toEqual([
      { parse: [], replied_user: false },
      { parse: [], replied_user: false },
      { parse: ['users', 'roles'], replied_user: false },
      { parse: ['users', 'roles', 'everyone'], replied_user: false },
      { parse: [], replied_user: false },
    ])
  })

  test('carries one nonce of 25 characters at most, the same at every attempt', async () => {
    const { tools, account, delivery, sent } = await watched()
    const one = delivery('Une fois')
    value(await publish.publish(tools, account, one))
    value(await publish.publish(tools, account, one))
    value(await publish.publish(tools, account, delivery('Autre')))
    const [first, second, other] = posted(sent).map(({ nonce }) => String(nonce))
    expect(first).toMatch(/^[\w-]{22}$/)
    expect(second).toBe(first)
    expect(other).not.toBe(first)
  })

  test('is silent, and its links without a card, by its flags', async () => {
    const { tools, account, delivery, sent } = await watched()
    const options = { silent: true, hideCards: true }
    value(await publish.publish(tools, account, delivery('https://a.fr', { options })))
    expect(posted(sent)).toMatchObject([{ flags: 4100 }])
  })

  test('whose pictures are too heavy together is refused before', async () => {
    const { tools, account, delivery, sent } = await watched()
    const image = { ...(await pictureOf('Une table', 4, 3)), bytes: new Uint8Array(14_000_000) }
    const heavy = delivery('Deux vues', { images: [image, image] })
    expect(failure(await publish.publish(tools, account, heavy))).toMatchObject({ field: 'images' })
    expect(sent).toEqual([])
  })

  test('is found again among what others said, by its words or its question', async () => {
    const { tools, account, delivery, network, clock } = await watched()
    const poll = { choices: ['Chêne', 'Noyer'], minutes: 90, multiple: false }
    const words = delivery('Quel bois ?')
    const asked = delivery('Quel bois ?', { poll })
    const made = value(await publish.publish(tools, account, words))
    expect(value(await publish.confirm(tools, account, asked))).toBeNull()
    for (let n = 0; n < 250; n++) network.speak?.('Quel bois ?', null)
    clock.advance(60_000)
    const question = value(await publish.publish(tools, account, asked))
    expect(value(await publish.confirm(tools, account, words))?.remoteId).toBe(made.remoteId)
    expect(value(await publish.confirm(tools, account, asked))?.remoteId).toBe(question.remoteId)
  })

  test('of the same words that left before this one was planned is another', async () => {
    const { tools, account, delivery, clock } = await watched()
    value(await publish.publish(tools, account, delivery('Bonne semaine')))
    clock.advance(60_000)
    expect(value(await publish.confirm(tools, account, delivery('Bonne semaine')))).toBeNull()
  })

  test('is not held to be absent where the bot may not read what was said', async () => {
    const { tools, account, delivery } = await watched()
    const one = delivery('Bonne semaine')
    value(await publish.publish(tools, account, one))
    const blind = {
      ...tools,
      fetch: async (address: string | URL, init = {}) => {
        const isList = new URL(address).pathname.endsWith('/messages')
        return isList ? new Response('[]') : tools.fetch(address, init)
      },
    }
    expect(failure(await publish.confirm(blind, account, one)).kind).toBe('transient')
  })

  test('is known by its address', async () => {
    const { account } = await watched()
    const idIn = (url: string) => publish.idIn?.(account, new URL(url))
    expect(idIn('https://discord.com/channels/90010/90020/12')).toBe('12')
    expect(idIn('https://ptb.discord.com/channels/90010/90020/12')).toBe('12')
    expect(idIn('https://discord.com/channels/90010/90021/12')).toBeNull()
    expect(idIn('https://discord.example/channels/90010/90020/12')).toBeNull()
  })

  test('has a number that holds its instant', () => {
    // The example of docs.discord.com/developers/reference#snowflakes.
    expect(BigInt(numberAt(new Date(1_462_015_105_796))) >> 22n).toBe(
      175_928_847_299_117_063n >> 22n,
    )
  })
})

describe('a poll', () => {
  test('lasts whole hours, never less than asked, and its votes are read', async () => {
    const { tools, account, delivery, sent } = await watched()
    const poll = { choices: ['Chêne', 'Noyer'], minutes: 61, multiple: true }
    const made = value(await publish.publish(tools, account, delivery('Quel bois ?', { poll })))
    expect(posted(sent)).toMatchObject([{ poll: { duration: 2, allow_multiselect: true } }])
    expect(value(await readPoll(tools, account, made))).toMatchObject({
      choices: [
        { label: 'Chêne', votes: 4 },
        { label: 'Noyer', votes: 0 },
      ],
      closed: false,
    })
  })
})

describe('the inbox', () => {
  test('keeps an exchange together, and tells whoever asked of our answer', async () => {
    const { tools, account, delivery, network, clock, sent } = await watched()
    const ours = value(await publish.publish(tools, account, delivery('Un banc')))
    const asked = network.speak?.('Combien ?', ours.remoteId) ?? ''
    const replyTo = { remoteId: asked, data: { person: true } }
    const answer = value(await publish.publish(tools, account, delivery('200 €', { replyTo })))
    clock.advance(1000)
    network.speak?.('Merci', answer.remoteId)
    const { items } = value(await inbox.read(tools, account, null))
    expect(items.map(({ threadId }) => threadId)).toEqual([ours.remoteId, ours.remoteId])
    expect(items[1]?.inReplyTo).toBe(answer.remoteId)
    expect(posted(sent)[1]).toMatchObject({ allowed_mentions: { replied_user: true } })
  })
})

describe('an empty bucket', () => {
  const reply = (resetAfter: string) => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': resetAfter }
    return new Response('{}', { headers })
  }

  test('is waited for when it is soon full again, and not asked otherwise', async () => {
    const desk = await watched()
    const soon = paced({ ...desk.tools, fetch: async () => reply('0.05') })
    await soon.fetch('https://discord.com/')
    const began = performance.now()
    expect((await soon.fetch('https://discord.com/')).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(45)
    const late = paced({ ...desk.tools, fetch: async () => reply('64.57') })
    await late.fetch('https://discord.com/')
    const refused = await late.fetch('https://discord.com/')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '65'])
  })
})

describe('connecting', () => {
  test.each([
    ['no channel', { channel: 'annonces' }, 'channel'],
    ['a channel that the bot does not see', { channel: '123456' }, 'channel'],
    ['a token of nobody', { token: 'abc' }, 'token'],
  ])('%s is refused, by the field', async (_, wrong, field) => {
    const { tools } = await watched()
    const refused = failure(await signIn(discord, kit, tools, { ...kit.fields, ...wrong }))
    expect(refused).toMatchObject({ kind: 'rejected', field })
  })
})

const file = sharedData('specs', 'discord/openapi.json')

describe.skipIf(!file)('every request is one that Discord documents', () => {
  const open = () => openapiChecker(JSON.parse(readFileSync(file ?? '', 'utf8')))

  test('and a request that is not would be seen', () => {
    const check = open()
    const query = new URLSearchParams()
    const post = { method: 'POST', path: '/channels/1/messages', query }
    expect(check({ ...post, body: { content: 'Oui', flags: 4 } })).toEqual([])
    expect(check({ ...post, body: { content: 'a'.repeat(4001) } })).not.toEqual([])
    expect(check({ ...post, body: { nonce: 'a'.repeat(26) } })).not.toEqual([])
    expect(check({ ...post, body: { poll: { question: {} } } })).not.toEqual([])
    expect(
      check({
        method: 'GET',
        path: '/channels/1/messages',
        query: new URLSearchParams({ limit: '101' }),
      }),
    ).toHaveLength(1)
    expect(check({ method: 'GET', path: '/nowhere', query })).toHaveLength(1)
  })

  test('connecting, publishing, answering, reading, counting and removing', async () => {
    const check = open()
    const { tools, sent, network, delivery } = await watched()
    const { account } = value(await signIn(discord, kit, tools, kit.fields))
    value(await connect.check(tools, account))
    const image = await pictureOf('Une table', 40, 30)
    const size = { width: 160, height: 90, seconds: 2 }
    const video = { file: new Blob(['film']), type: 'video/mp4', ...size, alt: 'Le rabot' }
    const poll = { choices: ['Chêne', 'Noyer'], minutes: 60, multiple: true }
    const replyTo = { remoteId: network.speak?.('Combien ?', null) ?? '', data: { person: true } }
    const options = { notify: 'everyone', silent: true, hideCards: true }
    const deliveries = [
      delivery('Un texte', { options }),
      delivery('Deux images', { images: [image, { ...image, alt: '' }] }),
      delivery('Un film', { video }),
      delivery('Quel bois ?', { poll }),
      delivery('Deux cents euros', { replyTo }),
    ]
    for (const one of deliveries) {
      const made = value(await publish.publish(tools, account, one))
      value(await publish.confirm(tools, account, one))
      if (one.poll) value(await readPoll(tools, account, made))
      value(await metrics.posts(tools, account, [made.remoteId]))
      value(await publish.remove(tools, account, made))
    }
    value(await inbox.read(tools, account, null))
    value(await metrics.channel(tools, account))
    expect(sent.flatMap((one) => check(described(one)))).toEqual([])
    expect(sent.length).toBeGreaterThan(30)
    for (const { init } of sent) expect(init.headers?.['user-agent']).toMatch(/^DiscordBot \(/)
  })
})

/** A form with `payload_json` stands for its JSON with the files beside it. */
function described({ url, init }: Watched): CheckedRequest {
  const { method = 'GET', body } = init
  const path = url.pathname.replace('/api/v10', '')
  const request = { method, path, query: url.searchParams }
  if (body === undefined) return request
  const payload = payloadOf({ url, init })
  if (!(body instanceof FormData)) return { ...request, body: payload }
  const files = [...body.keys()].filter((name) => name !== 'payload_json').map((name) => [name, ''])
  return {
    ...request,
    body: { ...payload, ...Object.fromEntries(files) },
    contentType: 'multipart/form-data',
  }
}
