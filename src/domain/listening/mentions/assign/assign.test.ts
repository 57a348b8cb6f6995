import { beforeEach, describe, expect, test } from 'vitest'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Caller } from '#support/caller.ts'
import type { MentionView } from '../api.ts'
import { said } from '../../fixture.ts'
import { listeningDesk } from '../../testing.ts'
import type { AssignmentTables } from './tables.ts'
import { tellNext } from './tell.ts'

const here = await listeningDesk()
const { clock, press, settle, mentions } = here
const DAY = 86_400_000

/** Mentions of Morel, in the order written. */
async function heard(...texts: string[]): Promise<MentionView[]> {
  await here.save('morel')
  await here.listenTo()
  const at = (index: number) => new Date(clock.now().getTime() - (texts.length - index) * 60_000)
  press.says.push(...texts.map((text, index) => said(`Morel : ${text}`, { at: at(index) })))
  await settle()
  return (await mentions()).toReversed()
}

let newcomers = 0

/** Joins Camille’s company. */
async function yanis(): Promise<Caller & { id: string }> {
  const email = `yanis.${++newcomers}@atelier-morel.example`
  const { body } = await here.camille.post('/invitations', { email, role: 'editor' })
  const token = String(body.link).split('/').at(-1)
  const person = { name: 'Yanis Faure', email, password: 'bonne colle à bois' }
  const { cookie } = await here.stranger.post(`/invitation/${token}/accept`, person)
  const signedIn = here.stranger.with({ cookie }).of(here.camille.headers['vigie-company'] ?? '')
  return { ...signedIn, id: (await signedIn.get('/session')).body.user.id }
}

const give = (mention: MentionView | undefined, userId: string | null, note?: string) =>
  here.camille.put(`/mentions/${mention?.id}/assignment`, { userId, note })

const texts = async (query: string, by = here.camille) =>
  (await by.get(`/mentions?${query}`)).body.items.map((one: MentionView) => one.excerpt)

test('a mention is given to a member, with a word, and to another, and back to nobody', async () => {
  const [mention] = await heard('une question')
  const other = await yanis()
  const { status, body } = await give(mention, other.id, 'Tu connais ce client.')
  expect(status).toBe(200)
  expect(body.assignment).toEqual({
    userId: other.id,
    name: 'Yanis Faure',
    by: 'Camille Morel',
    at: clock.now().toISOString(),
    note: 'Tu connais ce client.',
  })
  expect((await give(mention, 'me')).body.assignment).toMatchObject({
    name: 'Camille Morel',
    note: '',
  })
  expect((await give(mention, null)).body.assignment).toBeNull()
  expect((await mentions())[0]?.assignment).toBeNull()
})

test('the list shows mine, those of a member, or those of nobody, in the table as well', async () => {
  const [mine, theirs] = await heard('à moi', 'à Yanis', 'à personne')
  const other = await yanis()
  await give(mine, 'me')
  await give(theirs, other.id)
  expect(await texts('assignee=me')).toEqual(['Morel : à moi'])
  expect(await texts('assignee=me', other)).toEqual(['Morel : à Yanis'])
  expect(await texts(`assignee=${other.id}`)).toEqual(['Morel : à Yanis'])
  expect(await texts('assignee=nobody')).toEqual(['Morel : à personne'])
  const { body: csv } = await here.camille.get('/mentions/export?assignee=me')
  expect(csv).toContain('à moi')
  expect(csv).not.toContain('à Yanis')
})

test('only members of the company are put in charge, and only of its own mentions', async () => {
  const [mention] = await heard('une question')
  const stranger = '0190a0a0-0000-7000-8000-000000000000'
  expect(await give(mention, stranger)).toMatchObject({
    status: 422,
    body: { code: 'listening.not_a_member', detail: 'Assign the mention to a member.' },
  })
  expect((await give(mention, 'n’importe qui')).status).toBe(422)
  expect((await give(mention, 'me', 'x'.repeat(501))).status).toBe(422)
  const elsewhere = await here.anotherCompany('Menuiserie Durand')
  const path = `/mentions/${mention?.id}/assignment`
  expect((await elsewhere.put(path, { userId: 'me' })).status).toBe(404)
  expect((await mentions())[0]?.assignment).toBeNull()
})

