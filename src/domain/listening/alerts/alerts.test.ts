import { describe, expect, test } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'
import type { AlertDetail, AlertsView } from './api.ts'
import { sendNext } from '#platform/jobs/sendings.ts'
import { alertLetters } from './letters/send-letters.ts'

const here = await listeningDesk()
const { press, clock, settle, save, listenTo, letters, told } = here

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Three weeks in which the newspaper names the workshop twice a day, and the desk hears it. */
async function threeCalmWeeks() {
  await save('morel', 'Notre nom')
  await listenTo()
  await settle()
  for (let day = 0; day < 21; day++) {
    clock.advance(DAY)
    for (const hour of [3, 9])
      press.says.push(post(`Une table de l’atelier Morel, jour ${day}`, hour * HOUR))
  }
  await settle()
  letters.length = 0
}

let number = 0
/** A post of the newspaper, some time ago. */
function post(text: string, ago: number, name = `Lectrice ${number}`) {
  const author = { remoteId: name, handle: name, name }
  return { ...said(text, { author }), at: new Date(clock.now().getTime() - ago), ...numbered() }
}
const numbered = () => ({ remoteId: `n${++number}`, url: `https://journal.example/${number}` })

async function storm(
  size: number,
  text = 'Vernis toxique chez Morel, c’est une honte, rappel des berceaux',
) {
  for (let i = 0; i < size; i++) press.says.push(post(text, i * 1000))
  clock.advance(20 * 60_000)
  await settle()
}

/** Everything is done but that, as when its process has died. */
async function settleBut(name: string) {
  const others = here.open.jobs.filter((job) => job.name !== name)
  for (;;) {
    const done = await Promise.all(others.map((job) => job.runDue()))
    if (done.every((n) => n === 0)) return
  }
}

const alerts = async (camille: Caller = here.camille) =>
  (await camille.get<AlertsView>('/alerts')).body

describe('a company that listens', () => {
  test('is told in its first days that we cannot tell yet, and is not alerted', async () => {
    await save('morel', 'Notre nom')
    await listenTo()
    await storm(40)
    expect(await alerts()).toMatchObject({
      alerts: [],
      watched: [{ query: { name: 'Notre nom' }, state: 'learning', days: 0, alarm: null }],
    })
  })

  test('is left in peace over three calm weeks', async () => {
    await threeCalmWeeks()
    expect(await alerts()).toMatchObject({ alerts: [], watched: [{ state: 'watched' }] })
  })
})

describe('a storm', () => {
  test('is one alert that says what changed, told by mail, to programs and in the desk', async () => {
    await threeCalmWeeks()
    await storm(25)
    const { alerts: list } = await alerts()
    expect(list).toHaveLength(1)
    expect(list[0]).toMatchObject({
      query: { name: 'Notre nom' },
      state: 'open',
      level: 1,
      facts: {
        spread: { posts: 25, sources: 1 },
        negatives: { negative: 25, judged: 25 },
        silent: [],
      },
    })
    expect(list[0]?.facts.spread).toMatchObject({ authors: 25, lastHour: 25, hourBefore: 0 })
    expect(list[0]?.facts.terms.map(({ word }) => word)).toContain('rappel')
    expect(list[0]?.facts.first?.excerpt).toContain('Vernis toxique')
    expect(await told('alert.raised')).toHaveLength(1)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.subject).toBe(
      'Alerte chez Atelier Morel : « Notre nom » fait parler plus que d’habitude',
    )
    expect(letters[0]?.text).toContain('Mots nouveaux : ')
    expect(letters[0]?.text).toContain(`/alerts/${list[0]?.id}`)
  })

  test('is not told twice while it lasts, and told again once it has doubled', async () => {
    await threeCalmWeeks()
    await storm(25)
    await storm(3)
    expect(letters).toHaveLength(1)
    await storm(80)
    expect(letters).toHaveLength(2)
    expect(letters[1]?.subject).toMatch(/^Ça enfle chez Atelier Morel/)
    const { alerts: list } = await alerts()
    expect(list).toHaveLength(1)
    expect(list[0]?.level).toBe(2)
  })

  test('put to sleep is followed, not told', async () => {
    await threeCalmWeeks()
    await storm(25)
    const [{ id } = { id: '' }] = (await alerts()).alerts
    await here.camille.post(`/alerts/${id}/snooze`, { hours: 4 })
    await storm(60)
    expect(letters).toHaveLength(1)
    const { body } = await here.camille.get<AlertDetail>(`/alerts/${id}`)
    expect(body.level).toBe(1)
    expect(body.count).toBeGreaterThan(25)
  })

  test('ends by itself after twelve calm hours, and waits for a person to close it', async () => {
    await threeCalmWeeks()
    await storm(25)
    for (let hour = 0; hour < 32; hour++) {
      clock.advance(HOUR)
      await settle()
    }
    const [alert] = (await alerts()).alerts
    expect(alert?.endedAt).not.toBeNull()
    expect(alert?.state).toBe('open')
    expect(letters).toHaveLength(1)
  })

  test('is taken care of by one, and closed by another', async () => {
    await threeCalmWeeks()
    await storm(25)
    const [{ id } = { id: '' }] = (await alerts()).alerts
    const taken = await here.camille.post<AlertDetail>(`/alerts/${id}/acknowledge`)
    expect(taken.body).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'Camille Morel' })
    expect((await here.camille.get('/alerts/count')).body).toEqual({ open: 1 })
    const closed = await here.camille.post<AlertDetail>(`/alerts/${id}/close`, { verdict: 'real' })
    expect(closed.body).toMatchObject({ state: 'closed', verdict: 'real' })
    expect((await here.camille.get('/alerts/count')).body).toEqual({ open: 0 })
    await storm(10)
    expect((await alerts()).alerts).toHaveLength(1)
  })

  test('of another company is none of its business', async () => {
    await threeCalmWeeks()
    await storm(25)
    const [{ id } = { id: '' }] = (await alerts()).alerts
    const sofia = await here.anotherCompany('Ailleurs')
    expect((await sofia.get(`/alerts/${id}`)).status).toBe(404)
    expect((await sofia.post(`/alerts/${id}/close`, { verdict: 'real' })).status).toBe(404)
    expect((await alerts(sofia)).alerts).toEqual([])
  })
})

