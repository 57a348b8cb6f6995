import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId, pageOf } from '#platform/http/shapes.ts'
import * as api from './api.ts'
import { answerMention } from './answer-mention.ts'
import { changeConversation } from './change.ts'
import { listConversations, readConversation } from './read.ts'
import { reply } from './reply.ts'

const tag = 'inbox'

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/conversations',
      access: 'inbox:read',
      tag,
      tool: 'list_conversations',
      summary: 'Conversations, the most recent first',
      query: api.conversationsQuery,
      response: pageOf(api.conversationSummary),
      handler: ({ actor, query }) => listConversations(desk, actor.companyId, query),
    }),
    route({
      method: 'GET',
      path: '/conversations/:id',
      access: 'inbox:read',
      tag,
      tool: 'read_conversation',
      summary: 'One conversation with all that was said',
      params: byId,
      response: api.conversationView,
      handler: ({ actor, params, language }) =>
        readConversation(desk, actor.companyId, params.id, language),
    }),
    route({
      method: 'PATCH',
      path: '/conversations/:id',
      access: 'inbox:write',
      tag,
      summary: 'Resolve, reopen, assign, mark as read, or block a visitor of the website',
      params: byId,
      body: api.conversationChanges,
      response: api.conversationView,
      handler: async ({ actor, params, body, language }) => {
        await changeConversation(desk, actor, params.id, body)
        return readConversation(desk, actor.companyId, params.id, language)
      },
    }),
    route({
      method: 'POST',
      path: '/conversations/:id/replies',
      access: 'inbox:write',
      tag,
      tool: 'reply',
      summary: 'Answer on the network',
      params: byId,
      body: api.replyInput,
      response: api.conversationView,
      status: 201,
      handler: async ({ actor, params, body, language, newId }) => {
        await reply(desk, actor, params.id, newId(), body)
        return readConversation(desk, actor.companyId, params.id, language)
      },
    }),
    route({
      method: 'POST',
      path: '/mentions/:id/answer',
      access: 'inbox:write',
      tag,
      summary: 'Take a post that listening found into the inbox, to answer it with an account',
      status: 201,
      params: byId,
      body: api.mentionAnswerInput,
      response: api.mentionAnswer,
      handler: ({ actor, params, body }) => answerMention(desk, actor, params.id, body),
    }),
  ]
}
