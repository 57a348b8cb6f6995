import { describe, expect, test } from 'vitest'
import { said } from '../../fixture.ts'
import { listeningDesk } from '../../testing.ts'
import type { AlertsView, AlertView, RiskyPosts } from '../api.ts'

const here = await listeningDesk()
const { press, plaza, clock, settle, save, listenTo, letters, told } = here

const HOUR = 3_600_000

const THREAT = 'Atelier Morel : payez-moi 500 euros ou je publie vos factures.'
const THREATS = [
  'Je sais où vous habitez, les Morel, vous allez le regretter.',
  'On viendra brûler l’atelier Morel cette nuit, vous êtes prévenus.',
  'Dernier avertissement, Morel : payez ou tout sera publié demain.',
]
const DANGER = 'Le berceau Morel s’est effondré, notre bébé est blessé et à l’hôpital.'

let number = 0
/** The newspaper prints it, and the desk reads it. */
async function prints(text: string, { ago = 0, by = `Lectrice ${number}` } = {}): Promise<void> {
  const author = { remoteId: by, handle: by, name: by }
  const at = new Date(clock.now().getTime() - ago)
  const id = `p${++number}`
  press.says.push({
    ...said(text, { author }),
    at,
    remoteId: id,
    url: `https://journal.example/${id}`,
  })
  clock.advance(20 * 60_000)
  await settle()
}

async function listening() {
  await save('morel', 'Notre nom')
  await listenTo()
  await settle()
  letters.length = 0
}

const alerts = async (): Promise<AlertView[]> =>
  (await here.camille.get<AlertsView>('/alerts')).body.alerts

const close = (id = '', verdict = 'nothing') =>
  here.camille.post(`/alerts/${id}/close`, { verdict })

async function choose(risks: string[]) {
  const { body } = await here.camille.get('/alerts/settings')
  expect((await here.camille.put('/alerts/settings', { ...body, risks })).status).toBe(200)
}

describe('a post that reads like a threat', () => {
  test('is told at once, on the first day of listening too', async () => {
    await listening()
    await prints(THREAT, { by: 'Corbeau' })
    expect(await alerts()).toMatchObject([
      {
        subject: 'post',
        risk: 'threat',
        scale: null,
        count: 1,
        state: 'open',
        query: { name: 'Notre nom' },
        facts: { first: { author: 'Corbeau', excerpt: THREAT }, spread: { posts: 1 } },
      },
    ])
    expect(letters).toHaveLength(1)
    expect(letters[0]?.subject).toBe(
      'Alerte chez Atelier Morel : un message ressemble à une menace ou un chantage',
    )
    expect(letters[0]?.text).toContain(THREAT)
    expect(await told('alert.raised')).toMatchObject([
      { payload: { subject: 'post', risk: 'threat', scale: null, count: 1 } },
    ])
  })

  test('opens a case that is called by what was said', async () => {
    await listening()
    await prints('Morel va sortir un lit, hier au salon')
    await prints(THREAT)
    const [alert] = await alerts()
    const { body } = await here.camille.post(`/alerts/${alert?.id}/case`)
    const opened = await here.camille.get(`/cases/${body.id}`)
    expect(opened.body).toMatchObject({ title: THREAT, mentions: 1 })
  })

  test('is one alert, whichever queries find it', async () => {
    await save('atelier', 'Le métier')
    await listening()
    await prints(THREAT)
    expect(await alerts()).toHaveLength(1)
    expect(letters).toHaveLength(1)
  })

  test('and those that follow are told again from three on, when they have doubled', async () => {
    await listening()
    await prints(THREAT)
    await prints(THREATS[0] ?? '')
    expect(letters).toHaveLength(1)
    await prints(THREATS[1] ?? '')
    await prints(THREATS[2] ?? '')
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Alerte chez Atelier Morel : un message ressemble à une menace ou un chantage',
      'Ça enfle chez Atelier Morel : 3 messages ressemblent à une menace ou un chantage',
    ])
    expect(await alerts()).toMatchObject([{ count: 4, level: 2 }])
  })

  test('ends after twelve calm hours; the next one is another alert', async () => {
    await listening()
    await prints(THREAT)
    clock.advance(14 * HOUR)
    await settle()
    expect((await alerts())[0]?.endedAt).not.toBeNull()
    await prints(THREATS[0] ?? '')
    expect(await alerts()).toHaveLength(2)
    expect(letters).toHaveLength(2)
  })

  test('is another alert after twelve calm hours also where its query was deleted meanwhile', async () => {
    await listening()
    await prints(THREAT)
    const [first] = await alerts()
    await here.camille.delete(`/queries/${first?.query.id}`)
    await save('morel', 'Notre nom encore')
    clock.advance(14 * HOUR)
    await prints(THREATS[0] ?? '')
    expect(await alerts()).toHaveLength(2)
    expect(letters).toHaveLength(2)
  })

  test('closed, a copy of it is no news, and another one is', async () => {
    await listening()
    await prints(THREAT)
    await close((await alerts())[0]?.id)
    await prints(THREAT)
    expect(await alerts()).toHaveLength(1)
    await prints(THREATS[0] ?? '')
    expect(await alerts()).toHaveLength(2)
  })

  test('goes from its alert when its author deletes it; that it was told stays', async () => {
    await save('morel')
    const account = { connectorId: 'plaza', fields: { key: 'k' } }
    const { body: channel } = await here.camille.post('/channels', account)
    await here.camille.post('/sources', { connectorId: 'plaza', channelId: channel.id })
    const threat = said(THREAT)
    plaza.says.push({ ...threat, at: clock.now() })
    await settle()
    plaza.gone.add(threat.remoteId)
    clock.advance(2 * 60_000)
    await settle()
    expect(await alerts()).toMatchObject([{ risk: 'threat', count: 1, facts: { first: null } }])
  })

  test('that is three days old is no news', async () => {
    await listening()
    await prints(THREAT, { ago: 72 * HOUR })
    expect(await alerts()).toEqual([])
  })
})

describe('the company chooses', () => {
  test('of which risks it is told: none, or a danger as well', async () => {
    await listening()
    await choose([])
    await prints(THREAT)
    await prints(DANGER)
    expect(await alerts()).toEqual([])
    await choose(['safety'])
    await prints(`${DANGER} Fuyez.`)
    expect(await alerts()).toMatchObject([{ risk: 'safety' }])
  })

  test('knowing how many there were of late, copies counted once', async () => {
    await listening()
    await prints(THREAT)
    await prints(THREAT)
    await prints(THREATS[0] ?? '')
    const { body } = await here.camille.get<RiskyPosts>('/alerts/risky-posts')
    expect(body).toEqual([
      { risk: 'leak', posts: 0 },
      { risk: 'impostor', posts: 0 },
      { risk: 'threat', posts: 2 },
      { risk: 'boycott', posts: 0 },
      { risk: 'safety', posts: 0 },
    ])
  })

  test('among risks that there are', async () => {
    const { body } = await here.camille.get('/alerts/settings')
    const answer = await here.camille.put('/alerts/settings', { ...body, risks: ['boredom'] })
    expect(answer.status).toBe(422)
  })
})
