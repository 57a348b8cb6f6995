import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { beforeEach, describe, expect, test } from 'vitest'
import { verifyChain } from '../audit/chain.ts'
import { openTestDesk } from '#support/desk.ts'
import type { InvitationView } from '../api.ts'
import type { Caller } from '#support/caller.ts'

const atelier = await openTestDesk({ connectors: [] })
const owner = (await atelier.signUp()).with({ 'accept-language': 'en' })
const companyId = owner.headers['vigie-company'] ?? ''
const password = 'un mètre ruban'

let n = 0
/** Somebody nobody has heard of yet. */
const newcomer = (name: string) => ({
  name,
  email: `${name.toLowerCase()}.${++n}@atelier-morel.example`,
})

async function invited(email: string, more: object = {}, by: Caller = owner) {
  const { status, body } = await by.post('/invitations', { email, role: 'contributor', ...more })
  return {
    status,
    body,
    token:
      String(body.link ?? '')
        .split('/')
        .at(-1) ?? '',
  }
}

/** Invited, accepted and signed in. */
async function member(name: string, role: string): Promise<Caller & { id: string }> {
  const person = newcomer(name)
  const { token } = await invited(person.email, { role })
  const answer = await atelier.stranger.post(`/invitation/${token}/accept`, { ...person, password })
  const at = atelier.stranger.with({ cookie: answer.cookie, 'accept-language': 'en' }).of(companyId)
  const { body } = await at.get('/session')
  return { ...at, id: body.user.id }
}

const emailOf = async (who: Caller) =>
  (await who.get('/session')).body.user?.email as string | undefined

const members = async () => (await owner.get('/members')).body as { userId: string; role: string }[]

beforeEach(() => {
  atelier.letters.length = 0
})

describe('an invitation', () => {
  test('brings a letter and a link; Sofia chooses a password and works here', async () => {
    const sofia = newcomer('Sofia')
    const { status, body, token } = await invited(sofia.email)
    expect(status).toBe(201)
    expect(body).toMatchObject({ role: 'contributor', letter: 'sent', expired: false })
    expect(atelier.letters).toMatchObject([
      { to: sofia.email, subject: 'Camille Morel vous invite dans Atelier Morel sur Vigie' },
    ])
    expect(atelier.letters[0]?.text).toContain(body.link)

    const offer = await atelier.stranger.get(`/invitation/${token}`)
    expect(offer.body).toMatchObject({
      company: 'Atelier Morel',
      step: 'account',
      role: 'contributor',
    })
    const joined = await atelier.stranger.post(`/invitation/${token}/accept`, {
      name: 'Sofia',
      password,
    })
    expect(joined.body).toEqual({ companyId })
    const at = atelier.stranger.with({ cookie: joined.cookie }).of(companyId)
    expect((await at.get('/session')).body.companies).toMatchObject([{ role: 'contributor' }])
    expect(await members()).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Sofia' })]),
    )
  })

  test('asks for what is missing, by the field, and is not used up by it', async () => {
    const { token } = await invited(newcomer('Lina').email)
    const { status, body } = await atelier.stranger.post(`/invitation/${token}/accept`, {
      password: 'court',
    })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/name',
      '/password',
    ])
    expect((await atelier.stranger.get(`/invitation/${token}`)).status).toBe(200)
  })

  test('can be used once, even by two clicks at the same time', async () => {
    const { token } = await invited(newcomer('Hugo').email)
    const accept = () =>
      atelier.stranger.post(`/invitation/${token}/accept`, { name: 'Hugo', password })
    const both = await Promise.all([accept(), accept()])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410])
    expect((await accept()).body.code).toBe('invitation.gone')
  })

  test('is of no use after seven days, when taken back, or when it was sent again', async () => {
    const person = newcomer('Marc')
    const first = await invited(person.email)
    const again = await owner.post(`/invitations/${first.body.id}/resend`)
    expect((await atelier.stranger.get(`/invitation/${first.token}`)).status).toBe(410)
    const token = again.body.link.split('/').at(-1)
    expect((await atelier.stranger.get(`/invitation/${token}`)).status).toBe(200)
    atelier.clock.advance(7 * 86_400_000)
    expect((await atelier.stranger.get(`/invitation/${token}`)).status).toBe(410)
    const listed = async () => {
      const { body } = await owner.get<InvitationView[]>('/invitations')
      return body.find(({ id }) => id === first.body.id)
    }
    expect(await listed()).toMatchObject({ expired: true })
    await owner.delete(`/invitations/${first.body.id}`)
    expect(await listed()).toBeUndefined()
    atelier.clock.advance(-7 * 86_400_000)
    expect((await atelier.stranger.get(`/invitation/${token}`)).status).toBe(410)
  })

  test('is not kept: only its imprint', async () => {
    const { body, token } = await invited(newcomer('Ines').email)
    expect(JSON.stringify((await owner.get('/invitations')).body)).not.toContain(token)
    await owner.delete(`/invitations/${body.id}`)
  })

  test('lets whoever has an account join by it: signed in, or by its password, and nobody else', async () => {
    const yanis = newcomer('Yanis')
    const { token: first } = await invited(yanis.email, { role: 'editor' })
    const made = await atelier.stranger.post(`/invitation/${first}/accept`, { ...yanis, password })
    const at = atelier.stranger.with({ cookie: made.cookie })
    const { body: second } = await owner.post('/companies', {
      name: 'Morel Paris',
      language: 'fr',
      timeZone: 'Europe/Paris',
    })
    const there = owner.of(second.id)
    const { token, body } = await invited(yanis.email, { role: 'analyst' }, there)
    const steps = [atelier.stranger, at, owner].map(
      async (who) => (await who.get(`/invitation/${token}`)).body.step,
    )
    expect(await Promise.all(steps)).toEqual(['password', 'join', 'other'])
    const accept = (who: Caller, given = {}) => who.post(`/invitation/${token}/accept`, given)
    expect((await accept(owner)).body.code).toBe('invitation.other_person')
    expect((await accept(atelier.stranger, { password: 'pas le bon' })).status).toBe(401)
    expect((await accept(at)).body).toEqual({ companyId: second.id })
    expect((await at.of(second.id).get('/session')).body.companies).toHaveLength(2)
    expect((await invited(yanis.email, {}, there)).body.code).toBe('member.already_here')
    expect(body.letter).toBe('sent')
  })

  test('goes once to an address', async () => {
    const { email } = newcomer('Jade')
    const first = await invited(email)
    expect((await invited(email.toUpperCase())).body.code).toBe('invitation.already_sent')
    await owner.delete(`/invitations/${first.body.id}`)
  })

  test('names an account it does not know', async () => {
    const { status, body } = await invited(newcomer('Zoé').email.replace('é', 'e'), {
      channelIds: [companyId],
    })
    expect([status, body.errors[0].pointer]).toEqual([422, '/channelIds'])
  })
})

