import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { failure, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { type Watched, watchedDesk } from '#connectors/_contract/suite/watch.ts'
import kit from './contract.ts'
import slack from './index.ts'
import { type SlackSpec, slackChecker } from './spec-checker.ts'
import { text } from './text.ts'
import { wordsOf } from './words.ts'

const { publish, inbox, metrics, connect } = slack
if (!publish || !inbox || !metrics) throw new Error('Slack does less than it did')

const watched = () => watchedDesk(slack, kit)

const formOf = ({ url, init }: Watched) =>
  init.body === undefined ? url.searchParams : new URLSearchParams(String(init.body))

const posted = (sent: Watched[]) =>
  sent.filter(({ url }) => url.pathname === '/api/chat.postMessage').map(formOf)

describe('how Slack counts and reads', () => {
  test('the three signs that are written out count as they are written', () => {
    expect(text.count('a & b < c')).toBe(16)
    expect(text.count('été')).toBe(3)
  })

  test.each([
    ['Voir https://a.fr/x_(y).', ['https://a.fr/x_(y)']],
    ['« https://a.fr »', ['https://a.fr']],
    ['a.fr, @yanis #chêne', []],
  ])('%s', (words, found) => {
    expect(text.spans(words).map(({ start, end }) => words.slice(start, end))).toEqual(found)
  })

  test('what comes in reads as people see it', async () => {
    const people = async (id: string) =>
      ({ ok: true, value: { remoteId: id, handle: 'yanis', name: 'Yanis' } }) as const
    const said =
      '<@U1> &amp; <!here> voir <https://a.fr|le site>, <https://b.fr> dans <#C1|ateliers> &lt;3'
    const words = value(await wordsOf({ text: said, files: [] }, people))
    expect(words).toBe('@Yanis & @here voir le site, https://b.fr dans #ateliers <3')
  })
})

describe('a message', () => {
  test('holds no command of Slack, whatever a person types, and no markup', async () => {
    const { tools, account, delivery, sent, network } = await watched()
    const words = '<!channel> <@U1> & *gras* @here'
    value(await publish.publish(tools, account, delivery(words)))
    const [form] = posted(sent)
    expect(form?.get('text')).toBe('&lt;!channel&gt; &lt;@U1&gt; &amp; *gras* @here')
    expect(form?.get('mrkdwn')).toBe('false')
    expect(form?.has('link_names')).toBe(false)
    expect(network.published?.()).toMatchObject([{ text: words }])
  })

  test('with pictures says its words in a block, for its text is not shown then', async () => {
    const { tools, account, delivery, sent } = await watched()
    const images = [await pictureOf('Une table', 4, 3), await pictureOf('', 4, 3)]
    const words = delivery('*Voir* https://a.fr <ici>', { images })
    value(await publish.publish(tools, account, words))
    const blocks = JSON.parse(posted(sent)[0]?.get('blocks') ?? '[]') as unknown
    expect(blocks).toMatchObject([
      {
        type: 'rich_text',
        elements: [
          {
            elements: [
              { type: 'text', text: '*Voir* ' },
              { type: 'link', url: 'https://a.fr' },
              { type: 'text', text: ' <ici>' },
            ],
          },
        ],
      },
      { type: 'image', alt_text: 'Une table' },
      { type: 'image', alt_text: 'image' },
    ])
  })

  test('of a picture alone is told by its description', async () => {
    const { tools, account, delivery, sent } = await watched()
    const one = delivery('', { images: [await pictureOf('Une table', 4, 3)] })
    const made = value(await publish.publish(tools, account, one))
    expect(posted(sent)[0]?.get('text')).toBe('Une table')
    expect(value(await publish.confirm(tools, account, one))?.remoteId).toBe(made.remoteId)
  })

  test('tells screen readers its words and its descriptions, as many as fit', async () => {
    const { tools, account, delivery, sent } = await watched()
    const images = [await pictureOf('Une table', 4, 3), await pictureOf('é'.repeat(1000), 4, 3)]
    value(await publish.publish(tools, account, delivery('Vues', { images })))
    value(await publish.publish(tools, account, delivery('é'.repeat(3500), { images })))
    const said = posted(sent).map((form) => form.get('text'))
    expect(said[0]).toBe(`Vues\nUne table\n${'é'.repeat(1000)}`)
    expect(said[1]).toBe(`${'é'.repeat(3500)}\nUne table`)
  })

  test('whose pictures Slack does not know yet has certainly not left', async () => {
    const { tools, account, delivery, faults } = await watched()
    const answer = new Response('{"ok":false,"error":"invalid_blocks"}')
    faults.next(({ url }) => url.pathname.endsWith('postMessage'), { answer })
    const one = delivery('Vue', { images: [await pictureOf('Une table', 4, 3)] })
    expect(failure(await publish.publish(tools, account, one)).kind).toBe('transient')
  })

  test('is told from another of the same words by the id it carries', async () => {
    const { tools, account, delivery } = await watched()
    const first = delivery('Bonne semaine')
    const second = delivery('Bonne semaine')
    value(await publish.publish(tools, account, first))
    expect(value(await publish.confirm(tools, account, second))).toBeNull()
    const made = value(await publish.publish(tools, account, second))
    expect(value(await publish.confirm(tools, account, second))?.remoteId).toBe(made.remoteId)
  })

  test('is found by its words where Slack shows no metadata', async () => {
    const { tools, account, delivery } = await watched()
    const one = delivery('Ici & là : https://a.fr')
    const made = value(await publish.publish(tools, account, one))
    const blind = {
      ...tools,
      fetch: async (address: string | URL, init = {}) => {
        const said = await (await tools.fetch(address, init)).text()
        return new Response(
          said.replaceAll('"metadata"', '"hidden"').replace('https://a.fr', '<https://a.fr>'),
        )
      },
    }
    expect(value(await publish.confirm(blind, account, one))?.remoteId).toBe(made.remoteId)
    expect(value(await publish.confirm(blind, account, delivery('Ailleurs')))).toBeNull()
  })

  test('is known by its address', async () => {
    const { account } = await watched()
    const idIn = (url: string) => publish.idIn?.(account, new URL(url))
    const base = 'https://atelier-morel.slack.com/archives'
    expect(idIn(`${base}/C0MOREL001/p1503435956000247`)).toBe('1503435956.000247')
    expect(idIn(`${base}/C0AUTRE001/p1503435956000247`)).toBeNull()
    expect(idIn('https://autre.slack.com/archives/C0MOREL001/p1503435956000247')).toBeNull()
  })
})

describe('the inbox', () => {
  test('follows a thread where we answered, though somebody else began it', async () => {
    const { tools, account, delivery, network, clock } = await watched()
    const asked = network.speak?.('Combien ?', null) ?? ''
    const first = value(await inbox.read(tools, account, null))
    const [mention] = first.items
    const replyTo = { remoteId: asked, data: mention?.data ?? {} }
    value(await publish.publish(tools, account, delivery('200 €', { replyTo })))
    clock.advance(60_000)
    network.speak?.('Merci', asked)
    const { items } = value(await inbox.read(tools, account, first.cursor ?? null))
    expect(items).toMatchObject([{ kind: 'mention', text: 'Merci', threadId: asked }])
  })

  test('finds two hundred and thirty answers to several posts, none twice', async () => {
    const { tools, account, delivery, network, clock } = await watched()
    const ours: string[] = []
    for (const words of ['Un', 'Deux', 'Trois']) {
      ours.push(value(await publish.publish(tools, account, delivery(words))).remoteId)
    }
    let { cursor = null } = value(await inbox.read(tools, account, null))
    const seen: string[] = []
    for (let n = 0; n < 230; n++) {
      clock.advance(700)
      network.speak?.(`Réponse ${n}`, ours[n % 3] ?? null)
      if (n % 50 !== 49 && n !== 229) continue
      const page = value(await inbox.read(tools, account, cursor))
      seen.push(...page.items.map((item) => item.text))
      cursor = page.cursor ?? cursor
    }
    expect(new Set(seen).size).toBe(230)
    expect(seen).toHaveLength(230)
  })
})

describe('connecting', () => {
  test.each([
    ['a token that is no bot’s', { token: 'xoxp-1' }, 'token'],
    ['no channel', { channel: 'annonces' }, 'channel'],
    ['a channel of elsewhere', { channel: 'C0AUTRE001' }, 'channel'],
  ])('%s is refused, by the field', async (_, wrong, field) => {
    const { tools } = await watched()
    const refused = failure(await signIn(slack, kit, tools, { ...kit.fields, ...wrong }))
    expect(refused).toMatchObject({ kind: 'rejected', field })
  })

  test('an app that was not invited to the channel is refused with what to write there', async () => {
    const { tools, faults } = await watched()
    const info = { channel: { name: 'annonces', is_member: false, is_archived: false } }
    const answer = new Response(JSON.stringify({ ok: true, ...info }))
    faults.next(({ url }) => url.pathname.endsWith('conversations.info'), { answer })
    const refused = failure(await signIn(slack, kit, tools, kit.fields))
    expect(refused.kind === 'rejected' && refused.reason.fr).toContain('/invite')
  })
})

const file = sharedData('specs', 'slack/slack_web_openapi_v2.json')

describe.skipIf(!file)('every request is one that Slack documents', () => {
  const open = () => slackChecker(JSON.parse(readFileSync(file ?? '', 'utf8')) as SlackSpec)

  test('and a request that is not would be seen', () => {
    const check = open()
    const asked = (
      method: string,
      path: string,
      form: Record<string, string>,
      bearer = 'Bearer x',
    ) => check({ method, path, bearer, form: new URLSearchParams(form) })
    expect(asked('POST', '/chat.postMessage', { channel: 'C1', text: 'Oui' })).toEqual([])
    expect(asked('POST', '/chat.postMessage', { text: 'Oui' })).toHaveLength(1)
    expect(asked('POST', '/chat.postMessage', { channel: 'C1', colour: 'green' })).toHaveLength(1)
    expect(asked('POST', '/chat.postMessage', { channel: 'C1' }, '')).toHaveLength(1)
    expect(asked('GET', '/chat.postMessage', { channel: 'C1' })).toHaveLength(1)
    expect(asked('GET', '/conversations.history', { limit: 'many' })).toHaveLength(1)
    expect(asked('POST', '/files.getUploadURLExternal', { filename: 'a.png' })).toHaveLength(1)
  })

  test('connecting, publishing, answering, reading, counting and removing', async () => {
    const check = open()
    const { tools, sent, network, delivery } = await watched()
    const { account } = value(await signIn(slack, kit, tools, kit.fields))
    value(await connect.check(tools, account))
    const image = await pictureOf('Une table', 40, 30)
    const replyTo = { remoteId: network.speak?.('Combien ?', null) ?? '' }
    const deliveries = [
      delivery('Un texte', { options: { hideCards: true } }),
      delivery('Deux images', { images: [image, { ...image, alt: '' }] }),
      delivery('Deux cents euros', { replyTo }),
    ]
    const ids: string[] = []
    for (const one of deliveries) {
      ids.push(value(await publish.publish(tools, account, one)).remoteId)
      value(await publish.confirm(tools, account, one))
    }
    network.speak?.('Joli', ids[0] ?? null)
    value(await inbox.read(tools, account, null))
    expect(Object.keys(value(await metrics.posts(tools, account, ids)))).toHaveLength(3)
    value(await metrics.channel(tools, account))
    value(await publish.remove(tools, account, { remoteId: ids[0] ?? '' }))
    const asked = sent.filter(({ url }) => url.host === 'slack.com')
    const problems = asked.flatMap((one) =>
      check({
        method: one.init.method ?? 'GET',
        path: one.url.pathname.replace('/api', ''),
        bearer: one.init.headers?.['authorization'] ?? '',
        form: formOf(one),
      }),
    )
    expect(problems).toEqual([])
    expect(new Set(asked.map(({ url }) => url.pathname)).size).toBe(11)
  })
})
