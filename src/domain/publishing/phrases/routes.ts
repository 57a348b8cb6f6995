import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Actor, type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { phraseOf, presentPhrase, readPhrases } from './read-phrases.ts'
import { changePhrase, savePhrase, withdrawPhrase } from './write-phrase.ts'

const tag = 'phrases'
const write = { access: 'posts:write', tag } as const

/** What one writes again and again: hashtag sets, snippets, templates with variables. */
export function routes(desk: Desk): Route[] {
  const view = async ({ companyId }: Actor, id: string) =>
    presentPhrase(await phraseOf(desk.db, companyId, id))
  return [
    route({
      access: 'posts:read',
      tag,
      method: 'GET',
      path: '/phrases',
      summary: 'Hashtag sets, snippets and templates of the company',
      response: z.array(api.phraseView),
      handler: ({ actor }) => readPhrases(desk.db, actor.companyId),
    }),
    route({
      ...write,
      method: 'POST',
      path: '/phrases',
      summary: 'Keep a hashtag set, a snippet or a template',
      body: api.phraseInput,
      response: api.phraseView,
      status: 201,
      async handler({ actor, body, newId }) {
        const id = newId()
        await savePhrase(desk, actor, id, body)
        return view(actor, id)
      },
    }),
    route({
      ...write,
      method: 'PATCH',
      path: '/phrases/:id',
      summary: 'Change it; what was inserted before stays',
      params: byId,
      body: api.phraseChanges,
      response: api.phraseView,
      async handler({ actor, params, body }) {
        await changePhrase(desk, actor, params.id, body)
        return view(actor, params.id)
      },
    }),
    route({
      ...write,
      method: 'DELETE',
      path: '/phrases/:id',
      summary: 'Delete it; it can be restored',
      params: byId,
      handler: ({ actor, params }) => withdrawPhrase(desk, actor, params.id, true),
    }),
    route({
      ...write,
      method: 'POST',
      path: '/phrases/:id/restore',
      summary: 'Bring a deleted one back',
      params: byId,
      response: api.phraseView,
      async handler({ actor, params }) {
        await withdrawPhrase(desk, actor, params.id, false)
        return view(actor, params.id)
      },
    }),
  ]
}