test('what somebody looked after is nobody’s once they are removed', async () => {
  const [mention] = await heard('une question')
  const other = await yanis()
  await give(mention, other.id)
  expect((await here.camille.delete(`/members/${other.id}`)).status).toBeLessThan(300)
  await settle()
  expect((await mentions())[0]?.assignment).toBeNull()
  expect(await texts('assignee=nobody')).toEqual(['Morel : une question'])
})

test('what somebody looks after stays, however old', async () => {
  const [kept] = await heard('à moi', 'à personne')
  await give(kept, 'me')
  await here.camille.put('/mention-keeping', { months: 3 })
  clock.advance(120 * DAY)
  await settle()
  expect((await mentions()).map(({ excerpt }) => excerpt)).toEqual(['Morel : à moi'])
})

test('with a mention goes who looked after it', async () => {
  const [mention] = await heard('une question')
  await give(mention, 'me')
  const [query] = (await here.camille.get('/queries')).body
  await here.camille.delete(`/queries/${query.id}`)
  const left = await tablesOf<AssignmentTables>(here.desk.db)
    .selectFrom('mentionAssignments')
    .select('mentionId')
    .where('mentionId', '=', mention?.id ?? '')
    .execute()
  expect(left).toEqual([])
})

test('the journal says who put somebody in charge', async () => {
  const [mention] = await heard('une question')
  await give(mention, 'me')
  const { body } = await here.camille.get('/audit', { 'accept-language': 'fr' })
  expect(JSON.stringify(body)).toContain('Camille Morel a confié une mention.')
})

describe('whoever is put in charge', () => {
  const MINUTE = 60_000
  const letters = () => here.letters.filter(({ text }) => text.includes('/listening?assignee=me'))
  beforeEach(() => void (here.letters.length = 0))
  const later = async (minutes: number) => {
    clock.advance(minutes * MINUTE)
    await settle()
  }

  test('is written to once of all that came within five minutes, with what was said', async () => {
    const [first, second] = await heard('une question', 'une plainte')
    const other = await yanis()
    await give(first, other.id, 'Tu connais ce client.')
    await later(2)
    await give(second, other.id)
    await later(3)
    expect(letters()).toHaveLength(1)
    const [letter] = letters()
    expect(letter?.subject).toBe('2 mentions vous sont confiées chez Atelier Morel')
    expect(letter?.text).toContain('De la part de Camille Morel :\n« Morel : une question »')
    expect(letter?.text).toContain('Tu connais ce client.')
    expect(letter?.text).toContain('/listening?assignee=me')
    await later(60)
    expect(letters()).toHaveLength(1)
  })

  test('is not written to of what they took themselves, of what was taken back, or was dismissed', async () => {
    const [mine, back, dismissed] = await heard('à moi', 'reprise', 'écartée')
    const other = await yanis()
    await give(mine, 'me')
    await give(back, other.id)
    await give(back, null)
    await give(dismissed, other.id)
    await here.camille.patch(`/mentions/${dismissed?.id}`, { dismissed: true })
    await later(10)
    expect(letters()).toEqual([])
  })

  test('is written to later where the mail server takes nothing now, and never twice where the desk dies', async () => {
    const [mention] = await heard('une question')
    const other = await yanis()
    await give(mention, other.id)
    clock.advance(5 * MINUTE)
    const mailing = (send: Desk['mail']['send']) => ({
      ...here.desk,
      mail: { ...here.desk.mail, send },
    })
    await tellNext(mailing(async () => ({ outcome: 'later', said: '451' })))
    await settle()
    expect(letters()).toEqual([])
    clock.advance(10 * MINUTE)
    const dying = mailing(() => Promise.reject(new Error('killed')))
    await expect(tellNext(dying)).rejects.toThrow('killed')
    await later(60)
    expect(letters()).toEqual([])
  })

  test('sees how many they have, those dismissed left out', async () => {
    const [one, two] = await heard('une', 'deux')
    const other = await yanis()
    await give(one, other.id)
    await give(two, other.id)
    const mine = async (by = other) => (await by.get('/mentions/in-my-charge')).body.mine
    expect(await mine()).toBe(2)
    expect((await here.camille.get('/mentions/in-my-charge')).body.mine).toBe(0)
    await here.camille.patch(`/mentions/${two?.id}`, { dismissed: true })
    expect(await mine()).toBe(1)
  })
})
