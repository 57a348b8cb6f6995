import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { version } from '#platform/version.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { createApiKey, deleteApiKey, listApiKeys } from './api-keys.ts'
import { changeCompany, createCompany } from './companies.ts'
import { openFirstAccount } from './first-visit.ts'
import { signIn, signOut } from './sign-in.ts'
import { companyOf } from './store.ts'
import type { GovernanceTables } from './tables.ts'
import { whoIsHere } from './who-is-here.ts'

export function routes(desk: Desk): Route[] {
  return [...sessionRoutes(desk), ...companyRoutes(desk), ...keyRoutes(desk)]
}

function sessionRoutes(desk: Desk): Route[] {
  const tag = 'session'
  return [
    route({
      method: 'GET',
      path: '/session',
      access: 'public',
      tag,
      summary: 'Who is at the desk, and in which companies',
      response: api.session,
      handler: ({ request }) => whoIsHere(desk, request, version),
    }),
    route({
      method: 'POST',
      path: '/sign-up',
      access: 'public',
      tag,
      summary: 'First visit: make the owner’s account',
      body: api.signUp,
      handler: async ({ body, request, reply }) => {
        await openFirstAccount(desk, body)
        await signIn(desk, body, request, reply)
      },
    }),
    route({
      method: 'POST',
      path: '/sign-in',
      access: 'public',
      tag,
      summary: 'Open a session',
      body: api.signIn,
      handler: ({ body, request, reply }) => signIn(desk, body, request, reply),
    }),
    route({
      method: 'POST',
      path: '/sign-out',
      access: 'signed-in',
      tag,
      summary: 'Close the session',
      handler: ({ request, reply }) => signOut(desk, request, reply),
    }),
    route({
      method: 'PATCH',
      path: '/profile',
      access: 'signed-in',
      tag,
      summary: 'Change one’s own name or language',
      body: api.profileChanges,
      handler: async ({ person, body }) => {
        const set = { ...body, updatedAt: desk.clock.now() }
        await tablesOf<GovernanceTables>(desk.db)
          .updateTable('users')
          .set(set)
          .where('id', '=', person.userId)
          .execute()
      },
    }),
  ]
}

function companyRoutes(desk: Desk): Route[] {
  const tag = 'company'
  return [
    route({
      method: 'POST',
      path: '/companies',
      access: 'signed-in',
      tag,
      summary: 'Open a company',
      body: api.newCompany,
      response: api.company,
      status: 201,
      handler: async ({ person, body }) => {
        const open = (db: typeof desk.db) =>
          createCompany(db, person, { ...body, at: desk.clock.now() })
        return { ...(await desk.db.transaction().execute(open)), role: 'owner' as const }
      },
    }),
    route({
      method: 'GET',
      path: '/companies/current',
      access: 'company:read',
      tag,
      tool: 'read_company',
      summary: 'The company this session or key is in',
      response: api.company.omit({ role: true }),
      handler: ({ actor }) => companyOf(desk.db, actor.companyId),
    }),
    route({
      method: 'PATCH',
      path: '/companies/current',
      access: 'company:write',
      tag,
      summary: 'Change the company’s name, language, time zone or public address',
      body: api.companyChanges,
      response: api.company.omit({ role: true }),
      handler: ({ actor, body }) => changeCompany(desk, actor, body),
    }),
  ]
}

function keyRoutes(desk: Desk): Route[] {
  const tag = 'keys'
  return [
    route({
      method: 'GET',
      path: '/keys',
      access: 'company:write',
      tag,
      summary: 'API keys of the company',
      response: z.array(api.apiKey),
      handler: ({ actor }) => listApiKeys(desk, actor.companyId),
    }),
    route({
      method: 'POST',
      path: '/keys',
      access: 'company:write',
      tag,
      summary: 'Make an API key; it is shown once',
      body: api.newApiKey,
      response: api.createdApiKey,
      status: 201,
      handler: ({ actor, body, newId }) => createApiKey(desk, actor, newId(), body),
    }),
    route({
      method: 'DELETE',
      path: '/keys/:id',
      access: 'company:write',
      tag,
      summary: 'Revoke an API key at once',
      params: byId,
      handler: ({ actor, params }) => deleteApiKey(desk, actor, params.id),
    }),
  ]
}
