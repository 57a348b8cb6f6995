import { sql } from 'kysely'
import type { Tools } from '#connectors/_contract/connector.ts'
import { type Channel, heardFrom } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Source } from '../../model.ts'
import type { Passage } from '../../passage/passage.ts'
import type { ListeningTables, Missed } from '../../tables.ts'
import { takeTurn } from '../../turn.ts'
import { troubleColumn } from '../trouble.ts'
import { type Held, LEASE_MS, lockForHolder } from './claim-stream.ts'
import type { Pending } from './pending.ts'

/** Stretches of time told on the screen; older ones are of no use any more. */
const MOST_MISSED = 20

export interface Listening {
  desk: Desk
  passage: Passage
  held: Held
  tools: Tools
  channel: Channel | undefined
}

export interface Facts {
  liveSince: Date
  perMinute: number
  /** It has lasted long enough for past failures to be forgotten. */
  steady: boolean
  /** It was tried before, and nobody knows what came of it. */
  again: boolean
}

/**
 * Keeps of what was heard what a saved query finds, and the place reached, in one transaction: a listener killed
 * before it hears all of it again, after it nothing. What nobody looks for is not written anywhere. Where a queue stands
 * between, all of it is there before the place moves.
 * @returns false when the stream is ours no longer: nothing was kept
 * @throws QueueAway when it could not be handed over: the place has not moved
 */
export async function keepHeard(
  listening: Listening,
  pending: Pending,
  facts: Facts,
): Promise<boolean> {
  const { desk, passage, held, channel, tools } = listening
  const { source } = held
  const { items, changed, gone } = pending
  const keep = await passage.hand({ source, live: true, items, changed, gone, tools })
  const now = desk.clock.now()
  return tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      if (keep) await takeTurn(trx, source.companyId)
      const present = await lockForHolder(trx, held)
      if (!present) return false
      if (facts.again && pending.cursor !== undefined && pending.cursor === present.cursor)
        return true
      await keep?.(trx)
      await trx
        .updateTable('sources')
        .set((eb) => ({
          cursor: pending.cursor ?? present.cursor,
          leaseUntil: new Date(now.getTime() + LEASE_MS),
          itemsRead: eb('itemsRead', '+', pending.items.length),
          lastPollAt: now,
          trouble: troubleOf(present, pending, now),
          ...(facts.steady ? { failures: 0 } : {}),
          ...(pending.size > 0 ? { lastItemAt: now } : {}),
        }))
        .where('id', '=', source.id)
        .execute()
      await keepFacts(trx, held, pending, facts, now)
      const isNews = present.trouble?.sentence.en !== pending.trouble?.en
      if (isNews || present.lastPollAt === null) {
        await emit(trx, source.companyId, 'query.source_changed', { sourceId: source.id })
      }
      if (channel) await heardFrom(trx, channel.id, now)
      return true
    })
}

/** What a part of it lacks, since the time when it began to. */
function troubleOf({ trouble }: Source, { trouble: sentence }: Pending, now: Date): string | null {
  return sentence ? troubleColumn(sentence, trouble?.since ?? now.toISOString()) : null
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
