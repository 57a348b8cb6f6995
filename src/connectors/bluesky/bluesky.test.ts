import { randomUUID } from 'node:crypto'
import { jsonToLex, lexicons } from '@atproto/api'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { failure, openDesk, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { answerOf, recordings } from '#connectors/_contract/suite/recorded.ts'
import kit from './contract.ts'
import bluesky from './index.ts'
import { recordKey } from './record-key.ts'

const { publish, inbox, listen, metrics, connect } = bluesky
if (!publish || !inbox || !listen || !metrics) throw new Error('Bluesky does less than it did')

const plannedAt = new Date('2026-03-02T09:00:00+01:00')

describe('the name of a record', () => {
  test('is a TID of the planned instant, and the same at every attempt', () => {
    const delivery = { id: 'a2d1b6a0-5b4f-4f4e-9d0a-2f2f0c7b1e11', plannedAt }
    expect(recordKey(delivery)).toMatch(/^[234567a-j][234567a-z]{12}$/)
    expect(recordKey({ ...delivery })).toBe(recordKey(delivery))
    expect(recordKey({ ...delivery, id: randomUUID() })).not.toBe(recordKey(delivery))
  })

  test('sorts as the planned instants do, and tells them back', () => {
    const times = fc.integer({ min: 0, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(times, times, fc.uuid(), (a, b, id) => {
        const [first, second] = [a, b].map((ms) => recordKey({ id, plannedAt: new Date(ms) }))
        if (a !== b) expect((first ?? '') < (second ?? '')).toBe(a < b)
        expect(instantOf(first ?? '')).toBe(a)
      }),
    )
  })

  test('differs among a thousand deliveries planned for the same instant', () => {
    const names = Array.from({ length: 1000 }, () => recordKey({ id: randomUUID(), plannedAt }))
    expect(new Set(names).size).toBeGreaterThan(995)
  })
})

/** Milliseconds in the first 53 bits of a TID, which count microseconds. */
function instantOf(tid: string): number {
  let number = 0n
  for (const digit of tid)
    number = number * 32n + BigInt('234567abcdefghijklmnopqrstuvwxyz'.indexOf(digit))
  return Math.floor(Number(number >> 10n) / 1000)
}

describe('an access token that expires in the middle', () => {
  const expired = () => answerOf(recordings(import.meta.dirname)('refreshSession-ExpiredToken'))
  const isCreate = ({ url }: { url: URL }) => url.pathname.endsWith('createRecord')

  test('is renewed once, kept by the desk, and the post leaves', async () => {
    const desk = await openDesk(bluesky, kit)
    const saved: { secrets: Record<string, string>; expiresAt?: Date }[] = []
    const tools: Tools = {
      ...desk.tools,
      saveSecrets: async (secrets, expiresAt) => void saved.push({ secrets, expiresAt }),
    }
    desk.faults.next(isCreate, { answer: expired() })
    value(await publish.publish(tools, desk.account, desk.delivery('Malgré tout')))
    expect(desk.network.published?.()).toHaveLength(1)
    expect(saved).toHaveLength(1)
    const [kept] = saved
    expect(kept?.expiresAt?.getTime()).toBe(desk.clock.now().getTime() + 7_200_000)
    const account = { ...desk.account, secrets: kept?.secrets ?? {} }
    value(await connect.check(desk.tools, account))
  })

  test('is left to the desk when nobody would keep the new one', async () => {
    const desk = await openDesk(bluesky, kit)
    desk.faults.next(isCreate, { answer: expired() })
    const sent = await publish.publish(desk.tools, desk.account, desk.delivery('Plus tard'))
    expect(failure(sent).kind).toBe('transient')
    const asked = desk.faults.asked.map(({ url }) => url.pathname)
    expect(asked.filter((path) => path.endsWith('refreshSession'))).toEqual([])
  })

  test('and cannot be renewed any more: a person has to connect again', async () => {
    const desk = await openDesk(bluesky, kit)
    const tools: Tools = { ...desk.tools, saveSecrets: async () => {} }
    desk.faults.next(isCreate, { answer: expired() })
    desk.faults.next(({ url }) => url.pathname.endsWith('refreshSession'), { answer: expired() })
    const sent = await publish.publish(tools, desk.account, desk.delivery('Jamais'))
    expect(failure(sent).kind).toBe('auth')
  })
})

test('an address where no server answers gets a sentence by the field', async () => {
  const desk = await openDesk(bluesky, kit)
  desk.faults.next(() => true, 'unsent')
  const typed = { ...kit.fields, server: 'pds.atelier-morel.fr' }
  const refused = await connect.withCredentials?.(desk.tools, typed)
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'rejected', field: 'server' } })
})

