import { beforeEach, describe, expect, test } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import { camille } from '#support/desk.ts'
import { hire, sofia as colleague } from '#support/hire.ts'
import { said } from '../../fixture.ts'
import { listeningDesk } from '../../testing.ts'
import type { DeviceView, DevicesView } from './api.ts'
import { Browser, pushService } from './fixture.ts'
import { sendNext } from '#platform/jobs/sendings.ts'
import { alertPushes } from './send-pushes.ts'
import type { PushTables } from './tables.ts'

const here = await listeningDesk()
const { press, clock, settle, save, listenTo, desk } = here
let key = ''
const service = await pushService(desk, () => key)

const HOUR = 3_600_000
const DAY = 24 * HOUR

let phone = new Browser(service.origin)
let number = 0

beforeEach(async () => {
  Object.assign(service, { carried: [], answers: [] })
  phone = new Browser(`${service.origin}/wpush/v2/${++number}`)
  key = (await devices()).key
})

const devices = async () => (await here.camille.get<DevicesView>('/alerts/devices')).body

async function turnOn(browser = phone, name = 'Firefox · Android') {
  const { status, body } = await here.camille.post<DeviceView>('/alerts/devices', {
    name,
    ...browser.subscription(),
  })
  expect(status).toBe(201)
  return body
}

async function fiveCalmDays() {
  await save('morel', 'Notre nom')
  await listenTo()
  await settle()
  for (let day = 0; day < 5; day++) {
    clock.advance(DAY)
    press.says.push(post('Une table de l’atelier Morel', 5 * HOUR))
  }
  await settle()
}

function post(text: string, ago: number) {
  const name = `n${++number}`
  const author = { remoteId: name, handle: name, name }
  const at = new Date(clock.now().getTime() - ago)
  const url = `https://journal.example/push/${number}`
  return { ...said(text, { author }), at, remoteId: name, url }
}

async function storm(size: number) {
  for (let i = 0; i < size; i++) press.says.push(post('Rappel de berceaux chez Morel', i * 1000))
  clock.advance(20 * 60_000)
  await settle()
}

const shown = () => service.carried.map(({ body }) => JSON.parse(phone.open(body)))

test('the browser of these tests opens the example of RFC 8291, appendix A', () => {
  const browser = new Browser('https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV', {
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  })
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
  expect(browser.open(Buffer.from(body, 'base64url'))).toBe(
    'When I grow up, I want to be a watermelon',
  )
})

describe('a device that asked for it', () => {
  test('is told of an alert once, sealed, signed and urgent, and led to it', async () => {
    await fiveCalmDays()
    await turnOn()
    await storm(25)
    await settle()
    expect(service.carried).toHaveLength(1)
    const { alerts } = (await here.camille.get('/alerts')).body
    expect(service.carried[0]?.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      urgency: 'high',
      topic: alerts[0].id.replaceAll('-', ''),
    })
    expect(service.carried[0]?.body.toString()).not.toContain('Notre nom')
    expect(shown()).toEqual([
      {
        title: 'Alerte chez Atelier Morel : « Notre nom » fait parler plus que d’habitude',
        body: expect.stringMatching(/^\d+ mentions en une heure/),
        path: `/alerts/${alerts[0].id}`,
        language: 'fr',
        tag: `alert-${alerts[0].id}`,
      },
    ])
    expect((await devices()).devices[0]?.lastSentAt).not.toBeNull()
  })

  test('is told again once it has doubled, not before', async () => {
    await fiveCalmDays()
    await turnOn()
    await storm(25)
    await storm(3)
    expect(service.carried).toHaveLength(1)
    await storm(90)
    expect(shown()[1].title).toMatch(/^Ça enfle chez Atelier Morel/)
  })

  test('and is turned off again, is told nothing', async () => {
    await fiveCalmDays()
    const { id } = await turnOn()
    expect((await here.camille.delete(`/alerts/devices/${id}`)).status).toBe(204)
    await storm(25)
    expect(service.carried).toEqual([])
    expect((await devices()).devices).toEqual([])
  })

  test('keeps one place however often it subscribes', async () => {
    await turnOn()
    await turnOn(phone, 'Firefox · Linux')
    expect((await devices()).devices).toMatchObject([{ name: 'Firefox · Linux' }])
  })

  test('can be tried', async () => {
    const { id } = await turnOn()
    const { body } = await here.camille.post(`/alerts/devices/${id}/try`)
    expect(body).toEqual({ outcome: 'taken' })
    expect(shown()).toMatchObject([{ body: 'This is only a test.', path: '/alerts' }])
  })
})

