import { describe, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'

const desk = await openTestDesk({ now: '2026-11-23T15:00:00+01:00' })
const real = await desk.signUp()
await desk.listen()
const shop = real.of((await real.post('/practice')).body.id)

interface Connectable {
  id: string
  name: string
  plays?: string
}
const connectable: Connectable[] = (await shop.get('/connectors')).body
/** One that is played, whichever this desk has. */
const played = connectable.find(({ plays }) => plays)?.id ?? ''

const path = '/practice/misbehaviours'
const fields = { handle: 'morel.essais', password: 'chêne massif' }

async function connect(connectorId: string, handle = fields.handle): Promise<string> {
  const { status, body } = await shop.post('/channels', {
    connectorId,
    fields: { ...fields, handle },
  })
  expect(status).toBe(201)
  return body.id
}

const deliveries = desk.open.jobs.find(({ name }) => name === 'deliveries')

/** Schedules a post, and lets a quarter of an hour pass; its delivery then. */
async function publish(channelId: string, text: string) {
  const { body: draft } = await shop.post('/posts', { text, variants: [{ channelId }] })
  const inFive = new Date(desk.clock.now().getTime() + 300_000)
  const wallTime = inFive.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).replace(' ', 'T')
  const when = { version: draft.version, wallTime: wallTime.slice(0, 16) }
  expect((await shop.post(`/posts/${draft.id}/schedule`, when)).status).toBe(200)
  for (let n = 0; n < 9; n++) {
    desk.clock.advance(100_000)
    await deliveries?.runDue()
  }
  return (await shop.get(`/posts/${draft.id}`)).body.deliveries[0]
}

const outcomes = (delivery: { attempts: { outcome: string }[] }) =>
  delivery.attempts.map(({ outcome }) => outcome)

/** How often the words stand on the account's public page. */
async function times(words: string, remoteUrl: string): Promise<number> {
  const page = new URL(remoteUrl).pathname.split('/').slice(0, -1).join('/')
  return (await desk.stranger.get(page)).body.split(words).length - 1
}

test('a practice company is offered practice networks and what is put up by hand, and says which are played', async () => {
  expect(connectable.filter(({ plays }) => plays).length).toBeGreaterThan(5)
  for (const { plays, name } of connectable) if (plays) expect(name).toContain('(simulation)')
  const offered: Connectable[] = (await real.get('/connectors')).body
  expect(offered.filter(({ plays }) => plays)).toEqual([])
  const refused = await real.post('/channels', { connectorId: played, fields })
  expect(refused.body.code).toBe('channel.practice_only')
})

test('an account that plays a network is shown and counted as there', async () => {
  const id = await connect(played)
  const { body } = await shop.get('/channels')
  const channel = body.find((one: { id: string }) => one.id === id)
  const { plays } = connectable.find((one) => one.id === played) ?? {}
  expect(channel).toMatchObject({ looksLike: plays, handle: 'morel.essais', state: 'connected' })
  const manifest = desk.desk.connectors.get(plays ?? '')?.manifest
  expect(channel.limits.textMax).toBe(manifest?.text?.max.value)
})

describe('a network made to misbehave', () => {
  test('loses its answer: the post is looked for, found, and left once', async () => {
    const id = await connect(played, 'morel.perdu')
    const asked = { channelId: id, kind: 'lost-answer', times: 2 }
    const { status, body } = await shop.post(path, asked)
    expect([status, body]).toEqual([201, { ...asked, times: undefined, left: 2, password: null }])
    const delivery = await publish(id, 'Une chaise perdue puis retrouvée')
    expect(outcomes(delivery)).toEqual(['unknown', 'confirmed'])
    expect(await times('Une chaise perdue puis retrouvée', delivery.remoteUrl)).toBe(1)
    expect((await shop.get(path)).body).toEqual([{ channelId: id, kind: 'lost-answer', left: 1 }])
    await shop.delete(`${path}/${id}`)
    expect((await shop.get(path)).body).toEqual([])
  })

  test.each([
    ['refusing', ['rate', 'rate', 'accepted']],
    ['down', ['transient', 'transient', 'accepted']],
    ['nonsense', ['unknown', 'confirmed']],
  ])('is “%s”: the story says so, and the post left once', async (kind, story) => {
    const id = await connect(played, `morel.${kind}`)
    await shop.post(path, { channelId: id, kind, times: 2 })
    const delivery = await publish(id, `Un banc ${kind}`)
    expect(outcomes(delivery)).toEqual(story)
    expect(await times(`Un banc ${kind}`, delivery.remoteUrl)).toBe(1)
    await shop.delete(`${path}/${id}`)
  })

  test('takes the access away: an account that came with the shop is connected again by a new password', async () => {
    const { body: channels } = await shop.get('/channels')
    const own = channels.find((one: { handle: string }) => one.handle === 'atelier.morel')
    const { body } = await shop.post(path, { channelId: own.id, kind: 'revoked', times: 9 })
    expect(body).toMatchObject({ left: 1, password: expect.stringMatching(/^[0-9a-f]{12}$/) })
    expect((await shop.post(`/channels/${own.id}/check`)).body.state).toBe('broken')
    const again = { handle: own.handle, password: body.password }
    const back = await shop.post('/channels', { connectorId: own.connectorId, fields: again })
    expect(back.body).toMatchObject({ id: own.id, state: 'connected' })
  })

  test('is asked one thing at a time, and the log says by whom', async () => {
    const id = await connect(played, 'morel.journal')
    await shop.post(path, { channelId: id, kind: 'slow', times: 3 })
    await shop.post(path, { channelId: id, kind: 'down', times: 1 })
    expect((await shop.get(path)).body).toEqual([{ channelId: id, kind: 'down', left: 1 }])
    await shop.delete(`${path}/${id}`)
    const { body } = await shop.get('/audit')
    const [last, before] = body.items.map((one: { sentence: string }) => one.sentence)
    expect([last, before]).toEqual([
      'Camille Morel ended the practice network’s failures.',
      'Camille Morel made the practice network fail on purpose.',
    ])
  })

  test('only in a practice company, and only towards its own practice accounts', async () => {
    const id = await connect(played, 'morel.gardee')
    const asked = { channelId: id, kind: 'down' }
    expect((await real.post(path, asked)).body.code).toBe('practice.real_company')
    expect((await real.get(path)).status).toBe(409)
    const elsewhere = '0197b2f0-0000-7000-8000-000000000000'
    expect((await shop.post(path, { ...asked, channelId: elsewhere })).status).toBe(404)
    expect((await shop.post(path, { ...asked, times: 0 })).status).toBe(422)
  })
})