describe('a role', () => {
  test('holds from the next request on', async () => {
    const nora = await member('Nora', 'editor')
    const draft = () => nora.post('/posts', { text: 'Bonjour' })
    expect((await draft()).status).toBe(201)
    await owner.patch(`/members/${nora.id}`, { role: 'analyst' })
    expect((await draft()).status).toBe(403)
  })

  test('of an owner is given and taken by owners only; the last one stays', async () => {
    const luc = await member('Luc', 'manager')
    const { body } = await owner.get('/session')
    const camilleId: string = body.user.id
    expect((await luc.patch(`/members/${luc.id}`, { role: 'owner' })).body.code).toBe(
      'member.owners_only',
    )
    expect((await luc.patch(`/members/${camilleId}`, { role: 'analyst' })).status).toBe(403)
    expect((await luc.delete(`/members/${camilleId}`)).status).toBe(403)
    expect((await invited(newcomer('Max').email, { role: 'owner' }, luc)).status).toBe(403)
    for (const answer of [
      await owner.patch(`/members/${camilleId}`, { role: 'editor' }),
      await owner.delete(`/members/${camilleId}`),
      await owner.post('/members/leave'),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'member.last_owner'])
  })

  test('of two owners: both cannot leave at the same time', async () => {
    const place = { name: 'Morel Lille', language: 'fr', timeZone: 'Europe/Paris' }
    const { body } = await owner.post('/companies', place)
    const here = owner.of(body.id)
    const anna = await member('Anna', 'analyst')
    const { token } = await invited((await emailOf(anna)) ?? '', { role: 'owner' }, here)
    expect((await anna.post(`/invitation/${token}/accept`, {})).status).toBe(200)
    const leave = [here, anna.of(body.id)].map((who) => who.post('/members/leave'))
    const statuses = (await Promise.all(leave)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([204, 409])
  })
})

describe('somebody who is removed', () => {
  test('is refused from the very next request on, and their keys with them', async () => {
    const paul = await member('Paul', 'manager')
    const { body: key } = await paul.post('/keys', { name: 'Site', scopes: ['posts:read'] })
    const program = atelier.stranger.with({ authorization: `Bearer ${key.key}` })
    expect([(await paul.get('/members')).status, (await program.get('/posts')).status]).toEqual([
      200, 200,
    ])
    expect((await owner.delete(`/members/${paul.id}`)).status).toBe(204)
    expect([(await paul.get('/members')).status, (await program.get('/posts')).status]).toEqual([
      401, 401,
    ])
    expect((await paul.get('/session')).body.companies).toEqual([])
  })

  test('may leave keys behind that go on working, when asked so', async () => {
    const rose = await member('Rose', 'manager')
    const { body: key } = await rose.post('/keys', { name: 'Site', scopes: ['posts:read'] })
    await owner.delete(`/members/${rose.id}?keys=keep`)
    const program = atelier.stranger.with({ authorization: `Bearer ${key.key}` })
    expect((await program.get('/posts')).status).toBe(200)
  })

  test('hears nothing more of what happens: the stream ends', async () => {
    const tom = await member('Tom', 'editor')
    const origin = await atelier.listen()
    const stream = httpRequest(`${origin}/api/v1/live?company=${companyId}`, {
      headers: { cookie: tom.headers['cookie'] ?? '' },
    })
    stream.end()
    const [answer] = await once(stream, 'response')
    let heard = ''
    answer.on('data', (data: Buffer) => (heard += data.toString()))
    await owner.patch(`/members/${tom.id}`, { role: 'analyst' })
    await expect.poll(() => heard).toContain('member.changed')
    const ended = once(answer, 'end')
    await owner.delete(`/members/${tom.id}`)
    await ended
    expect(heard).not.toContain('member.removed')
  })
})

test('who joined, was changed and was removed stands in the trail, in sentences, and the chain holds', async () => {
  const lea = await member('Léa'.normalize('NFD').replace(/\p{M}/gu, ''), 'reviewer')
  await owner.patch(`/members/${lea.id}`, { role: 'editor' })
  await owner.delete(`/members/${lea.id}`)
  const { body } = await owner.get('/audit?what=member&limit=4')
  expect(body.items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
    'Camille Morel removed Lea from the company.',
    'Camille Morel made Lea editor (was reviewer).',
    'Lea joined as reviewer.',
    expect.stringMatching(/^Camille Morel invited lea\.\d+@atelier-morel\.example as reviewer\.$/),
  ])
  expect((await verifyChain(atelier.desk.db, companyId)).broken).toBeNull()
})
