import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { sourceView } from '../sources/api.ts'
import { oneSource } from '../sources/list-sources.ts'
import { listenToOurAccounts } from './listen.ts'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/sources/our-accounts',
      access: 'listening:write',
      tag: 'listening',
      summary: 'Listen to the comments and public mentions that the company’s accounts receive',
      response: sourceView,
      status: 201,
      async handler({ actor, newId, language }) {
        const id = newId()
        await listenToOurAccounts(desk, actor, id, language)
        return oneSource(desk, actor.companyId, id, language)
      },
    }),
  ]
}
