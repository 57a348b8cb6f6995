import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { failure, openDesk, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { type CheckedRequest, openapiChecker } from '#connectors/_contract/suite/openapi.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { watchedDesk } from '#connectors/_contract/suite/watch.ts'
import kit from './contract.ts'
import { pinterestDouble } from './double.ts'
import pinterest from './index.ts'
import { timeOf } from './pin.ts'

const { publish, metrics, connect, checkOptions } = pinterest
if (!publish || !metrics || !checkOptions) throw new Error('Pinterest does less than it did')

const twoBoards = { ...kit, network: pinterestDouble(['Tables', 'Bancs d’église']) }

/** The Pins that were asked for, as they left. */
const pinsIn = (sent: { url: URL; init: { body?: unknown } }[]) =>
  sent
    .filter(({ url, init }) => url.pathname === '/v5/pins' && typeof init.body === 'string')
    .map(({ init }) => JSON.parse(String(init.body)) as Record<string, unknown>)

describe('the board of a Pin', () => {
  test('is the only one, where there is one', async () => {
    const desk = await openDesk(pinterest, kit)
    expect(checkOptions({}, desk.account)).toEqual([])
  })

  test('is asked for by name, however it is written, where there are several', async () => {
    const desk = await watchedDesk(pinterest, twoBoards)
    expect(checkOptions({}, desk.account)).toMatchObject([
      {
        field: 'board',
        reason: { en: 'Write the name of one of your boards: “Tables”, “Bancs d’église”.' },
      },
    ])
    expect(checkOptions({ board: 'Chaises' }, desk.account)).toHaveLength(1)
    const options = { board: ' bancs D’ÉGLISE ' }
    expect(checkOptions(options, desk.account)).toEqual([])
    value(await publish.publish(desk.tools, desk.account, desk.delivery('Un banc', { options })))
    expect(pinsIn(desk.sent)).toMatchObject([{ board_id: '549755885171' }])
  })

  test('missing, is refused before anything is sent', async () => {
    const desk = await watchedDesk(pinterest, twoBoards)
    const outcome = await publish.publish(desk.tools, desk.account, desk.delivery('Un banc'))
    expect(failure(outcome)).toMatchObject({ kind: 'rejected', field: 'options/board' })
    expect(desk.sent).toEqual([])
  })
})

describe('what a Pin says', () => {
  test('its title, what its image shows, and where it leads', async () => {
    const desk = await watchedDesk(pinterest, kit)
    const images = [await pictureOf('Un banc de chêne', 40, 60)]
    const words = 'Le banc est prêt : https://atelier-morel.fr/bancs.'
    const options = { title: 'Banc de chêne' }
    const delivery = desk.delivery(words, { images, options })
    value(await publish.publish(desk.tools, desk.account, delivery))
    const given = { ...options, link: 'https://atelier-morel.fr/autre' }
    value(
      await publish.publish(
        desk.tools,
        desk.account,
        desk.delivery('Un autre', { options: given }),
      ),
    )
    expect(pinsIn(desk.sent)).toMatchObject([
      {
        title: 'Banc de chêne',
        description: words,
        alt_text: 'Un banc de chêne',
        link: 'https://atelier-morel.fr/bancs',
        media_source: { source_type: 'image_base64', content_type: 'image/png' },
      },
      { link: 'https://atelier-morel.fr/autre' },
    ])
  })

  test('a title too long, or an address that is none, is said while one writes', () => {
    expect(checkOptions({ title: 'a'.repeat(101) })).toMatchObject([{ field: 'title' }])
    expect(checkOptions({ link: 'atelier-morel.fr' })).toMatchObject([{ field: 'link' }])
    expect(checkOptions({ link: 'https://atelier-morel.fr', title: 'a'.repeat(100) })).toEqual([])
  })

  test('images of different sizes are refused together', async () => {
    const desk = await openDesk(pinterest, kit)
    const images = [await pictureOf('Un', 40, 60), await pictureOf('Deux', 60, 40)]
    const outcome = await publish.publish(
      desk.tools,
      desk.account,
      desk.delivery('Deux', { images }),
    )
    expect(failure(outcome)).toMatchObject({ kind: 'rejected', field: 'images' })
  })

  test('a video is shown behind its still, or behind its first image', async () => {
    const desk = await watchedDesk(pinterest, kit)
    const film = { width: 90, height: 160, seconds: 5, alt: 'Le rabot' }
    const video = { file: new Blob(['film']), type: 'video/mp4', ...film }
    const poster = await pictureOf('', 9, 16)
    for (const one of [{ ...video, poster }, video]) {
      const delivery = desk.delivery(`Un film ${one.seconds}`, { video: one })
      value(await publish.publish(desk.tools, desk.account, delivery))
    }
    expect(pinsIn(desk.sent).map((pin) => pin['media_source'])).toMatchObject([
      { source_type: 'video_id', cover_image_content_type: 'image/png' },
      { source_type: 'video_id', cover_image_key_frame_time: 0 },
    ])
  })
})

test('the same Pin again, on purpose, is not taken for the one of a moment ago', async () => {
  const desk = await openDesk(pinterest, kit)
  const first = desk.delivery('Deux fois')
  const sent = value(await publish.publish(desk.tools, desk.account, first))
  desk.clock.advance(60_000)
  const second = desk.delivery('Deux fois')
  expect(value(await publish.confirm(desk.tools, desk.account, second))).toBeNull()
  const again = value(await publish.publish(desk.tools, desk.account, second))
  expect(again.remoteId).not.toBe(sent.remoteId)
  expect(value(await publish.confirm(desk.tools, desk.account, first))?.remoteId).toBe(
    sent.remoteId,
  )
})

test.each(['2026-03-02T08:00:00', '2026-03-02T08:00:00Z', '2026-03-02T09:00:00+01:00'])(
  'an instant written %s is one of UTC',
  (created_at) => expect(timeOf({ id: '1', created_at })).toBe(Date.UTC(2026, 2, 2, 8)),
)

test('an access is renewed by a token that is good once', async () => {
  const { tools, account } = await openDesk(pinterest, kit)
  const renewed = value((await connect.refresh?.(tools, account)) ?? no)
  expect(renewed.secrets['refreshToken']).not.toBe(account.secrets['refreshToken'])
  expect(failure((await connect.refresh?.(tools, account)) ?? no).kind).toBe('auth')
  const poor = { ...account, secrets: { ...account.secrets, refreshToken: '' } }
  expect(connect.canRenew?.(poor)).toBe(false)
})

test('keys that are not those of the app give no access', async () => {
  const { tools } = await openDesk(pinterest, kit)
  const wrong = { ...tools, app: { appId: '1412345', appSecret: 'old' } }
  expect(failure(await signIn(pinterest, kit, wrong, {})).kind).toBe('rejected')
})

test.each([
  ['https://www.pinterest.com/pin/8135534210001/', '8135534210001'],
  ['https://fr.pinterest.com/pin/banc-de-chene--8135534210001/', '8135534210001'],
  ['https://www.pinterest.fr/pin/8135534210001', '8135534210001'],
  ['https://pinterest.example/pin/8135534210001/', null],
  ['https://www.pinterest.com/ateliermorel/', null],
])('the Pin at %s is %s', async (address, id) => {
  const { account } = await openDesk(pinterest, kit)
  expect(publish.idIn?.(account, new URL(address))).toBe(id)
})

const spec = sharedData('specs', 'pinterest/openapi.json')

describe.skipIf(!spec)('every request is one that Pinterest describes', () => {
  const checker = () => openapiChecker(JSON.parse(readFileSync(spec ?? '', 'utf8')))

  test('and a request that is not would be seen', () => {
    const check = checker()
    const query = new URLSearchParams()
    const pin = { method: 'POST', path: '/pins', query }
    expect(check({ ...pin, body: { title: 'a'.repeat(101) } })).not.toEqual([])
    expect(check({ ...pin, body: { media_source: { source_type: 'nothing' } } })).not.toEqual([])
    const asked = new URLSearchParams({ page_size: '251', colour: 'green' })
    expect(check({ method: 'GET', path: '/pins', query: asked })).toHaveLength(2)
  })

  test('connecting, publishing, reading back, counting, renewing and leaving', async () => {
    const check = checker()
    const desk = await openDesk(pinterest, kit)
    const problems: string[] = []
    let checked = 0
    const fetch: Tools['fetch'] = async (address, init = {}) => {
      const url = new URL(address)
      if (url.host === 'api.pinterest.com') {
        checked++
        problems.push(...check(described(url, init)))
      }
      return desk.tools.fetch(address, init)
    }
    const tools = { ...desk.tools, fetch }
    const { account } = value(await signIn(pinterest, kit, tools, {}))
    const image = await pictureOf('Une table', 4, 3)
    const film = { width: 160, height: 90, seconds: 5, alt: 'Le rabot', poster: image }
    const video = { file: new Blob(['film']), type: 'video/mp4', ...film }
    const options = { title: 'Table', link: 'https://atelier-morel.fr' }
    const deliveries = [
      desk.delivery('Une image', { images: [image], options }),
      desk.delivery('Trois images', { images: [image, image, image] }),
      desk.delivery('Un film', { video }),
    ]
    const ids: string[] = []
    for (const delivery of deliveries) {
      ids.push(value(await publish.publish(tools, account, delivery)).remoteId)
      value(await publish.confirm(tools, account, delivery))
    }
    value(await metrics.posts(tools, account, ids))
    value(await metrics.channel(tools, account))
    value((await connect.refresh?.(tools, account)) ?? no)
    value(await publish.remove(tools, account, { remoteId: ids[0] ?? '' }))
    expect(problems).toEqual([])
    expect(checked).toBeGreaterThan(15)
  })
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

function described(url: URL, init: Parameters<Tools['fetch']>[1] = {}): CheckedRequest {
  const { method = 'GET', body } = init
  const request = { method, path: url.pathname.replace('/v5', ''), query: url.searchParams }
  if (typeof body !== 'string') return request
  const contentType = 'application/x-www-form-urlencoded'
  if (!body.startsWith('{')) {
    return { ...request, body: Object.fromEntries(new URLSearchParams(body)), contentType }
  }
  return { ...request, body: JSON.parse(body) as unknown }
}
