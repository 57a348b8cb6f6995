import { readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { blocksOf } from './blocks.ts'
import kit from './contract.ts'
import { findApi } from './find-site.ts'
import wordpress from './index.ts'
import { routeOf } from './site.ts'

const { connect, publish, inbox, metrics } = wordpress
if (!publish || !inbox || !metrics) throw new Error('WordPress does less than it did')

describe('the address of a site', () => {
  const asked: string[] = []
  const answering = (headers: Record<string, string>, body = '') =>
    ({
      fetch: async (url) => {
        asked.push(String(url))
        return new Response(body, { headers })
      },
    }) as Tools

  test.each([
    [
      'a header',
      {
        link: '<https://a.fr/x>; rel="shortlink", <https://a.fr/wp-json/>; rel="https://api.w.org/"',
      },
      '',
    ],
    [
      'its head',
      {},
      '<link rel="icon" href="/i"><link rel="https://api.w.org/" href="https://a.fr/wp-json/" />',
    ],
    ['an old address over http', { link: '<http://a.fr/wp-json/>; rel="https://api.w.org/"' }, ''],
  ])('%s tells where the API is', async (_, headers, body) => {
    expect(value(await findApi(answering(headers, body), 'a.fr'))).toBe('https://a.fr/wp-json/')
  })

  test.each([
    ['a.fr/journal', 'https://a.fr/journal'],
    ['https://a.fr/journal/wp-admin/profile.php?x=1', 'https://a.fr/journal/'],
    ['http://a.fr', 'https://a.fr/'],
  ])('%s is looked at as %s', async (typed, page) => {
    await findApi(answering({}), typed)
    expect(asked.at(-1)).toBe(page)
  })

  test('a page that leads nowhere, or out of https, is no site', async () => {
    for (const link of ['', '<ftp://a.fr/>; rel="https://api.w.org/"']) {
      const refused = failure(await findApi(answering({ link }), 'a.fr'))
      expect(refused).toMatchObject({ kind: 'rejected', field: 'site' })
    }
  })

  test.each([
    ['https://a.fr/wp-json/', 'https://a.fr/wp-json/wp/v2/posts?page=2'],
    ['https://a.fr/b/wp-json', 'https://a.fr/b/wp-json/wp/v2/posts?page=2'],
    [
      'https://a.fr/b/index.php?rest_route=/',
      'https://a.fr/b/index.php?rest_route=/wp/v2/posts&page=2',
    ],
  ])('%s has its routes', (api, route) => {
    const url = routeOf(api, '/wp/v2/posts', { page: '2' })
    expect(decodeURIComponent(url.href)).toBe(route)
  })
})

test('every paragraph is a block, and only the first one carries the mark', () => {
  const image = { id: 7, url: 'https://a.fr/b.png', alt: 'Un "banc"' }
  expect(blocksOf('Un\ndeux\n\n\nTrois', [image], 'id-1')).toBe(
    [
      '<!-- wp:paragraph {"metadata":{"vigie":"id-1"}} -->\n<p>Un<br>deux</p>\n<!-- /wp:paragraph -->',
      '<!-- wp:paragraph -->\n<p>Trois</p>\n<!-- /wp:paragraph -->',
      '<!-- wp:image {"id":7,"sizeSlug":"full","linkDestination":"none"} -->\n' +
        '<figure class="wp-block-image size-full"><img src="https://a.fr/b.png" alt="Un &quot;banc&quot;" class="wp-image-7"/></figure>\n' +
        '<!-- /wp:image -->',
    ].join('\n\n'),
  )
})

describe('the REST index of WordPress 6.5', () => {
  const file = sharedData('specs', 'wordpress/wp-json-index-6.5.json')
  if (!file) return

  test('every request we send is one that it describes', async () => {
    const check = indexChecker(JSON.parse(readFileSync(file, 'utf8')) as Index)
    const desk = await openDesk(wordpress, kit)
    const problems: string[] = []
    let checked = 0
    const tools: Tools = {
      ...desk.tools,
      fetch: async (address, init) => {
        const url = new URL(address)
        const route = url.pathname.split('/wp-json')[1]
        if (route !== undefined) {
          checked++
          problems.push(...check(init?.method ?? 'GET', route, argumentsOf(url, init?.body)))
        }
        return desk.tools.fetch(address, init)
      },
    }
    const { account } = value(await signIn(wordpress, kit, tools, kit.fields))
    const images = [await pictureOf('Une table', 4, 3), await pictureOf('Un banc', 4, 3)]
    const options = { title: 'Titre', excerpt: 'Extrait', tags: ['Bois'] }
    const delivery = desk.delivery('Un texte', { images, options })
    const sent = value(await publish.publish(tools, account, delivery))
    value(await publish.confirm(tools, account, delivery))
    desk.network.speak?.('Bonjour', sent.remoteId)
    const [asked] = value(await inbox.read(tools, account, null)).items
    const replyTo = { remoteId: asked?.remoteId ?? '', data: { ...asked?.data, status: 'hold' } }
    const answer = desk.delivery('Bonjour à vous', { replyTo })
    await publish.publish(tools, account, answer)
    value(await publish.confirm(tools, account, answer))
    value(await metrics.posts(tools, account, [sent.remoteId]))
    value(await metrics.channel(tools, account))
    value(await publish.remove(tools, account, sent))
    value((await connect.revoke?.(tools, account)) ?? never)
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(15)
  })
})

const never = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

interface Index {
  routes: Record<string, { endpoints: { methods: string[]; args: Record<string, object> | [] }[] }>
}

/** Arguments that every route takes. */
const everywhere = new Set(['_fields', 'rest_route'])

/** A site describes its own routes: a pattern, methods, and a JSON schema for each argument. */
function indexChecker({ routes }: Index) {
  const ajv = new Ajv({ strict: false, coerceTypes: 'array', logger: false })
  addFormats.default(ajv)
  ajv.addFormat('text-field', true)
  ajv.addFormat('hex-color', true)
  return (method: string, route: string, args: Record<string, unknown>): string[] => {
    const where = `${method} ${route}`
    const fits = Object.entries(routes).filter(([pattern]) =>
      new RegExp(`^${pattern.replaceAll('(?P<', '(?<')}$`).test(route),
    )
    const endpoint = fits
      .flatMap(([, { endpoints }]) => endpoints)
      .find(({ methods }) => methods.includes(method))
    if (!endpoint) return [`${where}: no such route`]
    const known = Array.isArray(endpoint.args) ? {} : endpoint.args
    return Object.entries(args).flatMap(([name, given]) => {
      const schema = known[name]
      if (everywhere.has(name)) return []
      if (!schema) return [`${where}: ${name} is not an argument`]
      const { required: _, ...rest } = schema as Record<string, unknown>
      const isList = rest['type'] === 'array' && typeof given === 'string'
      const isText = rest['type'] === 'object' && typeof given === 'string'
      // A title or a content may be given as its raw text.
      if (isText && 'raw' in ((rest['properties'] as object | undefined) ?? {})) return []
      return ajv.validate(rest, isList ? given.split(',') : given)
        ? []
        : [`${where}: ${name} ${ajv.errorsText()}`]
    })
  }
}

function argumentsOf(url: URL, body: unknown): Record<string, unknown> {
  const query = Object.fromEntries(url.searchParams)
  if (typeof body === 'string') return { ...query, ...(JSON.parse(body) as object) }
  if (!(body instanceof FormData)) return query
  return { ...query, ...Object.fromEntries([...body].filter(([name]) => name !== 'file')) }
}
