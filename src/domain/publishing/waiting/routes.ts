import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { deliveryView } from '../deliveries/api.ts'
import { presentDeliveries } from '../deliveries/present-delivery.ts'
import { decidedView, decideInput, publishingRules, rulesChanges, waitingItem } from './api.ts'
import { askAgain } from './ask-again.ts'
import { decideWaiting, releaseOne } from './decide-waiting.ts'
import { listWaiting } from './list-waiting.ts'
import { changeRules, rulesOf } from './rules.ts'

const tag = 'deliveries'

/** What waits for a person's word, and the company's rules of what has to. */
export function routes(desk: Desk): Route[] {
  return [...waitingRoutes(desk), ...ruleRoutes(desk)]
}

function waitingRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/deliveries/waiting',
      access: 'posts:read',
      summary: 'Posts and replies that leave only when a person says so',
      tag,
      response: z.array(waitingItem),
      handler: ({ actor }) => listWaiting(desk, actor.companyId),
    }),
    route({
      method: 'POST',
      path: '/deliveries/waiting',
      access: 'posts:write',
      summary:
        'Decide about several: publish (late ones of an account ten minutes apart) or not at all',
      tag,
      body: decideInput,
      response: decidedView,
      handler: ({ actor, body: { ids, decision } }) =>
        decision === 'ask' ? askAgain(desk, actor, ids) : decideWaiting(desk, actor, ids, decision),
    }),
    route({
      method: 'POST',
      path: '/deliveries/:id/release',
      access: 'posts:write',
      summary: 'Publish what waited for a person: at its hour if that is to come, else now',
      tag,
      params: byId,
      response: deliveryView,
      async handler({ actor, params: { id }, language }) {
        const delivery = await releaseOne(desk, actor, id)
        const [view] = await presentDeliveries(desk, actor.companyId, [delivery], language)
        if (!view) throw new Error('a delivery vanished while it was presented')
        return view
      },
    }),
  ]
}

function ruleRoutes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/publishing-rules',
      access: 'company:read',
      summary: 'From when a late post waits for a person, and how far back texts are compared',
      tag: 'company',
      response: publishingRules,
      handler: ({ actor }) => rulesOf(desk.db, actor.companyId),
    }),
    route({
      method: 'PATCH',
      path: '/publishing-rules',
      access: 'company:write',
      summary: 'Change these rules',
      tag: 'company',
      body: rulesChanges,
      response: publishingRules,
      handler: ({ actor, body }) => changeRules(desk, actor, body),
    }),
  ]
}
