import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Actor, type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { decide } from './decide.ts'
import { putEmbargo } from './embargo.ts'
import { peopleOnly } from './errors.ts'
import { forecastApproval } from './forecast.ts'
import type { Viewer } from './present-approval.ts'
import { readApproval } from './read-approval.ts'
import { resubmit, withdraw } from './resubmit.ts'
import { deleteRule, putRule, readRules } from './rules.ts'
import { countWaiting, listWaiting } from './waiting.ts'

const tag = 'approvals'

/** Approvals: asked for by scheduling, decided by people, held by the ledger until then. */
export function routes(desk: Desk): Route[] {
  return [...requestRoutes(desk), ...embargoRoutes(desk), ...ruleRoutes(desk)]
}

const viewerOf = (actor: Actor): Extract<Viewer, { author: unknown }> => ({
  kind: actor.kind === 'key' ? 'key' : 'member',
  author: actor,
})

function requestRoutes(desk: Desk): Route[] {
  const view = async (actor: Actor, id: string) => ({
    approval: await readApproval(desk.db, actor.companyId, id, viewerOf(actor)),
  })
  return [
    route({
      method: 'GET',
      path: '/approvals',
      access: 'posts:read',
      tag,
      summary: 'What waits for me, what I asked for, and what was decided in the last fortnight',
      response: api.waitingLists,
      handler: ({ actor }) =>
        listWaiting(desk.db, actor.companyId, viewerOf(actor), desk.clock.now()),
    }),
    route({
      method: 'GET',
      path: '/approvals/count',
      access: 'posts:read',
      tag,
      summary: 'How many posts wait for me',
      response: api.waitingCount,
      handler: async ({ actor }) => ({
        mine: await countWaiting(desk.db, actor.companyId, viewerOf(actor)),
      }),
    }),
    route({
      method: 'POST',
      path: '/approvals/needed',
      access: 'posts:read',
      tag,
      summary: 'Whose approval a draft would need, and whose it would void; keeps nothing',
      body: api.neededInput,
      response: api.neededView,
      handler: ({ actor, body }) => forecastApproval(desk.db, actor, body),
    }),
    route({
      method: 'GET',
      path: '/posts/:id/approval',
      access: 'posts:read',
      tag,
      summary: 'What a post waits for: steps, decisions, and what holds of them',
      params: byId,
      response: api.postApprovalView,
      handler: ({ actor, params }) => view(actor, params.id),
    }),
    route({
      method: 'POST',
      path: '/posts/:id/approval/decisions',
      // Whoever a step names decides, whatever else their role may do: the request itself says who.
      access: 'posts:read',
      tag,
      summary:
        'Approve, ask for changes or refuse; 409 when the post has changed since it was read',
      params: byId,
      body: api.decisionInput,
      response: api.postApprovalView,
      async handler({ actor, params, body }) {
        if (actor.kind === 'key') throw new Problem(peopleOnly)
        const by = { kind: 'member' as const, id: actor.id, name: actor.name, author: actor }
        await decide(desk, actor.companyId, by, params.id, body)
        return view(actor, params.id)
      },
    }),
    route({
      method: 'POST',
      path: '/posts/:id/approval/resubmit',
      access: 'posts:write',
      tag,
      summary: 'Submit it again as it is, after changes were asked for',
      params: byId,
      response: api.postApprovalView,
      async handler({ actor, params }) {
        await resubmit(desk, actor, params.id)
        return view(actor, params.id)
      },
    }),
    route({
      method: 'POST',
      path: '/posts/:id/approval/withdraw',
      access: 'posts:write',
      tag,
      summary: 'Take the request back; the post is a draft again',
      params: byId,
      handler: ({ actor, params }) => withdraw(desk, actor, params.id),
    }),
  ]
}

function embargoRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/posts/:id/embargo',
      access: 'posts:write',
      tag,
      summary: 'Let nothing of a post leave before a wall time in a zone',
      params: byId,
      body: api.embargoInput,
      handler: ({ actor, params, body }) => putEmbargo(desk, actor, params.id, body),
    }),
    route({
      method: 'DELETE',
      path: '/posts/:id/embargo',
      access: 'posts:write',
      tag,
      summary: 'Take the embargo off; for who may publish alone',
      params: byId,
      handler: ({ actor, params }) => putEmbargo(desk, actor, params.id, null),
    }),
  ]
}

function ruleRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/approval-rules',
      access: 'company:read',
      tag,
      summary: 'When approval is needed, and who may publish alone',
      response: api.rulesView,
      handler: ({ actor }) => readRules(desk.db, actor.companyId),
    }),
    route({
      method: 'POST',
      path: '/approval-rules',
      access: 'company:write',
      tag,
      summary: 'Make a rule; posts already submitted keep theirs',
      body: api.ruleInput,
      status: 201,
      response: api.ruleView,
      handler: ({ actor, body, newId }) => putRule(desk, actor, newId(), body, false),
    }),
    route({
      method: 'PUT',
      path: '/approval-rules/:id',
      access: 'company:write',
      tag,
      summary: 'Change a rule; posts already submitted keep the one they were submitted under',
      params: byId,
      body: api.ruleInput,
      response: api.ruleView,
      handler: ({ actor, params, body }) => putRule(desk, actor, params.id, body, true),
    }),
    route({
      method: 'DELETE',
      path: '/approval-rules/:id',
      access: 'company:write',
      tag,
      summary: 'Take a rule off; what waits under it goes on waiting',
      params: byId,
      handler: ({ actor, params }) => deleteRule(desk, actor, params.id),
    }),
  ]
}
