import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Account, Connector, Outgoing } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { loadConnectors } from '#connectors/_contract/registry.ts'
import { client, openPracticeNetwork } from '#sandbox/fixture.ts'
import agora from './index.ts'

const network = await openPracticeNetwork()
const { clock, connectorTools: tools } = network
const registry = await loadConnectors()
const twins = [...registry.values()].filter(({ manifest }) => manifest.plays)

const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  .jpeg()
  .toBuffer()
const type = 'video/mp4'
const film = {
  file: new Blob(['film'], { type }),
  type,
  width: 160,
  height: 90,
  seconds: 2,
  alt: '',
}
const picture = { bytes: Uint8Array.from(bytes), type: 'image/jpeg', width: 8, height: 8, alt: '' }

function twinOf(id: string): Connector {
  const twin = registry.get(`practice-${id}`)
  if (!twin) throw new Error(`nobody plays ${id}`)
  return twin
}

async function connected({ connect }: Connector, handle: string, password = 'chêne massif') {
  const fields = { handle, password, name: 'Atelier Morel' }
  return value(await connect.withCredentials?.(tools, fields))
}

function send({ publish }: Connector, account: Account, text: string, more?: Partial<Outgoing>) {
  const outgoing = { id: randomUUID(), plannedAt: clock.now(), text, images: [], options: {} }
  return publish?.publish(tools, account, { ...outgoing, ...more })
}

function value<T>(outcome: Outcome<T> | undefined): T {
  if (!outcome?.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

const failure = (outcome: Outcome<unknown> | undefined) =>
  outcome?.ok === false ? outcome.failure : 'done'

describe('the networks it plays', () => {
  test('are all those that publish by themselves, each said to be invented', () => {
    const played = [...registry.values()]
      .map(({ manifest }) => manifest)
      .filter(({ capabilities, practice, handed }) => capabilities.publish && !practice && !handed)
    expect(twins.map(({ manifest }) => manifest.plays)).toEqual(played.map(({ id }) => id))
    expect(twins.length).toBeGreaterThan(5)
    for (const { manifest } of twins) {
      expect(manifest.practice).toBe(true)
      expect(manifest.name).toMatch(/ \(simulation\)$/)
      expect(manifest.connect.app).toBeUndefined()
    }
  })

  test('keep their own limits, unless the practice network holds less', () => {
    const x = twinOf('x').manifest
    expect(x.text).toMatchObject({ max: { value: 280 }, unit: 'weighted' })
    expect(x.prices).toEqual(registry.get('x')?.manifest.prices)
    expect(x.video?.maxBytes.value).toBe(20_000_000)
    expect(twinOf('facebook').manifest.metrics.channel).toEqual(['followers'])
  })
})

test('one handle is another account at each network played, and on the practice network itself', async () => {
  const ids = new Set<string>()
  const urls = new Set<string>()
  for (const one of [agora, ...twins]) {
    const { account, profileUrl } = await connected(one, 'atelier.morel', one.manifest.id)
    expect(account.handle).toBe('atelier.morel')
    ids.add(account.remoteId)
    urls.add(profileUrl)
  }
  expect(ids.size).toBe(twins.length + 1)
  expect(urls.size).toBe(twins.length + 1)
})

test('an account that plays is opened by its own network only', async () => {
  const fields = { handle: 'atelier.morel@x', password: 'chêne massif' }
  for (const one of [agora, twinOf('x')]) {
    const refused = failure(await one.connect.withCredentials?.(tools, fields))
    expect(refused).toMatchObject({ kind: 'rejected', field: 'handle' })
  }
})

test.each(twins.map((twin) => [twin.manifest.name, twin] as const))(
  '%s takes as long a text as the network it plays, and no longer, in its words',
  async (name, twin) => {
    const { account } = await connected(twin, 'longue.plume')
    const letter = twin.manifest.text?.unit === 'bytes' ? 'e' : 'é'
    const max = twin.manifest.text?.max.value ?? 0
    const long = failure(await send(twin, account, letter.repeat(max + 1)))
    expect(long).toMatchObject({ kind: 'rejected', field: 'text' })
    const real = name.replace(' (simulation)', '')
    expect(JSON.stringify(long)).toContain(`${max} characters that ${real} accepts`)
    const shown = twin.manifest.images ? { images: [picture] } : { video: film }
    const needed = twin.manifest.needsMedia ? shown : {}
    const sent = value(await send(twin, account, letter.repeat(max), needed))
    const told = await client(network, account.secrets['token']).get(`/posts/${sent.remoteId}`)
    expect(told.body.text).toHaveLength(max)
  },
)

test('an address counts as the network counts it', async () => {
  const x = twinOf('x')
  const { account } = await connected(x, 'adresse.longue')
  // 23 whatever its length, as the network says.
  const address = `https://atelier-morel.fr/${'a'.repeat(300)}`
  expect((await send(x, account, `${'é'.repeat(256)} ${address}`))?.ok).toBe(true)
  expect((await send(x, account, `${'é'.repeat(257)} ${address}`))?.ok).toBe(false)
})

test('the address of a post is read back where it lies', async () => {
  const twin = twinOf('linkedin')
  const { account } = await connected(twin, 'adresse.copiee')
  const sent = value(await send(twin, account, 'Une table'))
  expect(twin.publish?.idIn?.(account, new URL(sent.url))).toBe(sent.remoteId)
  const elsewhere = new URL(sent.url.replace('@linkedin', '@x'))
  expect(twin.publish?.idIn?.(account, elsewhere)).toBeNull()
})

test('a poll is that of the network: what it takes is voted in, the rest is refused', async () => {
  const twin = twinOf('telegram')
  const { account } = await connected(twin, 'sondage.long')
  const choices = Array.from({ length: 10 }, (_, n) => `Essence numéro ${n} ${'x'.repeat(50)}`)
  const poll = { choices, minutes: 20_000, multiple: true }
  const sent = value(await send(twin, account, 'Lesquels ?', { poll }))
  clock.advance(3_600_000)
  const told = value(await twin.publish?.readPoll?.(tools, account, sent))
  expect(told.choices?.map(({ label }) => label)).toEqual(choices)
  const many = { ...poll, choices: [...choices, 'a', 'b', 'c'] }
  expect(failure(await send(twin, account, 'Trop', { poll: many }))).toMatchObject({
    kind: 'rejected',
    field: 'poll',
  })
})

test('only what the network counts is counted', async () => {
  const twin = twinOf('mastodon')
  const { account } = await connected(twin, 'comptes.justes')
  const sent = value(await send(twin, account, 'Notre banc'))
  clock.advance(30 * 60_000)
  const counts = value(await twin.metrics?.posts(tools, account, [sent.remoteId]))
  expect(Object.keys(counts[sent.remoteId] ?? {}).toSorted()).toEqual([
    'likes',
    'replies',
    'reposts',
  ])
})

test('where the network cannot be read back, neither can its twin: a person will be asked', async () => {
  const twin = twinOf('telegram')
  const { account } = await connected(twin, 'sans.relecture')
  value(await send(twin, account, 'Notre banc'))
  const outgoing = { id: randomUUID(), plannedAt: clock.now(), text: 'Notre banc', images: [] }
  const told = await twin.publish?.confirm(tools, account, { ...outgoing, options: {} })
  expect(failure(told)).toMatchObject({ kind: 'unknown-outcome' })
  expect(twin.manifest.idempotency).toBe('none')
})
