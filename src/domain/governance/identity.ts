import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Actor, Person } from '#platform/http/route.ts'
import type { Identity } from '#platform/http/tools.ts'
import { authenticationOf } from './authentication.ts'
import { SCOPES_OF_ROLE } from './roles.ts'
import { findMembership } from './store.ts'
import type { GovernanceTables } from './tables.ts'

const KEY_NOTED_EVERY_MS = 60_000

/** Who is behind a request: a person by their session cookie, or a program by its API key. */
export function identity(desk: Desk): Identity {
  return {
    person: (request) => personOf(desk, request),
    async actor(request) {
      const key = bearer(request)
      if (key) return programOf(desk, key)
      const person = await personOf(desk, request)
      return person && memberOf(desk, person, wantedCompany(request))
    },
  }
}

async function personOf(desk: Desk, request: FastifyRequest): Promise<Person | null> {
  if (!request.headers.cookie) return null
  const headers = new Headers({ cookie: request.headers.cookie })
  const found = await (await authenticationOf(desk)).api.getSession({ headers })
  return found && { userId: found.user.id, name: found.user.name, email: found.user.email }
}

async function memberOf(desk: Desk, person: Person, wanted: string | null): Promise<Actor | null> {
  const membership = await findMembership(desk.db, person.userId, wanted)
  if (!membership) return null
  return {
    kind: 'user',
    id: person.userId,
    name: person.name,
    companyId: membership.companyId,
    role: membership.role,
    scopes: new Set(SCOPES_OF_ROLE[membership.role]),
    channels: membership.channelIds ? new Set(membership.channelIds) : 'all',
  }
}

async function programOf(desk: Desk, key: string): Promise<Actor | null> {
  const db = tablesOf<GovernanceTables>(desk.db)
  const row = await db
    .selectFrom('apiKeys')
    .selectAll()
    .where('keyHash', '=', hashToken(key))
    .executeTakeFirst()
  const now = desk.clock.now()
  if (!row || (row.expiresAt && row.expiresAt <= now)) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > KEY_NOTED_EVERY_MS) {
    await db.updateTable('apiKeys').set({ lastUsedAt: now }).where('id', '=', row.id).execute()
  }
  return {
    kind: 'key',
    id: row.id,
    name: row.name,
    companyId: row.companyId,
    role: 'key',
    scopes: new Set(row.scopes),
    channels: row.channelIds ? new Set(row.channelIds) : 'all',
  }
}

function bearer(request: FastifyRequest): string | null {
  const [scheme, key] = (request.headers.authorization ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && key ? key : null
}

/** The header every screen sends; an event source cannot, and puts it in the address. */
function wantedCompany(request: FastifyRequest): string | null {
  const query = request.query as { company?: unknown }
  const given = request.headers['vigie-company'] ?? query.company
  const parsed = z.uuid().safeParse(given)
  return parsed.success ? parsed.data : null
}
