import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { FetchFailure } from '#platform/fetch/fetch.ts'
import { findWebhook, secretContext } from './keep-webhook.ts'
import { GIVE_UP_AFTER_MS, nextTry } from './retries.ts'
import { signed } from './signature.ts'
import type { Attempt, Message, Webhook, WebhooksTables } from './tables.ts'

const TIMEOUT_MS = 15_000
const MOST_READ = 64 * 1024
const SAID = 300
const GONE = 410

/** Sends one claimed message and writes down what came of it. */
export async function sendMessage(desk: Desk, message: Message): Promise<void> {
  const webhook = await findWebhook(desk.db, message.companyId, message.webhookId)
  const { attempt, retryAfter } = await post(desk, webhook, message)
  const now = desk.clock.now()
  await tablesOf<WebhooksTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const taken = attempt.status !== null && attempt.status >= 200 && attempt.status < 300
      const again = taken ? null : nextTry(message.tries, now, retryAfter)
      await trx
        .updateTable('webhookMessages')
        .set({
          state: taken ? 'delivered' : again ? 'planned' : 'failed',
          ...(again ? { dueAt: again } : {}),
          leaseUntil: null,
          attempts: sql<string>`attempts || ${JSON.stringify([attempt])}::jsonb`,
        })
        .where('id', '=', message.id)
        .execute()
      await keepHealth(trx, webhook, { taken, gone: attempt.status === GONE }, now)
    })
}

async function post(desk: Desk, webhook: Webhook, { id, body }: Message) {
  const began = performance.now()
  const at = desk.clock.now()
  const headers = {
    'content-type': 'application/json',
    ...signed(secretsOf(desk, webhook, at), { id, body, at }),
  }
  const ended = (
    rest: Pick<Attempt, 'status' | 'failure' | 'said'>,
    retryAfter: number | null,
  ) => ({
    attempt: { at: at.toISOString(), ms: Math.round(performance.now() - began), ...rest },
    retryAfter,
  })
  try {
    const answer = await desk.fetch(webhook.url, {
      method: 'POST',
      body,
      headers,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MOST_READ,
      // What is signed for one address is not handed to another.
      redirect: 'manual',
    })
    const said = (await answer.text()).slice(0, SAID)
    const wait = Number(answer.headers.get('retry-after') ?? Number.NaN)
    return ended(
      { status: answer.status, failure: null, said },
      Number.isFinite(wait) ? wait : null,
    )
  } catch (error) {
    const failure = error instanceof FetchFailure ? error.kind : 'connection-reset'
    return ended({ status: null, failure, said: '' }, null)
  }
}

function secretsOf(desk: Desk, { id, sealedSecret, ...webhook }: Webhook, now: Date): string[] {
  const { sealedFormerSecret: former, formerUntil } = webhook
  const sealed =
    former && formerUntil && formerUntil > now ? [sealedSecret, former] : [sealedSecret]
  return sealed.map((one) => desk.secrets.open(one, secretContext(id)))
}

/** One that answers again is well; one that says it is gone, or has taken nothing for three days, is given up. */
async function keepHealth(
  trx: Executor,
  { id, companyId, failingSince }: Webhook,
  { taken, gone }: { taken: boolean; gone: boolean },
  now: Date,
): Promise<void> {
  const since = taken ? null : (failingSince ?? now)
  const isOver = since !== null && now.getTime() - since.getTime() >= GIVE_UP_AFTER_MS
  const givesUp = gone || isOver
  await tablesOf<WebhooksTables>(trx)
    .updateTable('webhooks')
    .set({ failingSince: since, ...(givesUp ? { state: 'gave-up' as const } : {}) })
    .where('id', '=', id)
    .where('state', '=', 'on')
    .execute()
  if (givesUp) {
    const subject = `webhook:${id}`
    await audit(trx, { companyId, at: now, actor: 'desk', action: 'webhook.given_up', subject })
  }
  if (givesUp || taken !== (failingSince === null)) {
    await emit(trx, companyId, 'webhook.changed', { webhookId: id })
  }
}
