import type { Desk } from '#domain/desk.ts'
import { type Call, type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { acknowledge, close, snooze } from './decide.ts'
import { alertOf, countOpen, listAlerts } from './present.ts'
import { riskyPosts } from './posts/risky-posts.ts'
import { alertSettings, keepSettings } from './settings.ts'

const tag = 'listening'

export function routes(desk: Desk): Route[] {
  return [...readingRoutes(desk), ...decidingRoutes(desk), ...settingsRoutes(desk)]
}

function readingRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/alerts',
      access: 'listening:read',
      tag,
      tool: 'list_alerts',
      summary: 'What was talked about more than usual, and how each saved query is watched',
      response: api.alertsView,
      handler: ({ actor }) => listAlerts(desk, actor.companyId),
    }),
    route({
      method: 'GET',
      path: '/alerts/count',
      access: 'listening:read',
      tag,
      summary: 'How many alerts nobody has closed',
      response: api.openCount,
      handler: ({ actor }) => countOpen(desk, actor.companyId),
    }),
    route({
      method: 'GET',
      path: '/alerts/:id',
      access: 'listening:read',
      tag,
      summary: 'One alert: what changed, and its hours beside what was expected',
      params: byId,
      response: api.alertDetail,
      handler: ({ actor, params }) => alertOf(desk, actor.companyId, params.id),
    }),
  ]
}

function decidingRoutes(desk: Desk): Route[] {
  const shared = {
    method: 'POST',
    access: 'listening:write',
    tag,
    params: byId,
    response: api.alertDetail,
  } as const
  const now = ({ actor, params }: Call<{ id: string }>) => alertOf(desk, actor.companyId, params.id)
  return [
    route({
      ...shared,
      path: '/alerts/:id/acknowledge',
      summary: 'Say that one takes care of an alert',
      async handler(call) {
        await acknowledge(desk, call.actor, call.params.id)
        return now(call)
      },
    }),
    route({
      ...shared,
      path: '/alerts/:id/close',
      summary: 'Close an alert, saying whether something happened: the usual is learnt accordingly',
      body: api.closing,
      async handler(call) {
        await close(desk, call.actor, call.params.id, call.body.verdict)
        return now(call)
      },
    }),
    route({
      ...shared,
      path: '/alerts/:id/snooze',
      summary: 'Keep an alert from being told again for some hours',
      body: api.snoozing,
      async handler(call) {
        await snooze(desk, call.actor, call.params.id, call.body.hours)
        return now(call)
      },
    }),
  ]
}

function settingsRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/alerts/settings',
      access: 'listening:read',
      tag,
      summary: 'How many false alarms are borne in a month, and what must be at hand in an alert',
      response: api.settingsView,
      handler: ({ actor }) => alertSettings(desk.db, actor.companyId),
    }),
    route({
      method: 'PUT',
      path: '/alerts/settings',
      access: 'listening:write',
      tag,
      summary: 'Set the budget of false alarms, the policy and the people to call',
      body: api.settingsInput,
      response: api.settingsView,
      handler: ({ actor, body }) => keepSettings(desk, actor, body),
    }),
    route({
      method: 'GET',
      path: '/alerts/risky-posts',
      access: 'listening:read',
      tag,
      summary: 'How many posts of each risk came in the last thirty days',
      response: api.riskyPosts,
      handler: ({ actor }) => riskyPosts(desk, actor.companyId),
    }),
  ]
}