describe('a push service', () => {
  test.each([404, 410])('that answers %i has the device removed', async (gone) => {
    await fiveCalmDays()
    await turnOn()
    service.answers.push(gone)
    await storm(25)
    expect((await devices()).devices).toEqual([])
  })

  test('that has no time is asked again, and tells once', async () => {
    await fiveCalmDays()
    await turnOn()
    service.answers.push(503, 429)
    await storm(25)
    expect(service.carried).toEqual([])
    for (let minute = 0; minute < 2; minute++) {
      clock.advance(60_000)
      await settle()
    }
    expect(service.carried).toHaveLength(1)
  })

  test('that hangs up may have taken it: it is not told twice', async () => {
    await fiveCalmDays()
    await turnOn()
    service.answers.push('hang-up')
    await storm(25)
    clock.advance(HOUR)
    await settle()
    expect(service.carried).toEqual([])
  })
})

test('a desk that dies while it sends does not send twice', async () => {
  await fiveCalmDays()
  await turnOn()
  const dying = { ...desk, fetch: () => Promise.reject(new Error('killed')) }
  const others = here.open.jobs.filter(({ name }) => name !== 'alert-pushes')
  for (let i = 0; i < 25; i++) press.says.push(post('Rappel chez Morel', i * 1000))
  clock.advance(20 * 60_000)
  for (;;) {
    const done = await Promise.all(others.map((job) => job.runDue()))
    if (done.every((n) => n === 0)) break
  }
  await expect(sendNext(dying, alertPushes)).rejects.toThrow('killed')
  await settle()
  expect(service.carried).toEqual([])
})

describe('what is hostile', () => {
  test.each([
    ['an address without encryption', { endpoint: 'http://push.example/1' }],
    ['another scheme', { endpoint: 'file:///etc/passwd' }],
    ['a point off the curve', { keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } }],
    ['a short secret', { keys: { ...phone.subscription().keys, auth: 'abc' } }],
    ['no name', { name: ' ' }],
  ])('is refused: %s', async (_, wrong) => {
    const input = { name: 'x', ...phone.subscription(), ...wrong }
    expect((await here.camille.post('/alerts/devices', input)).status).toBe(422)
  })

  test('an address within the network of the desk is never reached', async () => {
    const { id } = await turnOn(new Browser('https://127.0.0.1:1/push'))
    const { body } = await here.camille.post(`/alerts/devices/${id}/try`)
    expect(body).toEqual({ outcome: 'refused' })
  })

  test('neither the address nor the key of the desk lies open in the database', async () => {
    await turnOn()
    const tables = tablesOf<PushTables>(desk.db)
    const kept = JSON.stringify([
      await tables.selectFrom('pushDevices').selectAll().execute(),
      await tables.selectFrom('pushKeys').selectAll().execute(),
    ])
    expect(kept).not.toContain('push.example')
    expect(kept).not.toContain(phone.subscription().keys.auth)
  })
})

describe('somebody else', () => {
  test('neither sees nor removes my device, and takes over a browser that becomes theirs', async () => {
    const { id } = await turnOn()
    const sofia = await sofiaInTheCompany()
    const theirs = async () => (await sofia.get<DevicesView>('/alerts/devices')).body.devices
    expect(await theirs()).toEqual([])
    expect((await sofia.delete(`/alerts/devices/${id}`)).status).toBe(404)
    expect((await sofia.post(`/alerts/devices/${id}/try`)).status).toBe(404)
    await sofia.post('/alerts/devices', { name: 'Chrome', ...phone.subscription() })
    expect(await theirs()).toHaveLength(1)
    expect((await devices()).devices).toEqual([])
  })
})

async function sofiaInTheCompany() {
  const companyId = here.camille.headers['vigie-company'] ?? ''
  const userId = await hire(desk.db, colleague, 'analyst')
  const membership = { userId, companyId, role: 'analyst', createdAt: clock.now() }
  await tablesOf<{ memberships: typeof membership }>(desk.db)
    .insertInto('memberships')
    .values(membership)
    .execute()
  const { password } = camille
  return (await here.as({ email: colleague.email, password })).of(companyId)
}
