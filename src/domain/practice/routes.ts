import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { company } from '#domain/governance/api.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { closePracticeCompany } from './close-practice-company.ts'
import { misbehaviours, startMisbehaving, stopMisbehaving } from './misbehave.ts'
import { openPracticeCompany } from './open-practice-company.ts'
import { stageCrisis } from './stage-crisis.ts'

export function routes(desk: Desk): Route[] {
  return [...companyRoutes(desk), ...misbehaviourRoutes(desk), crisisRoute(desk)]
}

function companyRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/practice',
      access: 'signed-in',
      tag: 'company',
      summary: 'Open a practice company: a shop with ninety days behind it, where nothing is real',
      response: company,
      status: 201,
      handler: async ({ person, language }) => ({
        ...(await openPracticeCompany(desk, person, language)),
        role: 'owner' as const,
      }),
    }),
    route({
      method: 'DELETE',
      path: '/practice',
      access: 'company:write',
      tag: 'company',
      summary: 'Delete this practice company, all that is in it, and its files',
      handler: ({ actor }) => closePracticeCompany(desk, actor.companyId),
    }),
  ]
}

function misbehaviourRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/practice/misbehaviours',
      access: 'channels:read',
      tag: 'channels',
      summary: 'What the practice network has still to do wrong, account by account',
      response: z.array(api.misbehaviour),
      handler: ({ actor }) => misbehaviours(desk, actor.companyId),
    }),
    route({
      method: 'POST',
      path: '/practice/misbehaviours',
      access: 'channels:write',
      tag: 'channels',
      summary: 'Make the practice network misbehave towards one account, to see what the desk does',
      body: api.misbehave,
      response: api.misbehaving,
      status: 201,
      handler: ({ actor, body }) => startMisbehaving(desk, actor, body),
    }),
    route({
      method: 'DELETE',
      path: '/practice/misbehaviours/:id',
      access: 'channels:write',
      tag: 'channels',
      summary: 'Let the practice network behave again towards this account',
      params: byId,
      handler: ({ actor, params }) => stopMisbehaving(desk, actor, params.id),
    }),
  ]
}

function crisisRoute(desk: Desk): Route {
  return route({
    method: 'POST',
    path: '/practice/crises',
    access: 'listening:write',
    tag: 'listening',
    summary: 'Stage a crisis on the practice network: complaints about a product that spread',
    response: api.crisisView,
    status: 201,
    handler: ({ actor, newId }) => stageCrisis(desk, actor, newId()),
  })
}