describe('a desk that dies', () => {
  test('in the middle of a letter never sends it twice', async () => {
    await threeCalmWeeks()
    const { desk } = here
    const dying = {
      ...desk,
      mail: { ...desk.mail, send: () => Promise.reject(new Error('killed')) },
    }
    for (let i = 0; i < 25; i++) press.says.push(post('Rappel chez Morel', i * 1000))
    clock.advance(20 * 60_000)
    await settleBut('alert-letters')
    await expect(sendNext(dying, alertLetters)).rejects.toThrow('killed')
    await settle()
    expect(letters).toEqual([])
    expect((await alerts()).alerts).toHaveLength(1)
  })

  test('before it looked does so when it is back, and tells once', async () => {
    await threeCalmWeeks()
    for (let i = 0; i < 25; i++) press.says.push(post('Rappel chez Morel', i * 1000))
    clock.advance(20 * 60_000)
    await settleBut('alerts')
    expect((await alerts()).alerts).toEqual([])
    await settle()
    await settle()
    expect((await alerts()).alerts).toHaveLength(1)
    expect(letters).toHaveLength(1)
  })
})

describe('a silence', () => {
  test('is not taken for a calm: the source that was not heard is named', async () => {
    await threeCalmWeeks()
    clock.advance(4 * HOUR)
    expect(await alerts()).toMatchObject({ silent: [{ name: 'journal.example' }] })
  })
})

describe('what is at hand', () => {
  test('the budget, the policy and the people to call are kept and written in the letter', async () => {
    const settings = {
      perMonth: 2,
      byMail: true,
      policy: 'On ne répond à personne avant d’avoir appelé Yanis.',
      people: [{ name: 'Yanis', role: 'Atelier', phone: '06 00 00 00 00' }],
    }
    const { status, body } = await here.camille.put('/alerts/settings', settings)
    expect(status).toBe(200)
    expect(body).toEqual({ ...settings, risks: ['leak', 'impostor', 'threat'] })
    await threeCalmWeeks()
    await storm(25)
    expect(letters[0]?.text).toContain('Yanis · Atelier · 06 00 00 00 00')
    expect(letters[0]?.text).toContain('On ne répond à personne')
  })

  test('nobody is written to where letters are not wanted', async () => {
    const { body } = await here.camille.get('/alerts/settings')
    await here.camille.put('/alerts/settings', { ...body, byMail: false })
    await threeCalmWeeks()
    await storm(25)
    expect((await alerts()).alerts).toHaveLength(1)
    expect(letters).toEqual([])
  })
})
