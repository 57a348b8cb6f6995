import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import { say } from '#platform/text.ts'
import * as api from './api.ts'
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listWebhooks,
  rotateSecret,
} from './keep-webhook.ts'
import { messagesOf, replay, tryOut } from './messages.ts'
import { TOLD } from './told.ts'

const shared = { access: 'webhooks:write', tag: 'webhooks' } as const

/** What other programs are told, and how it went. */
export function routes(desk: Desk): Route[] {
  return [...keeping(desk), ...telling(desk)]
}

function keeping(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/webhooks',
      summary: 'Addresses that are told what happens',
      response: z.array(api.webhookView),
      handler: ({ actor }) => listWebhooks(desk.db, actor.companyId),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/webhooks/events',
      summary: 'The events that can be told',
      response: z.array(api.toldEvent),
      handler: async ({ language }) =>
        Object.entries(TOLD).map(([name, text]) => ({ name, sentence: say(text, language) })),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/webhooks',
      summary: 'Tell an address what happens; the signing secret is shown once',
      body: api.webhookInput,
      response: api.freshWebhook,
      status: 201,
      handler: ({ actor, body, newId }) => createWebhook(desk, actor, newId(), body),
    }),
    route({
      ...shared,
      method: 'PATCH',
      path: '/webhooks/:id',
      summary: 'Change a webhook, pause it, or put it on again',
      params: byId,
      body: api.webhookChanges,
      response: api.webhookView,
      handler: ({ actor, params: { id }, body }) => changeWebhook(desk, actor, id, body),
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/webhooks/:id',
      summary: 'Take a webhook off, with what it was told',
      params: byId,
      handler: ({ actor, params: { id } }) => deleteWebhook(desk, actor, id),
    }),
  ]
}

function telling(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'POST',
      path: '/webhooks/:id/rotate',
      summary: 'A new signing secret; the former one signs beside it for a day',
      params: byId,
      response: api.freshWebhook,
      handler: ({ actor, params: { id } }) => rotateSecret(desk, actor, id),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/webhooks/:id/test',
      summary: 'Send a message that means nothing',
      params: byId,
      response: api.messageView,
      status: 201,
      handler: ({ actor, params: { id }, language }) => tryOut(desk, actor, id, language),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/webhooks/:id/messages',
      summary: 'What it was told lately, and how it went',
      params: byId,
      response: z.array(api.messageView),
      handler: ({ actor, params: { id }, language }) =>
        messagesOf(desk, actor.companyId, id, language),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/webhook-messages/:id/replay',
      summary: 'Send a message once more, under its own id',
      params: byId,
      response: api.messageView,
      handler: ({ actor, params: { id }, language }) => replay(desk, actor, id, language),
    }),
  ]
}
