import { v7 as uuid } from 'uuid'
import type { Answered, Page, VisitorSaid, Visits } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Channel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Text } from '#platform/text.ts'
import { nextSeq } from './sequence.ts'
import type { VisitsTables } from './tables.ts'

/** Told when there is something new for a visitor to read, or nothing any more. */
export const ANSWERED = 'visit.answered'

const AT_ONCE = 100

/** What visitors of an account and the company said to each other; undefined where it serves no site. */
export function visitsOf(desk: Desk, channel: Channel): Visits | undefined {
  if (!desk.connectors.get(channel.connectorId)?.site) return undefined
  return {
    said: (cursor) => saidSince(desk.db, channel.id, cursor),
    answer: (key, answer) => keepAnswer(desk, channel, key, answer),
    find: async (key) => (await findAnswer(desk.db, channel.id, key)) ?? null,
    take: (key) => takeAnswer(desk, channel, key),
  }
}

async function saidSince(
  db: Executor,
  channelId: string,
  cursor: string | null,
): Promise<Page<VisitorSaid>> {
  const rows = await tablesOf<VisitsTables>(db)
    .selectFrom('visitMessages')
    .innerJoin('visitThreads', 'visitThreads.id', 'visitMessages.threadId')
    .select([
      'visitMessages.id',
      'visitMessages.threadId',
      'visitMessages.seq',
      'visitMessages.text',
      'visitMessages.at',
      'visitThreads.name',
    ])
    .where('visitMessages.channelId', '=', channelId)
    .where('visitMessages.direction', '=', 'in')
    .where('visitMessages.seq', '>', /^\d{1,18}$/.test(cursor ?? '') ? String(cursor) : '0')
    .orderBy('visitMessages.seq')
    .limit(AT_ONCE)
    .execute()
  const last = rows.at(-1)
  return { items: rows.map(({ seq: _, ...said }) => said), ...(last ? { cursor: last.seq } : {}) }
}

function findAnswer(db: Executor, channelId: string, key: string): Promise<Answered | undefined> {
  return tablesOf<VisitsTables>(db)
    .selectFrom('visitMessages')
    .select(['ownId as id', 'at'])
    .where('channelId', '=', channelId)
    .where('ownId', '=', key)
    .where('direction', '=', 'out')
    .executeTakeFirst()
}

async function keepAnswer(
  desk: Desk,
  channel: Channel,
  key: string,
  { threadId, text, by }: Parameters<Visits['answer']>[1],
): Promise<Outcome<Answered>> {
  const at = desk.clock.now()
  const { id: channelId, companyId } = channel
  return tablesOf<VisitsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const seq = await nextSeq(trx, channel)
      const there = await findAnswer(trx, channelId, key)
      if (there) return done(there)
      const thread = await trx
        .updateTable('visitThreads')
        .set({ lastAt: at })
        .where('channelId', '=', channelId)
        .where('id', '=', threadId)
        .returning('id')
        .executeTakeFirst()
      if (!thread) return failed({ kind: 'rejected', reason: gone, detail: gone.en })
      await trx
        .insertInto('visitMessages')
        .values({
          id: uuid(),
          threadId,
          companyId,
          channelId,
          seq,
          direction: 'out',
          ownId: key,
          author: by,
          text,
          at,
        })
        .execute()
      await emit(trx, companyId, ANSWERED, { channelId, threadId })
      return done({ id: key, at })
    })
}

const gone: Text = {
  en: 'The visitor deleted this conversation, or its retention period ended: nobody would read the answer.',
  fr: 'La personne a effacé cette conversation, ou son temps de garde est passé : nul ne lirait la réponse.',
}

async function takeAnswer(desk: Desk, channel: Channel, key: string): Promise<void> {
  await tablesOf<VisitsTables>(desk.db)
    .deleteFrom('visitMessages')
    .where('channelId', '=', channel.id)
    .where('ownId', '=', key)
    .where('direction', '=', 'out')
    .execute()
}
