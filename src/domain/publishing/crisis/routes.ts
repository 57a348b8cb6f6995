import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { crisisInput, crisisTargets, crisisView, liftedView } from './api.ts'
import { liftSwitch, pressSwitch } from './press.ts'
import { readSwitches } from './read.ts'
import { targetsOf } from './targets.ts'

const tag = 'crisis'

/** One press holds everything scheduled; only a person lifts it. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/crisis',
      // Whoever sees posts must see why they do not leave.
      access: 'posts:read',
      tag,
      summary: 'What is held just now, since when and by whom',
      response: z.array(crisisView),
      handler: ({ actor }) => readSwitches(desk, actor.companyId),
    }),
    route({
      method: 'GET',
      path: '/crisis/targets',
      access: 'crisis:write',
      tag,
      summary: 'Networks, accounts and campaigns that can be held by themselves',
      response: crisisTargets,
      handler: ({ actor }) => targetsOf(desk, actor.companyId),
    }),
    route({
      method: 'POST',
      path: '/crisis',
      access: 'crisis:write',
      tag,
      summary: 'Hold everything scheduled: of the company, a network, an account or a campaign',
      body: crisisInput,
      response: crisisView,
      status: 201,
      async handler({ actor, body }) {
        const id = await pressSwitch(desk, actor, body)
        const view = (await readSwitches(desk, actor.companyId)).find((one) => one.id === id)
        if (!view) throw new Error('a switch was lifted while it was presented')
        return view
      },
    }),
    route({
      method: 'POST',
      path: '/crisis/:id/lift',
      access: 'crisis:write',
      tag,
      summary: 'Lift a hold; each post it held then waits for a person’s word',
      params: byId,
      response: liftedView,
      handler: async ({ actor, params }) => ({ asked: await liftSwitch(desk, actor, params.id) }),
    }),
  ]
}
