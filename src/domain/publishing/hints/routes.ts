import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { hintKindChange, hintKindParams, hintKindView } from './api.ts'
import { hintKinds, silenceHint } from './silences.ts'

const tag = 'posts'

/** Which hints a company wants to hear while it writes. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/hints',
      access: 'posts:read',
      summary: 'Kinds of writing hints, and which of them this company has silenced',
      tag,
      response: z.array(hintKindView),
      handler: ({ actor, language }) => hintKinds(desk.db, actor.companyId, language),
    }),
    route({
      method: 'PUT',
      path: '/hints/:kind',
      access: 'posts:write',
      summary: 'Silence a kind of hint for the company, or hear it again',
      tag,
      params: hintKindParams,
      body: hintKindChange,
      response: z.array(hintKindView),
      async handler({ actor, params: { kind }, body: { silenced }, language }) {
        await silenceHint(desk, actor, kind, silenced)
        return hintKinds(desk.db, actor.companyId, language)
      },
    }),
  ]
}
