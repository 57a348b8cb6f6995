import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { ListeningTables } from '../../tables.ts'
import { SOURCES_WORK } from '../look-back.ts'
import { DAY, type FeedSubscription, liveSince, MINUTE } from './model.ts'

/** What a hub asks to know whether we meant it, or tells that it will not (WebSub, sections 5.2 and 5.3). */
export const intentQuery = z.object({
  'hub.mode': z.enum(['subscribe', 'unsubscribe', 'denied']),
  'hub.topic': z.string().min(1).max(2000),
  'hub.challenge': z.string().min(1).max(2000).optional(),
  'hub.lease_seconds': z.coerce.number().int().positive().optional().catch(undefined),
  'hub.reason': z.string().max(2000).optional(),
})

type Intent = z.output<typeof intentQuery>

/** A hub may take its time to ask, not more than this since we asked it. */
const ASKED_WITHIN = DAY

/**
 * Answers a hub: yes to what we asked of it and to nothing else.
 * @returns what to answer it with; null for no
 */
export async function answerHub(desk: Desk, token: string, intent: Intent): Promise<string | null> {
  return tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const subscription = await findByToken(trx, token)
      if (subscription?.topic !== intent['hub.topic']) return null
      const now = desk.clock.now()
      if (intent['hub.mode'] === 'denied') return deny(trx, subscription, intent, now)
      const challenge = intent['hub.challenge']
      if (!challenge || !wasAsked(subscription, intent['hub.mode'], now)) return null
      if (intent['hub.mode'] === 'unsubscribe') await forget(trx, subscription)
      else await confirm(trx, subscription, intent['hub.lease_seconds'], now)
      return challenge
    })
}

/** The subscription a callback names, locked after its source, as a reading locks them. */
export async function findByToken(
  trx: Executor,
  token: string,
): Promise<FeedSubscription | undefined> {
  const tables = tablesOf<ListeningTables>(trx)
  const tokenHash = hashToken(token)
  const source = tables
    .selectFrom('feedSubscriptions')
    .select('sourceId')
    .where('tokenHash', '=', tokenHash)
  await tables.selectFrom('sources').select('id').where('id', '=', source).forUpdate().execute()
  return tables
    .selectFrom('feedSubscriptions')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()
}

function wasAsked({ asked, askedAt, sourceId }: FeedSubscription, mode: string, now: Date) {
  const isWanted = (mode === 'subscribe') === (sourceId !== null)
  const isRecent = askedAt !== null && now.getTime() - askedAt.getTime() <= ASKED_WITHIN
  return asked === mode && isWanted && isRecent
}

/** Renewed once four fifths of the lease are over; a lease of seconds would have us ask without end. */
const SOONEST_RENEWAL = 5 * MINUTE
const LONGEST_LEASE = 30 * DAY

async function confirm(
  trx: Executor,
  subscription: FeedSubscription,
  seconds: number | undefined,
  now: Date,
): Promise<void> {
  const lease = Math.min((seconds ?? DAY / 1000) * 1000, LONGEST_LEASE)
  await tablesOf<ListeningTables>(trx)
    .updateTable('feedSubscriptions')
    .set({
      asks: 0,
      confirmedAt: now,
      denied: null,
      liveSince: liveSince(subscription, now) ?? now,
      leaseUntil: new Date(now.getTime() + lease),
      nextAt: new Date(now.getTime() + Math.max(lease * 0.8, SOONEST_RENEWAL)),
    })
    .where('id', '=', subscription.id)
    .execute()
  await tellScreens(trx, subscription)
}

/** It may be asked again in a week: reasons pass. Until then the feed is read as any other. */
async function deny(
  trx: Executor,
  subscription: FeedSubscription,
  { 'hub.reason': reason = '' }: Intent,
  now: Date,
): Promise<string> {
  if (!subscription.sourceId) await forget(trx, subscription)
  else {
    await tablesOf<ListeningTables>(trx)
      .updateTable('feedSubscriptions')
      .set({
        asked: null,
        asks: 0,
        denied: reason,
        liveSince: null,
        leaseUntil: null,
        nextAt: new Date(now.getTime() + 7 * DAY),
      })
      .where('id', '=', subscription.id)
      .execute()
    await readAgain(trx, subscription.sourceId, now)
    await tellScreens(trx, subscription)
  }
  return ''
}

async function readAgain(trx: Executor, sourceId: string, now: Date): Promise<void> {
  await tablesOf<ListeningTables>(trx)
    .updateTable('sources')
    .set((eb) => ({ nextPollAt: eb.fn('least', ['nextPollAt', eb.val(now)]) }))
    .where('id', '=', sourceId)
    .execute()
  await wake(trx, SOURCES_WORK)
}

async function forget(trx: Executor, { id }: FeedSubscription): Promise<void> {
  await tablesOf<ListeningTables>(trx)
    .deleteFrom('feedSubscriptions')
    .where('id', '=', id)
    .execute()
}

async function tellScreens(trx: Executor, { sourceId }: FeedSubscription): Promise<void> {
  const source = await tablesOf<ListeningTables>(trx)
    .selectFrom('sources')
    .select('companyId')
    .where('id', '=', sourceId)
    .executeTakeFirst()
  if (source && sourceId) await emit(trx, source.companyId, 'query.source_changed', { sourceId })
}
