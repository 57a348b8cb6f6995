import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { type CheckedRequest, openapiChecker } from '#connectors/_contract/suite/openapi.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import kit from './contract.ts'
import mastodon from './index.ts'
import { limitsFrom } from './limits.ts'
import { text } from './text.ts'
import { textToSend } from './text-to-send.ts'

const { publish, inbox, listen, metrics, connect } = mastodon
if (!publish || !inbox || !listen || !metrics) throw new Error('Mastodon does less than it did')

describe('how Mastodon counts', () => {
  test.each([
    ['an address counts 23, however long', `Voir https://atelier-morel.fr/${'a'.repeat(80)}`, 28],
    ['and however short', 'https://a.fr', 23],
    ['a mention counts without its server', '@yanis@autre.example salut', 12],
    ['a family counts one', '👨‍👩‍👧‍👧', 1],
    ['an accent written apart counts with its letter', 'e\u0301te\u0301', 3],
    ['an address without https counts its letters', 'atelier-morel.fr', 16],
  ])('%s', (_, words, length) => expect(text.count(words)).toBe(length))

  test.each([
    ['Fini (https://a.fr/x_(y)).', 'https://a.fr/x_(y)'],
    ['« https://a.fr/p » ', 'https://a.fr/p'],
    ['https://a.fr/p?q=1&r=2#s, et puis', 'https://a.fr/p?q=1&r=2#s'],
    ['https://a.fr.', 'https://a.fr'],
    ['https://été.fr/où', 'https://été.fr/où'],
  ])('%s holds one address', (words, address) => {
    expect(text.spans(words)).toMatchObject([{ kind: 'link', value: address }])
  })

  test.each([
    'https://localhost/x',
    'yanis@autre.example',
    'x@https://a.fr',
    '#2026',
    'https://a.notadomain',
  ])('%s holds nothing', (words) => expect(text.spans(words)).toEqual([]))

  test('tags and mentions are found where a reader sees them', () => {
    expect(text.spans('(#chêne_massif) @yanis, @sofia@b.example!')).toEqual([
      { start: 1, end: 14, kind: 'hashtag', value: 'chêne_massif' },
      { start: 16, end: 22, kind: 'mention', value: 'yanis' },
      { start: 24, end: 40, kind: 'mention', value: 'sofia@b.example' },
    ])
  })

  test('stretches never overlap, and counting never takes for ever', () => {
    const pieces = fc.constantFrom(
      '#',
      '@',
      'chêne',
      'https://',
      'a.fr',
      '/',
      ' ',
      '(',
      ')',
      '?',
      '.',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        let end = 0
        for (const span of text.spans(parts.join(''))) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          end = span.end
        }
      }),
    )
    const began = performance.now()
    text.count(`https://a.fr/${'('.repeat(50_000)}`)
    text.count('@a'.repeat(20_000))
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('what goes with an image or a video', () => {
  async function formsOf(more: object): Promise<FormData[]> {
    const desk = await openDesk(mastodon, kit)
    const forms: FormData[] = []
    const tools: Tools = {
      ...desk.tools,
      fetch: (address, init = {}) => {
        if (init.body instanceof FormData) forms.push(init.body)
        return desk.tools.fetch(address, init)
      },
    }
    if (publish) value(await publish.publish(tools, desk.account, desk.delivery('Vu', more)))
    return forms
  }

  test('the point to keep in sight is told as Mastodon counts: from the middle, upwards', async () => {
    const image = await pictureOf('Une table', 40, 30)
    const images = [
      { ...image, focal: { x: 1, y: 0 } },
      { ...image, focal: { x: 0.5, y: 0.75 } },
      image,
    ]
    const forms = await formsOf({ images })
    expect(forms.map((form) => form.get('focus'))).toEqual(['1.00,1.00', '0.00,-0.50', null])
  })

  test('a video brings its still', async () => {
    const poster = await pictureOf('Le rabot', 40, 30)
    const size = { width: 160, height: 90, seconds: 2 }
    const file = new Blob(['film'])
    const video = { file, type: 'video/mp4', ...size, alt: 'Le rabot', poster }
    const [form] = await formsOf({ video })
    if (!form) throw new Error('nothing was sent')
    expect(form.get('description')).toBe('Le rabot')
    expect((form.get('file') as File).name).toBe('video.mp4')
    expect((form.get('thumbnail') as File).size).toBe(poster.bytes.length)
  })
})

describe('limits of a server', () => {
  test('are read from what it says of itself; what it leaves out has the default', () => {
    const limits = limitsFrom({
      configuration: {
        statuses: { max_characters: 5000 },
        media_attachments: { supported_mime_types: ['video/mp4', 'image/png'] },
        polls: { max_options: 10, min_expiration: 300 },
      },
    })
    expect(limits).toMatchObject({
      textMax: 5000,
      imagesMax: 4,
      imageTypes: ['image/png'],
      pollChoicesMax: 10,
      pollMinutesMin: 5,
    })
    expect(limitsFrom({ max_toot_chars: 11_000 }).textMax).toBe(11_000)
  })
})

describe('an answer', () => {
  const replyTo = { remoteId: '1', data: { acct: 'yanis@b.example', visibility: 'direct' } }
  const delivery = { id: '', plannedAt: new Date(), images: [], options: {}, replyTo }

  test('names whom it answers, once', () => {
    expect(textToSend({ ...delivery, text: 'Merci' })).toBe('@yanis@b.example Merci')
    expect(textToSend({ ...delivery, text: 'Merci @Yanis' })).toBe('Merci @Yanis')
  })
})

const schema = sharedData('specs', 'mastodon/schema.json')

describe.skipIf(!schema)('every request is one that Mastodon documents', () => {
  test('and a request that is not would be seen', () => {
    const check = openapiChecker(JSON.parse(readFileSync(schema ?? '', 'utf8')))
    const query = new URLSearchParams()
    const post = { method: 'POST', path: '/api/v1/statuses', query }
    expect(check({ ...post, body: {} })).not.toEqual([])
    expect(check({ ...post, body: { status: 'Bonjour', visibility: 'nobody' } })).not.toEqual([])
    expect(check({ method: 'GET', path: '/api/v1/nowhere', query })).not.toEqual([])
    const asked = new URLSearchParams({ limit: 'many', colour: 'green' })
    const path = '/api/v1/notifications'
    expect(check({ method: 'GET', path, query: asked })).toHaveLength(2)
  })

  test('connecting, publishing, reading, counting, searching and leaving', async () => {
    const check = openapiChecker(JSON.parse(readFileSync(schema ?? '', 'utf8')))
    const desk = await openDesk(mastodon, kit)
    const problems: string[] = []
    let checked = 0
    const watch =
      (fetch: Tools['fetch']): Tools['fetch'] =>
      async (address, init = {}) => {
        const url = new URL(address)
        checked++
        problems.push(...check(described(url, init)))
        return fetch(address, init)
      }
    const tools = { ...desk.tools, fetch: watch(desk.tools.fetch) }
    const { account } = value(await signIn(mastodon, kit, tools, kit.fields))
    const image = { ...(await pictureOf('Une table', 4, 3)), focal: { x: 0.25, y: 0.5 } }
    const image2 = await pictureOf('Un banc', 4, 3)
    const replyTo = { remoteId: desk.network.speak?.('Bonjour', null) ?? '' }
    const deliveries = [
      desk.delivery('Un texte', { language: 'fr-FR', options: { spoiler: 'Bois' } }),
      desk.delivery('Deux images', { images: [image, image2] }),
      desk.delivery('Un sondage', {
        poll: { choices: ['Chêne', 'Noyer'], minutes: 1440, multiple: true },
      }),
      desk.delivery('Une réponse', { replyTo, options: { visibility: 'private' } }),
    ]
    const ids: string[] = []
    for (const delivery of deliveries) {
      ids.push(value(await publish.publish(tools, account, delivery)).remoteId)
      value(await publish.confirm(tools, account, delivery))
    }
    value(await inbox.read(tools, account, null))
    value(await metrics.posts(tools, account, ids))
    value(await metrics.channel(tools, account))
    value(await listen.read(tools, account, { terms: ['menuiserie', 'bois de chêne'] }, null))
    value(await publish.remove(tools, account, { remoteId: ids[0] ?? '' }))
    value((await connect.revoke?.(tools, account)) ?? no)
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(25)
  })
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

/** A form as the object it stands for: `poll[options][]` twice is a list inside an object. */
function described(url: URL, init: Parameters<Tools['fetch']>[1] = {}): CheckedRequest {
  const { method = 'GET', body } = init
  const request = { method, path: url.pathname, query: url.searchParams }
  if (body instanceof FormData) {
    const fields = Object.fromEntries(
      [...body].map(([k, v]) => [k, typeof v === 'string' ? v : '']),
    )
    return { ...request, body: fields, contentType: 'multipart/form-data' }
  }
  if (typeof body !== 'string') return request
  return { ...request, body: objectOf(new URLSearchParams(body)) }
}

function objectOf(form: URLSearchParams): object {
  const object: Record<string, unknown> = {}
  for (const [name, value] of form) {
    const [first = '', ...rest] = name
      .split(/\[|\]\[|\]/)
      .filter((p, i, all) => i < all.length - 1 || p)
    let place = object
    let key = first
    for (const part of rest) {
      if (part === '') break
      place = (place[key] ??= {}) as Record<string, unknown>
      key = part
    }
    if (name.endsWith('[]')) ((place[key] ??= []) as unknown[]).push(value)
    else place[key] = value
  }
  return object
}
