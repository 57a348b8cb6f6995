import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { firstDue } from '#platform/jobs/first-due.ts'
import type { ListeningTables } from '../../tables.ts'
import { openKeys } from './keys.ts'
import { DAY, type FeedSubscription, HOUR } from './model.ts'

/** The lease we ask for, in seconds: ten days. The hub decides. */
const LEASE_SECONDS = 864_000

/** A hub that never agrees to an end is left alone after so many requests; its lease will end by itself. */
const MOST_ENDINGS = 5

/**
 * Asks one hub whose turn it is to tell us, or to tell us no more (WebSub, section 5.1). That it was asked, and when it
 * will be asked again unless it agrees, is written down first: a hub may call back before it answers.
 * @returns false when none is due
 */
export async function askNextHub(desk: Desk): Promise<boolean> {
  const asked = await claim(desk)
  if (!asked) return false
  const { publicUrl } = desk
  const isEnding = asked.sourceId === null
  const isPointless = isEnding && (asked.confirmedAt === null || asked.asks > MOST_ENDINGS)
  if (!publicUrl || isPointless) await forget(desk.db, asked.id)
  else await ask(desk, asked, publicUrl)
  return true
}

/** When the next hub is to be asked; null when there is none. */
export async function nextHub(db: Executor): Promise<Date | null> {
  const row = await tablesOf<ListeningTables>(db)
    .selectFrom('feedSubscriptions')
    .select('nextAt')
    .orderBy('nextAt')
    .limit(1)
    .executeTakeFirst()
  return row?.nextAt ?? null
}

async function claim({ db, clock }: Desk): Promise<FeedSubscription | undefined> {
  const now = clock.now()
  return tablesOf<ListeningTables>(db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom('feedSubscriptions')
        .selectAll()
        .$call((rows) => firstDue(rows, 'nextAt', now))
        .executeTakeFirst()
      if (!due) return undefined
      return trx
        .updateTable('feedSubscriptions')
        .set({
          asked: due.sourceId === null ? 'unsubscribe' : 'subscribe',
          askedAt: now,
          asks: due.asks + 1,
          nextAt: new Date(now.getTime() + Math.min(HOUR * 2 ** Math.min(due.asks, 10), DAY)),
        })
        .where('id', '=', due.id)
        .returningAll()
        .executeTakeFirst()
    })
}

async function ask(desk: Desk, asked: FeedSubscription, publicUrl: string): Promise<void> {
  const log = desk.log.child({ subscription: asked.id, hub: asked.hub })
  try {
    const { token, secret } = openKeys(desk, asked)
    const mode = asked.asked ?? 'subscribe'
    const form = new URLSearchParams({
      'hub.callback': new URL(`/websub/${token}`, publicUrl).href,
      'hub.mode': mode,
      'hub.topic': asked.topic,
      'hub.secret': secret,
    })
    if (mode === 'subscribe') form.set('hub.lease_seconds', `${LEASE_SECONDS}`)
    const answer = await desk.fetch(asked.hub, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      maxBytes: 100_000,
    })
    if (!answer.ok) log.info({ status: answer.status, mode }, 'a hub refused')
  } catch (error) {
    log.info({ error }, 'a hub could not be asked')
  }
}

async function forget(db: Executor, id: string): Promise<void> {
  await tablesOf<ListeningTables>(db).deleteFrom('feedSubscriptions').where('id', '=', id).execute()
}
