import { readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { openDesk, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import kit from './contract.ts'
import { htmlOf } from './html.ts'
import ghost from './index.ts'
import { tokenOf } from './site.ts'

const { publish, inbox } = ghost
if (!publish || !inbox) throw new Error('Ghost does less than it did')

test('a text is HTML with nothing in it but what was written', () => {
  const image = { url: 'https://a.fr/b.png', alt: 'Un "banc"' }
  expect(htmlOf('Un <b>\ndeux\n\n\nVoir https://a.fr/?a=1&b=2.', [image])).toBe(
    [
      '<p>Un &lt;b&gt;<br>deux</p>',
      '<p>Voir <a href="https://a.fr/?a=1&amp;b=2">https://a.fr/?a=1&amp;b=2</a>.</p>',
      '<figure class="kg-card kg-image-card"><img src="https://a.fr/b.png" class="kg-image" alt="Un &quot;banc&quot;"></figure>',
    ].join('\n'),
  )
})

test('a token is for the Admin API, names its key, and lives five minutes', async () => {
  const { account, tools, clock } = await openDesk(ghost, kit)
  const [head = '', claims = ''] = tokenOf(account, tools).split('.')
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString())
  const now = clock.now().getTime() / 1000
  expect(read(head)).toEqual({ alg: 'HS256', typ: 'JWT', kid: '6b'.repeat(12) })
  expect(read(claims)).toEqual({ iat: now, exp: now + 300, aud: '/admin/' })
})

test.each([403, 404, 501])(
  'an older site that answers %i to whoever asks for comments goes on without, and is asked again',
  async (status) => {
    const { account, tools, faults, network, clock } = await openDesk(ghost, kit)
    network.speak?.('Combien ?', null)
    const { items, cursor = null } = value(await inbox.read(tools, account, null))
    expect(items).toHaveLength(1)
    clock.advance(60_000)
    network.speak?.('Et en frêne ?', null)
    const errors = [{ type: 'NoPermissionError', message: 'Not for keys.', context: null }]
    faults.next(() => true, { answer: Response.json({ errors }, { status }) })
    const page = value(await inbox.read(tools, account, cursor))
    expect(page).toEqual({ items: [] })
    const later = value(await inbox.read(tools, account, cursor))
    expect(later.items).toMatchObject([{ text: 'Et en frêne ?' }])
  },
)

describe('the request schemas of Ghost 6.65', () => {
  const file = sharedData('specs', 'ghost/schemas/posts-add.json')
  if (!file) return

  test('what we write and put out is what Ghost describes', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
    addFormats.default(ajv)
    ajv.addFormat('json-string', true)
    const schema = (name: string) => {
      const text = readFileSync(file.replace('posts-add', name), 'utf8')
      return JSON.parse(text) as object
    }
    for (const name of ['posts', 'images']) ajv.addSchema(schema(name))
    const checks = {
      POST: ajv.compile(schema('posts-add')),
      PUT: ajv.compile(schema('posts-edit')),
    }
    const desk = await openDesk(ghost, kit)
    const problems: string[] = []
    const checked: string[] = []
    const tools: Tools = {
      ...desk.tools,
      fetch: async (address, init) => {
        const { method } = init ?? {}
        if ((method === 'POST' || method === 'PUT') && typeof init?.body === 'string') {
          checked.push(method)
          if (!checks[method](JSON.parse(init.body)))
            problems.push(ajv.errorsText(checks[method].errors))
        }
        return desk.tools.fetch(address, init)
      },
    }
    const images = [await pictureOf('Une table', 4, 3), await pictureOf('Un banc', 4, 3)]
    const options = {
      title: 'Titre',
      excerpt: 'Extrait',
      tags: ['Bois'],
      newsletter: 'default-newsletter',
    }
    value(
      await publish.publish(tools, desk.account, desk.delivery('Un texte', { images, options })),
    )
    expect(problems).toEqual([])
    expect(checked).toEqual(['POST', 'PUT'])
  })
})
