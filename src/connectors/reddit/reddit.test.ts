import { describe, expect, test } from 'vitest'
import { failure, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { type Watched, watchedDesk } from '#connectors/_contract/suite/watch.ts'
import { subredditIn } from './account.ts'
import kit from './contract.ts'
import reddit from './index.ts'
import { asMarkdown } from '#connectors/_contract/markdown.ts'
import { text } from './text.ts'

const { publish, inbox, connect, listen } = reddit
if (!publish || !inbox || !listen) throw new Error('Reddit does less than it did')

const watched = () => watchedDesk(reddit, kit)

const formsTo = (sent: Watched[], path: string) =>
  sent
    .filter(({ url }) => url.pathname === path)
    .map(({ init }) => Object.fromEntries(new URLSearchParams(String(init.body))))

describe('how Reddit reads', () => {
  test.each([
    ['u/yanis_b et /r/menuiserie, https://a.fr.', ['u/yanis_b', '/r/menuiserie', 'https://a.fr']],
    ['a/u/b, voiture/r/a', []],
  ])('%s', (words, found) => {
    expect(text.spans(words).map(({ start, end }) => words.slice(start, end))).toEqual(found)
  })

  test.each([
    ['menuiserie', 'menuiserie'],
    ['r/menuiserie', 'menuiserie'],
    ['/r/menuiserie/', 'menuiserie'],
    ['https://www.reddit.com/r/menuiserie/', 'menuiserie'],
    ['u/yanis', null],
    ['nulle part', null],
  ])('the community in “%s” is %s', (typed, found) => expect(subredditIn(typed)).toBe(found))

  test('a new line stays one, and a paragraph a paragraph', () => {
    expect(asMarkdown('Un\nDeux\n\nTrois')).toBe('Un  \nDeux\n\nTrois')
  })
})

describe('a post', () => {
  test('has its first line for a title, unless it was given one', async () => {
    const { tools, account, delivery, sent } = await watched()
    value(await publish.publish(tools, account, delivery('Un banc\n\nEn chêne.\nÀ vendre.')))
    const options = { title: 'Le banc', spoiler: true }
    value(await publish.publish(tools, account, delivery('Un banc\nEn chêne.', { options })))
    expect(formsTo(sent, '/api/submit')).toMatchObject([
      { kind: 'self', sr: 'menuiserie', title: 'Un banc', text: 'En chêne.  \nÀ vendre.' },
      { kind: 'self', title: 'Le banc', text: 'Un banc  \nEn chêne.', spoiler: 'true' },
    ])
  })

  test('of a link has the words around it for a title', async () => {
    const { tools, account, delivery, sent } = await watched()
    const one = delivery('Notre banc :\nhttps://a.fr/banc', { options: { asLink: true } })
    const made = value(await publish.publish(tools, account, one))
    expect(formsTo(sent, '/api/submit')).toMatchObject([
      { kind: 'link', title: 'Notre banc :', url: 'https://a.fr/banc' },
    ])
    expect(value(await publish.confirm(tools, account, one))?.remoteId).toBe(made.remoteId)
  })

  test('with an image is found by its title, for Reddit tells no name', async () => {
    const { tools, account, delivery, sent } = await watched()
    const one = delivery('Le banc', { images: [await pictureOf('Un banc', 4, 3)] })
    const made = value(await publish.publish(tools, account, one))
    expect(made.remoteId).toMatch(/^t3_/)
    const [submit] = formsTo(sent, '/api/submit')
    expect(submit?.['url']).toMatch(/^https:\/\/reddit-uploaded-media\.s3.*\/rte_images\/\d+$/)
  })

  test('with an image that Reddit took and does not show yet is never held to be absent', async () => {
    const { tools, account, delivery } = await watched()
    const kept: Record<string, unknown> = {}
    const keep = async (facts: Record<string, unknown>) => void Object.assign(kept, facts)
    const images = [await pictureOf('Un banc', 4, 3)]
    value(await publish.publish({ ...tools, keep }, account, delivery('Le banc', { images })))
    expect(kept).toEqual({ accepted: true })
    const hidden = delivery('Le tabouret', { images, kept })
    expect(failure(await publish.confirm(tools, account, hidden)).kind).toBe('transient')
  })

  test('with an image is another than a link or a text of the same title', async () => {
    const { tools, account, delivery } = await watched()
    const link = delivery('Le banc https://a.fr', { options: { asLink: true } })
    value(await publish.publish(tools, account, link))
    value(await publish.publish(tools, account, delivery('Le banc')))
    const image = delivery('Le banc', { images: [await pictureOf('Un banc', 4, 3)] })
    expect(value(await publish.confirm(tools, account, image))).toBeNull()
  })

  test('has a flair of its community by its words, and is told which there are', async () => {
    const { tools, account, delivery, sent } = await watched()
    const send = (flair: string) =>
      publish.publish(tools, account, delivery('Un banc', { options: { flair } }))
    value(await send('atelier'))
    expect(formsTo(sent, '/api/submit')).toMatchObject([{ flair_id: 'f-1' }])
    const refused = failure(await send('Jardin'))
    expect(refused.kind === 'rejected' && refused.reason.en).toContain('It has: Atelier.')
  })

  test.each([
    ['a title that is too long', 'é'.repeat(301), {}, 'title'],
    ['words that an image leaves no place for', 'Un banc\nEn chêne', { images: true }, 'text'],
    ['an image without a word', '', { images: true }, 'text'],
    ['a link that is not there', 'Un banc', { asLink: true }, 'text'],
    ['a link without a word', 'https://a.fr', { asLink: true }, 'title'],
    ['a community that is none', 'Un banc', { subreddit: 'nulle part' }, 'subreddit'],
  ])('with %s is refused before', async (_, words, { images = false, ...options }: Odd, field) => {
    const { tools, account, delivery, sent } = await watched()
    const picture = await pictureOf('', 4, 3)
    const odd = delivery(words, { options, images: images ? [picture] : [] })
    expect(failure(await publish.publish(tools, account, odd))).toMatchObject({ field })
    expect(sent).toEqual([])
  })

  interface Odd {
    images?: boolean
    asLink?: boolean
    subreddit?: string
  }

  test('asks to wait as long as Reddit says, in words or in seconds from now', async () => {
    const { tools, account, delivery, faults, clock } = await watched()
    const errors = [['RATELIMIT', 'Take a break for 9 minutes before trying again.', 'ratelimit']]
    const headers = { 'x-ratelimit-reset': '300', 'x-ratelimit-remaining': '0' }
    const answers = [
      new Response(JSON.stringify({ json: { errors } })),
      new Response(JSON.stringify({ json: { errors, ratelimit: 42.5 } })),
      new Response('{}', { status: 429, headers }),
    ]
    const waits: number[] = []
    for (const answer of answers) {
      faults.next(({ url }) => url.pathname === '/api/submit', { answer })
      const failed = failure(await publish.publish(tools, account, delivery('Un banc')))
      if (failed.kind === 'rate') waits.push(failed.until.getTime() - clock.now().getTime())
    }
    expect(waits).toEqual([540_000, 42_500, 300_000])
  })

  test('is known by its address, and so is a comment', async () => {
    const { account } = await watched()
    const idIn = (url: string) => publish.idIn?.(account, new URL(url))
    expect(idIn('https://www.reddit.com/r/menuiserie/comments/abc12/titre/')).toBe('t3_abc12')
    expect(idIn('https://www.reddit.com/r/menuiserie/comments/abc12/titre/def34/')).toBe('t1_def34')
    expect(idIn('https://redd.it/abc12')).toBe('t3_abc12')
    expect(idIn('https://a.fr/r/menuiserie/comments/abc12/titre/')).toBeNull()
  })
})

describe('the access', () => {
  test('is asked with the narrow scopes, for good, and every request says who asks', async () => {
    const { tools, sent } = await watched()
    const begun = await connect.begin?.(tools, kit.fields, 'https://vigie.example/back', 's')
    if (!begun?.ok) throw new Error('it failed')
    const url = new URL(begun.value.url)
    expect(url.searchParams.get('duration')).toBe('permanent')
    expect(url.searchParams.get('scope')).toBe(
      'identity submit edit flair read history privatemessages',
    )
    value(await signIn(reddit, kit, tools, kit.fields))
    for (const { init } of sent) {
      expect(init.headers?.['user-agent']).toBe('server:app-of-morel:v0.1 (by /u/morel_dev) Vigie')
    }
  })

  test('that a person withdrew is over; that Reddit is down says nothing of it', async () => {
    const { tools, account, faults } = await watched()
    const withdrawn = { ...account, secrets: { ...account.secrets, refreshToken: 'old' } }
    const asked = await connect.refresh?.(tools, withdrawn)
    expect(asked && failure(asked).kind).toBe('auth')
    faults.next(() => true, { answer: new Response('', { status: 503 }) })
    const later = await connect.refresh?.(tools, account)
    expect(later && failure(later).kind).toBe('transient')
  })
})

describe('the inbox', () => {
  test('has comments, mentions and messages, each where an answer goes; no notice of Reddit itself', async () => {
    const { tools, account, faults } = await watched()
    const said = (name: string, more: object) => ({
      kind: name.slice(0, 2),
      data: { name, author: 'yanis_b', body: 'Oui', created_utc: 1_772_438_400, ...more },
    })
    const context = '/r/menuiserie/comments/abc12/titre/def34/?context=3'
    const comment = { was_comment: true, context, parent_id: 't3_abc12' }
    // The newest first, as Reddit lists them.
    const children = [
      said('t1_a', { ...comment, type: 'post_reply' }),
      said('t1_b', { ...comment, type: 'username_mention' }),
      said('t4_c', { was_comment: false, first_message_name: 't4_b' }),
      said('t4_d', { author: null }),
    ]
    faults.next(() => true, {
      answer: new Response(JSON.stringify({ data: { after: null, children } })),
    })
    const { items } = value(await inbox.read(tools, account, null))
    expect(items.map(({ kind, threadId, inReplyTo }) => [kind, threadId, inReplyTo])).toEqual([
      ['message', 't4_b', undefined],
      ['mention', 't3_abc12', undefined],
      ['comment', 't3_abc12', 't3_abc12'],
    ])
  })
})

describe('listening', () => {
  test('looks for a phrase as a phrase, newest first, and for a community among what is new there', async () => {
    const { tools, account, sent } = await watched()
    value(await listen.read(tools, account, { terms: ['banc de jardin', 'r/menuiserie'] }, null))
    expect(
      sent.map(({ url: { pathname, searchParams } }) => [pathname, searchParams.get('q')]),
    ).toEqual([
      ['/search', '"banc de jardin"'],
      ['/r/menuiserie/new', null],
    ])
    expect(sent[0]?.url.searchParams.get('sort')).toBe('new')
  })

  test('of communities chosen reads posts and comments, two requests for all of them', async () => {
    const { tools, account, delivery, network, sent } = await watched()
    const post = value(await publish.publish(tools, account, delivery('Un banc')))
    network.speak?.('En chêne ?', post.remoteId)
    sent.length = 0
    const place = { communities: 'r/menuiserie /r/bois', terms: ['rien'] }
    const page = value(await listen.read(tools, account, place, null))
    expect(page.items.map(({ text }) => text)).toEqual(['Un banc', 'En chêne ?'])
    expect(sent.map(({ url }) => url.pathname)).toEqual([
      '/r/menuiserie+bois/new',
      '/r/menuiserie+bois/comments',
    ])
    expect(value(await listen.read(tools, account, place, page.cursor ?? null)).items).toEqual([])
  })

  test('knows what was deleted since, or is shown to nobody any more', async () => {
    const { tools, account, delivery } = await watched()
    const [kept, deleted] = [
      value(await publish.publish(tools, account, delivery('Un banc'))),
      value(await publish.publish(tools, account, delivery('Une table'))),
    ]
    value(await publish.remove(tools, account, deleted))
    const asked = [kept.remoteId, deleted.remoteId, 't3_nowhere', 't4_message']
    const gone = await listen.gone?.(tools, account, asked)
    expect(gone && value(gone)).toEqual([deleted.remoteId, 't3_nowhere'])
  })

  test('keeps nothing of what was deleted or removed', async () => {
    const { tools, account, faults } = await watched()
    const thing = { permalink: '/r/a/comments/1/', created_utc: 1_772_438_400 }
    const children = [
      { name: 't3_1', author: '[deleted]', title: 'Un' },
      { name: 't3_2', author: 'yanis_b', title: 'Deux', selftext: '[removed]' },
      { name: 't3_3', author: 'yanis_b', title: 'Trois', removed_by_category: 'moderator' },
      { name: 't3_4', author: 'yanis_b', title: 'Quatre' },
    ].map((data) => ({ kind: 't3', data: { ...thing, ...data } }))
    faults.next(() => true, { answer: Response.json({ data: { after: null, children } }) })
    const { items } = value(await listen.read(tools, account, { terms: ['banc'] }, null))
    expect(items.map(({ title }) => title)).toEqual(['Quatre'])
  })

  test.each([
    ['r/menuiserie bois', undefined],
    ['', 'communities'],
    ['u/yanis', 'communities'],
    [Array.from({ length: 21 }, (_, n) => `r/bois${n}`).join(' '), 'communities'],
  ])('of “%s” is asked for, or refused by its field', (communities, field) =>
    expect(listen.places?.check({ communities })?.field).toBe(field),
  )
})
