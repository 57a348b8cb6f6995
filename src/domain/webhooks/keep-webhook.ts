import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { FreshWebhook, webhookChanges, webhookInput, WebhookView } from './api.ts'
import { unknownEvent, unreachable } from './errors.ts'
import { newSecret } from './signature.ts'
import type { Webhook, WebhooksTables } from './tables.ts'
import { TOLD } from './told.ts'

/** The name under which senders are woken. */
export const WEBHOOKS_WORK = 'webhooks'

/** How long a replaced secret still signs, so that the other side can change over. */
const FORMER_MS = 24 * 3_600_000

/** What binds a secret to its row. */
export const secretContext = (id: string) => `webhook:${id}`

/** @throws Problem when the address or an event is none of ours */
export async function createWebhook(
  desk: Desk,
  actor: Actor,
  id: string,
  input: z.output<typeof webhookInput>,
): Promise<FreshWebhook> {
  refuse(input)
  const secret = newSecret()
  const row = {
    ...input,
    id,
    companyId: actor.companyId,
    sealedSecret: desk.secrets.seal(secret, secretContext(id)),
    createdBy: actor.name,
    createdAt: desk.clock.now(),
  }
  const kept = await change(desk, actor, id, 'webhook.created', (trx) =>
    tablesOf<WebhooksTables>(trx)
      .insertInto('webhooks')
      .values({ ...row, sealedFormerSecret: null, formerUntil: null, failingSince: null })
      .returningAll()
      .executeTakeFirst(),
  )
  return { ...present(kept), secret }
}

export async function changeWebhook(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: z.output<typeof webhookChanges>,
): Promise<WebhookView> {
  refuse(changes)
  const revived = changes.state === 'on' ? { failingSince: null } : {}
  const kept = await change(desk, actor, id, 'webhook.changed', (trx) =>
    own(trx, actor.companyId, id, { ...changes, ...revived }),
  )
  return present(kept)
}

/** A new secret; the former one signs beside it for a day. */
export async function rotateSecret(desk: Desk, actor: Actor, id: string): Promise<FreshWebhook> {
  const secret = newSecret()
  const sealed = desk.secrets.seal(secret, secretContext(id))
  const until = new Date(desk.clock.now().getTime() + FORMER_MS)
  const kept = await change(desk, actor, id, 'webhook.secret_changed', (trx) =>
    tablesOf<WebhooksTables>(trx)
      .updateTable('webhooks')
      .set((eb) => ({
        sealedFormerSecret: eb.ref('sealedSecret'),
        formerUntil: until,
        sealedSecret: sealed,
      }))
      .where('companyId', '=', actor.companyId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst(),
  )
  return { ...present(kept), secret }
}

export async function deleteWebhook(desk: Desk, actor: Actor, id: string): Promise<void> {
  await change(desk, actor, id, 'webhook.deleted', (trx) =>
    tablesOf<WebhooksTables>(trx)
      .deleteFrom('webhooks')
      .where('companyId', '=', actor.companyId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst(),
  )
}

export async function listWebhooks(db: Executor, companyId: string): Promise<WebhookView[]> {
  const rows = await tablesOf<WebhooksTables>(db)
    .selectFrom('webhooks')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .execute()
  return rows.map(present)
}

/** @throws Problem when this company has no such webhook */
export async function findWebhook(db: Executor, companyId: string, id: string): Promise<Webhook> {
  const row = await tablesOf<WebhooksTables>(db)
    .selectFrom('webhooks')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return row
}

function own(trx: Executor, companyId: string, id: string, set: Partial<Webhook>) {
  return (
    tablesOf<WebhooksTables>(trx)
      .updateTable('webhooks')
      // Nothing asked for changes nothing, and says what is there.
      .set({ id, ...set })
      .where('companyId', '=', companyId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
  )
}

async function change(
  desk: Desk,
  actor: Actor,
  id: string,
  action: AuditAction,
  write: (trx: Executor) => Promise<Webhook | undefined>,
): Promise<Webhook> {
  const { companyId } = actor
  return desk.db.transaction().execute(async (trx) => {
    const row = await write(trx)
    if (!row) throw new Problem(notFound)
    const { name, events } = row
    await audit(trx, {
      companyId,
      at: desk.clock.now(),
      actor: actor.id,
      action,
      subject: `webhook:${id}`,
      detail: { name, host: new URL(row.url).host, events },
    })
    await emit(trx, companyId, 'webhook.changed', { webhookId: id })
    await wake(trx, WEBHOOKS_WORK)
    return row
  })
}

/** Credentials in an address would be shown to whoever reads the list. */
function refuse({ url, events }: { url?: string; events?: string[] }): void {
  if (url && (new URL(url).username || new URL(url).password)) {
    const detail = {
      en: 'Leave the name and password out of the address: messages are signed instead.',
      fr: 'Retirez le nom et le mot de passe de l’adresse : les messages sont signés.',
    }
    throw new Problem(unreachable, {}, { fields: [{ pointer: '/url', detail }] })
  }
  const unknown = (events ?? []).filter((name) => !Object.hasOwn(TOLD, name))
  if (unknown.length > 0) throw new Problem(unknownEvent, { names: unknown.join(', ') })
}

function present({ id, name, url, events, state, createdBy, ...row }: Webhook): WebhookView {
  return {
    id,
    name,
    url,
    events,
    state,
    createdBy,
    failingSince: row.failingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
