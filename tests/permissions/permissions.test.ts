import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { roles } from '#domain/governance/api.ts'
import { identity } from '#domain/governance/index.ts'
import { SCOPES_OF_ROLE } from '#domain/governance/roles.ts'
import { discover } from '#main/discover.ts'
import { liveRoute } from '#main/live-route.ts'
import { mcpRoute } from '#main/mcp/mcp-route.ts'
import { type Route, SCOPES } from '#platform/http/route.ts'
import { createServer } from '#platform/http/server.ts'
import { type Caller, caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import { callOf, type Column, linesOf, readTable, tableOf } from './matrix.ts'

const file = path.resolve(import.meta.dirname, '../../docs/permissions.md')
const atelier = await openTestDesk({ connectors: [] })
const owner = await atelier.signUp()
const companyId = owner.headers['vigie-company'] ?? ''
const routes = await everyRoute()
const door = await openDoor(routes)
/** Those that are called in a company. */
const ofCompany = routes.filter(({ access }) => access !== 'public' && access !== 'signed-in')

test('the table in docs/permissions.md says what every route on disk declares', async () => {
  await expect(tableOf(linesOf(routes))).toMatchFileSnapshot(file)
})

describe('the door does what the table says, for', () => {
  const may = (column: Column) => {
    const table = readTable(readFileSync(file, 'utf8'))
    return (call: string) => table.get(call)?.has(column) ?? false
  }

  test('a stranger', async () => {
    expect(await answers(caller(door))).toEqual(expected(may('anyone'), 401))
  })

  test('somebody who is signed in and works in no company', async () => {
    const { cookie } = await newMember('analyst', 'seul')
    const session = caller(door, { cookie })
    const { body } = await owner.get('/members')
    const alone = body.find((member: { name: string }) => member.name === 'seul')
    await owner.delete(`/members/${alone.userId}`)
    expect(await answers(session)).toEqual(expected(may('signed in'), 401))
  })

  test('an owner of another company who asks for this one', async () => {
    const { cookie } = await newMember('analyst', 'ailleurs')
    const there = atelier.stranger.with({ cookie })
    const place = { name: 'Ailleurs', language: 'fr', timeZone: 'Europe/Paris' }
    await there.post('/companies', place)
    const { body } = await owner.get('/members')
    const gone = body.find((member: { name: string }) => member.name === 'ailleurs')
    await owner.delete(`/members/${gone.userId}`)
    const nosy = caller(door, { cookie, 'vigie-company': companyId })
    expect(await answers(nosy)).toEqual(expected(may('signed in'), 401))
  })

  test.each(roles)('a member who is %s', async (role) => {
    const { cookie } = await newMember(role, role)
    const session = caller(door, { cookie, 'vigie-company': companyId })
    expect(await answers(session)).toEqual(expected(may(role), 403))
  })

  test('a key with half of the scopes, and one with the other half', async () => {
    const halves = [0, 1].map((odd) => SCOPES.filter((_, at) => at % 2 === odd))
    for (const scopes of halves) {
      const told = await answers(await keyWith(scopes), ofCompany)
      const due = ofCompany.map((route) => [callOf(route), admits(route, scopes) ? 204 : 403])
      expect(told).toEqual(Object.fromEntries(due))
    }
  })

  test('a key with one scope alone, where that is asked for', async () => {
    for (const scope of SCOPES) {
      const asked = ofCompany.filter(({ access }) => access === scope)
      const told = await answers(await keyWith([scope]), asked)
      expect(told).toEqual(Object.fromEntries(asked.map((route) => [callOf(route), 204])))
    }
  })
})

test('a smaller role may never do what a greater one may not', () => {
  const greater = ['owner', 'manager', 'editor', 'contributor'] as const
  for (const [at, role] of greater.entries()) {
    const more = greater[at - 1]
    if (!more) continue
    const beyond = SCOPES_OF_ROLE[role].filter((scope) => !SCOPES_OF_ROLE[more].includes(scope))
    expect([role, beyond]).toEqual([role, []])
  }
})

/** Some routes ask only that one acts in a company; what is done there asks again. */
const admits = ({ access }: Route, scopes: readonly string[]) =>
  access === 'in-company' || scopes.includes(access)

/** As the desk has them. */
async function everyRoute(): Promise<Route[]> {
  const { db } = atelier.desk
  const listener = { on: () => () => {}, close: async () => {} }
  const found = (await discover(atelier.desk)).routes
  const live = liveRoute({ db, listener, identity: identity(atelier.desk) })
  return [...found, live, mcpRoute(found, () => atelier.open.server)]
}

/**
 * The real door, with real sessions and keys, before rooms that are empty: whoever gets in is told 204, and nothing
 * happens. So each call shows the door's decision alone, and a call that signs out or leaves ends nothing.
 */
function openDoor(all: readonly Route[]) {
  const { db, clock, log } = atelier.desk
  const rooms = all.map(({ method, path, outside, access, summary, tag }): Route => {
    const room = { method, path, access, summary, tag, ...(outside ? { outside } : {}) }
    return { ...room, handler: async ({ reply }) => void (await reply.code(204).send()) }
  })
  return createServer(rooms, {
    db,
    clock,
    log,
    version: '0',
    trustProxy: false,
    identity: identity(atelier.desk),
    health: () => ({ ready: true }),
  })
}

/** The status of each route for this caller, the plain ones left out: 204 where it may, else 401 or 403. */
async function answers(
  who: Caller,
  asked: readonly Route[] = routes,
): Promise<Record<string, number>> {
  const told: Record<string, number> = {}
  for (const route of asked) {
    const [url = ''] = callOf(route).split(' ').slice(1)
    const { statusCode } = await door.inject({
      method: route.method,
      url: url.replace(/:\w+/g, '0190a000-0000-7000-8000-000000000001').replace('*', 'x'),
      headers: who.headers,
    })
    told[callOf(route)] = statusCode
  }
  return told
}

function expected(may: (call: string) => boolean, otherwise: 401 | 403): Record<string, number> {
  return Object.fromEntries(
    routes.map((route) => {
      const call = callOf(route)
      return [call, may(call) ? 204 : otherwise]
    }),
  )
}

async function newMember(role: string, name: string): Promise<{ cookie: string }> {
  const email = `${name}@atelier-morel.example`
  const { body } = await owner.post('/invitations', { email, role })
  const token = body.link.split('/').at(-1)
  const given = { name, password: 'un mètre ruban' }
  return atelier.stranger.post(`/invitation/${token}/accept`, given)
}

async function keyWith(scopes: readonly string[]): Promise<Caller> {
  const { body } = await owner.post('/keys', { name: 'Site', scopes })
  return caller(door, { authorization: `Bearer ${body.key}` })
}
