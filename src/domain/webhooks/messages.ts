import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Language } from '#platform/text.ts'
import type { MessageView } from './api.ts'
import { notSending } from './errors.ts'
import { findWebhook, WEBHOOKS_WORK } from './keep-webhook.ts'
import { sentenceOf } from './sentences.ts'
import type { Message, WebhooksTables } from './tables.ts'
import { TRIAL } from './told.ts'
import { bodyOf } from './write-messages.ts'

const SHOWN = 100

/** The latest messages of a webhook, newest first, each with its tries. */
export async function messagesOf(
  desk: Desk,
  companyId: string,
  webhookId: string,
  language: Language,
): Promise<MessageView[]> {
  await findWebhook(desk.db, companyId, webhookId)
  const rows = await tablesOf<WebhooksTables>(desk.db)
    .selectFrom('webhookMessages')
    .selectAll()
    .where('webhookId', '=', webhookId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => present(row, language))
}

/** A message that means nothing, to see whether the other side answers. @throws Problem when the webhook is not on */
export async function tryOut(
  desk: Desk,
  actor: Actor,
  webhookId: string,
  language: Language,
): Promise<MessageView> {
  const { state, name } = await findWebhook(desk.db, actor.companyId, webhookId)
  if (state !== 'on') throw new Problem(notSending)
  const at = desk.clock.now()
  const row = await tablesOf<WebhooksTables>(desk.db)
    .insertInto('webhookMessages')
    .values({
      webhookId,
      at,
      event: TRIAL,
      eventId: null,
      dueAt: at,
      leaseUntil: null,
      id: uuid({ msecs: at.getTime() }),
      companyId: actor.companyId,
      body: bodyOf(TRIAL, at, { webhookId, name }),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await wake(desk.db, WEBHOOKS_WORK)
  return present(row, language)
}

/**
 * Sends a message once more, the very same, under its own id: who has it already knows it again.
 * @throws Problem when there is none, or its webhook is not on
 */
export async function replay(
  desk: Desk,
  actor: Actor,
  id: string,
  language: Language,
): Promise<MessageView> {
  const tables = tablesOf<WebhooksTables>(desk.db)
  const found = await tables
    .selectFrom('webhookMessages')
    .innerJoin('webhooks', 'webhooks.id', 'webhookMessages.webhookId')
    .select('webhooks.state')
    .where('webhookMessages.companyId', '=', actor.companyId)
    .where('webhookMessages.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Problem(notFound)
  if (found.state !== 'on') throw new Problem(notSending)
  const row = await tables
    .updateTable('webhookMessages')
    .set({ state: 'planned', dueAt: desk.clock.now(), tries: 0 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await wake(desk.db, WEBHOOKS_WORK)
  return present(row, language)
}

function present({ id, event, at, state, body, ...row }: Message, language: Language): MessageView {
  return {
    id,
    event,
    state,
    body,
    at: at.toISOString(),
    nextAt: state === 'planned' ? row.dueAt.toISOString() : null,
    attempts: row.attempts.map((attempt) => ({
      at: attempt.at,
      status: attempt.status,
      ms: attempt.ms,
      sentence: sentenceOf(attempt, language),
    })),
  }
}
