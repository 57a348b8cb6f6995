import { beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#support/caller.ts'
import { camille, openTestDesk, type TestDesk } from '#support/desk.ts'

let atelier: TestDesk
let owner: Caller

beforeAll(async () => {
  atelier = await openTestDesk()
})

describe('the first visit', () => {
  it('finds a desk without an owner', async () => {
    const { body } = await atelier.stranger.get('/session')
    expect(body).toMatchObject({ firstVisit: true, user: null, companies: [] })
  })

  it('asks for a password of ten characters at least, by the field', async () => {
    const { status, body } = await atelier.stranger.post('/sign-up', {
      ...camille,
      password: 'court',
    })
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/password' }] })
  })

  it('gives the desk to one owner, even when two people try at once', async () => {
    const both = await Promise.all([
      atelier.stranger.post('/sign-up', camille),
      atelier.stranger.post('/sign-up', { ...camille, email: 'yanis@atelier-morel.example' }),
    ])
    expect(both.map((answer) => answer.status).sort()).toEqual([204, 409])
    const winner = both.find((answer) => answer.status === 204)
    expect(winner?.headers['set-cookie']).toMatch(/HttpOnly/i)
    const email = both[0].status === 204 ? camille.email : 'yanis@atelier-morel.example'
    const signedIn = await atelier.as({ ...camille, email })
    const company = { name: 'Atelier Morel', language: 'fr', timeZone: 'Europe/Paris' }
    const made = await signedIn.post('/companies', company)
    expect(made.status).toBe(201)
    owner = signedIn.of(made.body.id)
  })

  it('then knows who is here and where', async () => {
    const { body } = await owner.get('/session')
    expect(body.companies).toMatchObject([
      { name: 'Atelier Morel', role: 'owner', practice: false },
    ])
  })

  it('refuses a time zone that does not exist', async () => {
    const { status, body } = await owner.patch('/companies/current', { timeZone: 'Europe/Lyon' })
    expect(status).toBe(422)
    expect(body.errors[0].pointer).toBe('/timeZone')
  })
})

describe('the door', () => {
  it('sends strangers to sign in', async () => {
    const { status, body } = await atelier.stranger.get('/members')
    expect(status).toBe(401)
    expect(body.code).toBe('session.needed')
  })

  it('answers in French to who reads French', async () => {
    const { body } = await atelier.stranger.get('/members', {
      'accept-language': 'fr-FR,fr;q=0.9,en;q=0.5',
    })
    expect(body.title).toBe('Connectez-vous d’abord')
  })

  it('refuses a change that another site asked for', async () => {
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const { status, body } = await owner.patch('/companies/current', { name: 'Pris' }, elsewhere)
    expect(status).toBe(403)
    expect(body.code).toBe('request.foreign_origin')
  })

  it('does not show one company to the members of another', async () => {
    const { status } = await owner.of('01890000-0000-7000-8000-000000000000').get('/members')
    expect(status).toBe(401)
  })

  it('describes every route, by whom it may be called', async () => {
    const { body } = await atelier.stranger.get('/api/docs/json')
    expect(body.openapi).toBe('3.1.0')
    expect(body.paths['/api/v1/keys'].post.description).toBe('Needs: company:write.')
  })
})

describe('an API key', () => {
  it('is shown once, does what its scopes allow, and nothing else', async () => {
    const { status, body } = await owner.post('/keys', { name: 'Caisse', scopes: ['company:read'] })
    expect(status).toBe(201)
    const program = atelier.stranger.with({ authorization: `Bearer ${body.key}` })
    expect((await program.get('/members')).status).toBe(200)
    expect((await program.post('/keys', { name: 'x', scopes: ['company:read'] })).body.code).toBe(
      'access.denied',
    )
    const listed = await owner.get('/keys')
    expect(JSON.stringify(listed.body)).not.toContain(body.key)
    await owner.delete(`/keys/${body.id}`)
    expect((await program.get('/members')).status).toBe(401)
  })

  it('is made once when the same request comes twice', async () => {
    const request = { name: 'Site', scopes: ['company:read'] }
    const headers = { 'idempotency-key': 'site-2026' }
    const first = await owner.post('/keys', request, headers)
    const again = await owner.post('/keys', request, headers)
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotent-replayed']).toBe('true')
    const other = await owner.post('/keys', { ...request, name: 'Autre' }, headers)
    expect(other.body.code).toBe('idempotency.key_reused')
  })
})

describe('signing in', () => {
  it('pauses after ten wrong passwords, and says for how long', async () => {
    const { body } = await owner.get('/session')
    const wrong = { email: body.user.email, password: 'pas le bon' }
    for (let i = 0; i < 10; i++)
      expect((await atelier.stranger.post('/sign-in', wrong)).status).toBe(401)
    const paused = await atelier.stranger.post('/sign-in', wrong)
    expect(paused.status).toBe(429)
    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('ends with signing out', async () => {
    await owner.post('/sign-out')
    expect((await owner.get('/members')).status).toBe(401)
  })
})
