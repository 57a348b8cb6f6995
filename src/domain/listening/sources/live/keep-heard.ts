import { sql } from 'kysely'
import type { Connector, Found, Tools } from '#connectors/_contract/connector.ts'
import { type Channel, heardFrom } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { CompanyMatchers } from '../../mentions/company-matcher.ts'
import { forgetDeleted, keepEdits } from '../../mentions/follow-authors.ts'
import { keepMentions } from '../../mentions/keep-mentions.ts'
import { type Normalised, normalise } from '../../mentions/normalise.ts'
import { readable } from '../../model.ts'
import type { ListeningTables, Missed } from '../../tables.ts'
import { takeTurn } from '../../turn.ts'
import { ourIds } from '../keep-page.ts'
import { type Held, LEASE_MS, lockForHolder } from './claim-stream.ts'
import type { Pending } from './pending.ts'

/** Stretches of time told on the screen; older ones are of no use any more. */
const MOST_MISSED = 20

export interface Listening {
  desk: Desk
  matchers: CompanyMatchers
  held: Held
  connector: Connector
  tools: Tools
  channel: Channel | undefined
}

export interface Facts {
  liveSince: Date
  perMinute: number
  /** It has lasted long enough for past failures to be forgotten. */
  steady: boolean
}

/**
 * Keeps of what was heard what a saved query finds, and the place reached, in one transaction: a listener killed
 * before it hears all of it again, after it nothing. What nobody looks for is not written anywhere.
 * @returns false when the stream is ours no longer: nothing was kept
 */
export async function keepHeard(
  listening: Listening,
  pending: Pending,
  facts: Facts,
): Promise<boolean> {
  const { desk, matchers, held, channel } = listening
  const { source } = held
  const now = desk.clock.now()
  const hits = await hitsAmong(listening, pending.items, now)
  const edited = pending.changed.map((item) => normalise(item, now))
  const writes =
    hits.length + edited.length + pending.gone.posts.length + pending.gone.authors.length
  return tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      if (writes > 0) await takeTurn(trx, source.companyId)
      const present = await lockForHolder(trx, held)
      if (!present) return false
      if (writes > 0) {
        const matcher = await matchers(trx, source.companyId)
        await keepMentions(trx, source, hits, matcher, now)
        await keepEdits(trx, source, edited)
        await keepMentions(trx, source, edited, matcher, now)
        await forgetDeleted(trx, source, pending.gone)
      }
      await trx
        .updateTable('sources')
        .set((eb) => ({
          cursor: pending.cursor ?? present.cursor,
          leaseUntil: new Date(now.getTime() + LEASE_MS),
          itemsRead: eb('itemsRead', '+', pending.items.length),
          lastPollAt: now,
          trouble: null,
          ...(facts.steady ? { failures: 0 } : {}),
          ...(pending.size > 0 ? { lastItemAt: now } : {}),
        }))
        .where('id', '=', source.id)
        .execute()
      await keepFacts(trx, held, pending, facts, now)
      if (present.trouble !== null || present.lastPollAt === null) {
        await emit(trx, source.companyId, 'query.source_changed', { sourceId: source.id })
      }
      if (channel) await heardFrom(trx, channel.id, now)
      return true
    })
}

/** Asked before the transaction: most of a stream interests nobody, and names are fetched for the rest alone. */
async function hitsAmong(
  { desk, matchers, held, connector, tools }: Listening,
  items: Found[],
  now: Date,
): Promise<Normalised[]> {
  if (items.length === 0) return []
  const { source } = held
  const ours = await ourIds(desk.db, source)
  const matcher = await matchers(desk.db, source.companyId)
  const hits = items.filter(
    (item) =>
      !(item.author && ours.has(item.author.remoteId)) &&
      matcher.match(readable(normalise(item, now))).length > 0,
  )
  const completed =
    hits.length > 0 && connector.stream?.complete
      ? await connector.stream.complete(tools, hits)
      : hits
  return completed.map((item) => normalise(item, now))
}

async function keepFacts(
  trx: Executor,
  { source }: Held,
  { newestAt, skipped, missed, size }: Pending,
  { liveSince, perMinute }: Facts,
  now: Date,
): Promise<void> {
  const more: Missed[] = missed.map(({ from, to }) => ({
    from: from.toISOString(),
    to: to.toISOString(),
  }))
  await tablesOf<ListeningTables>(trx)
    .updateTable('sourceStreams')
    .set((eb) => ({
      liveSince,
      perMinute,
      skipped: eb('skipped', '+', skipped),
      ...(newestAt ? { eventAt: newestAt } : {}),
      ...(size > 0 ? { heardAt: now } : {}),
      ...(more.length > 0
        ? {
            missed: sql<string>`(
            select coalesce(jsonb_agg(one), '[]') from (
              select one from jsonb_array_elements(missed || ${JSON.stringify(more)}::jsonb) one
              order by one->>'to' desc limit ${MOST_MISSED}
            ) latest
          )`,
          }
        : {}),
    }))
    .where('sourceId', '=', source.id)
    .execute()
}