test('every call and every record is one of the vendor’s own lexicons', async () => {
  const desk = await openDesk(bluesky, kit)
  const heard = new Set<string>()
  const tools: Tools = {
    ...desk.tools,
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      const method = url.pathname.replace('/xrpc/', '')
      heard.add(method)
      if (init.method === 'GET') lexicons.assertValidXrpcParams(method, paramsOf(method, url))
      else if (typeof init.body === 'string') {
        const input = jsonToLex(JSON.parse(init.body)) as { record?: unknown }
        lexicons.assertValidXrpcInput(method, input)
        if (input.record) lexicons.assertValidRecord('app.bsky.feed.post', input.record)
      }
      return desk.tools.fetch(address, init)
    },
  }
  const { account } = value((await connect.withCredentials?.(tools, kit.fields)) ?? no)
  const images = [await pictureOf('Une table', 4, 3)]
  const words = 'À voir @yanis.test https://atelier-morel.fr #chêne $BOIS'
  const delivery = desk.delivery(words, { images, language: 'fr' })
  const sent = value(await publish.publish(tools, account, delivery))
  const replyTo = { remoteId: desk.network.speak?.('Joli', sent.remoteId) ?? '' }
  value(await publish.publish(tools, account, desk.delivery('Merci', { replyTo })))
  const card = {
    url: 'https://atelier-morel.fr/',
    title: 'L’atelier',
    description: 'Des chaises.',
    image: await pictureOf('L’atelier', 12, 6),
  }
  value(await publish.publish(tools, account, desk.delivery('Chez nous', { card })))
  value(await publish.confirm(tools, account, delivery))
  const film = { file: new Blob(['film']), type: 'video/mp4', width: 160, height: 90, seconds: 2 }
  const video = { ...film, alt: 'Le rabot' }
  value(await publish.publish(tools, account, desk.delivery('À l’établi', { video })))
  value(await inbox.read(tools, account, null))
  value(await metrics.posts(tools, account, [sent.remoteId]))
  value(await metrics.channel(tools, account))
  value(await connect.check(tools, account))
  value(await listen.read(tools, account, { terms: ['menuiserie'] }, null))
  value((await bluesky.mention?.search(tools, account, 'yan')) ?? no)
  value(await publish.remove(tools, account, sent))
  value((await connect.refresh?.(tools, account)) ?? no)
  value((await connect.revoke?.(tools, account)) ?? no)
  expect(heard.size).toBe(14)
})

test('the card of a link goes with it, unless pictures take its place', async () => {
  const desk = await openDesk(bluesky, kit)
  const records: { embed?: { $type: string; external?: object } }[] = []
  const tools: Tools = {
    ...desk.tools,
    fetch: async (address, init = {}) => {
      if (String(address).endsWith('createRecord') && typeof init.body === 'string')
        records.push((JSON.parse(init.body) as { record: (typeof records)[number] }).record)
      return desk.tools.fetch(address, init)
    },
  }
  const card = { url: 'https://atelier-morel.fr/', title: 'L’atelier', description: '' }
  const image = await pictureOf('L’atelier', 12, 6)
  const images = [await pictureOf('Une table', 4, 3)]
  const send = async (more: object) =>
    value(await publish.publish(tools, desk.account, desk.delivery('Chez nous', more)))
  await send({ card: { ...card, image } })
  await send({ card })
  await send({ card: { ...card, image }, images })
  await send({})
  expect(records.map(({ embed }) => embed?.$type)).toEqual([
    'app.bsky.embed.external',
    'app.bsky.embed.external',
    'app.bsky.embed.images',
    undefined,
  ])
  expect(records[0]?.embed?.external).toMatchObject({ uri: card.url, title: card.title })
  expect(records[0]?.embed?.external).toHaveProperty('thumb')
  expect(records[1]?.embed?.external).not.toHaveProperty('thumb')
})

const no = { ok: false, failure: { kind: 'transient', detail: 'not implemented' } } as const

/** Query values in the types of the method's lexicon. */
function paramsOf(method: string, url: URL): Record<string, unknown> {
  const main = lexicons.getDefOrThrow(method) as {
    parameters?: { properties: Record<string, { type: string }> }
  }
  const names = new Set(url.searchParams.keys())
  return Object.fromEntries(
    [...names].map((name) => {
      const type = main.parameters?.properties[name]?.type
      if (!type) throw new Error(`${method} has no parameter ${name}`)
      const values = url.searchParams.getAll(name)
      if (type === 'array') return [name, values]
      return [name, type === 'integer' ? Number(values[0]) : values[0]]
    }),
  )
}
