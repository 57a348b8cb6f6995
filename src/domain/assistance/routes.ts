import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { assistantAnswer, assistantInput, helpInput, preparedView, proposalView } from './api.ts'
import { ask, prepare, tryOut } from './ask.ts'
import { dropAssistant, keepAssistant, viewAssistant } from './assistant.ts'

const tag = 'assistant'

/** Help with a text, from an endpoint of the company's own. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/assistant',
      access: 'posts:read',
      summary: 'Where this company asks for help with its texts, if it does',
      tag,
      response: assistantAnswer,
      handler: async ({ actor }) => ({ assistant: await viewAssistant(desk.db, actor.companyId) }),
    }),
    route({
      method: 'PUT',
      path: '/assistant',
      access: 'company:write',
      summary: 'Give the address, the model and the key of an OpenAI-compatible endpoint',
      tag,
      body: assistantInput,
      response: assistantAnswer,
      async handler({ actor, body }) {
        await keepAssistant(desk, actor, body)
        return { assistant: await viewAssistant(desk.db, actor.companyId) }
      },
    }),
    route({
      method: 'DELETE',
      path: '/assistant',
      access: 'company:write',
      summary: 'Ask nobody for help any more; the key is forgotten',
      tag,
      handler: ({ actor }) => dropAssistant(desk, actor),
    }),
    route({
      method: 'POST',
      path: '/assistant/test',
      access: 'company:write',
      summary: 'See whether the endpoint answers; sends five words of ours',
      tag,
      handler: ({ actor }) => tryOut(desk, actor.companyId),
    }),
    route({
      method: 'POST',
      path: '/assistant/prepare',
      access: 'posts:write',
      summary:
        'What would be sent for help with a text, word for word, and where to; sends nothing',
      tag,
      body: helpInput,
      response: preparedView,
      handler: ({ actor, body }) => prepare(desk, actor.companyId, body),
    }),
    route({
      method: 'POST',
      path: '/assistant/ask',
      access: 'posts:write',
      summary: 'Send a text for help; the answer is a proposal and changes nothing',
      tag,
      body: helpInput,
      response: proposalView,
      handler: ({ actor, body }) => ask(desk, actor, body),
    }),
  ]
}
