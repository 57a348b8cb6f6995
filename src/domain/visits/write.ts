import { v7 as uuid } from 'uuid'
import type { Transaction } from 'kysely'
import { type Channel, readSoon } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { VisitorCard, VisitorMessage } from './api.ts'
import { type Brake, refuseRush, tooFast } from './brake.ts'
import { ended, tooLong, tooManyLinks } from './errors.ts'
import { nextSeq } from './sequence.ts'
import type { VisitsTables } from './tables.ts'
import { type Thread, threadBySecret } from './threads.ts'

/** More is no question of a customer. */
const MOST_LINKS = 5

/** Who writes: what their browser keeps, hashed, and where they write from, which is kept nowhere. */
export interface Visitor {
  secretHash: string
  ip: string
}

/**
 * Keeps what a visitor wrote; the first message begins the thread. Written again under the same id, after an answer that
 * was lost, nothing changes.
 * @throws Problem when it is too long, holds too many links, or comes too fast, or the company closed the thread
 */
export async function write(
  { desk, brake }: { desk: Desk; brake: Brake },
  channel: Channel,
  textMax: number,
  visitor: Visitor,
  message: VisitorMessage,
): Promise<void> {
  const { id: ownId, text, language } = message
  const earlier = await threadBySecret(desk.db, channel.id, visitor.secretHash)
  if (earlier && (await isThere(desk.db, earlier.id, ownId))) return
  if ([...text].length > textMax) throw new Problem(tooLong, { max: textMax })
  if ((text.match(/https?:\/\/|www\./gi) ?? []).length > MOST_LINKS)
    throw new Problem(tooManyLinks, { max: MOST_LINKS })
  if (!earlier && !(await brake.begins(channel, visitor.ip))) throw tooFast()
  if (!(await brake.says(channel, visitor.ip))) throw tooFast()
  const now = desk.clock.now()
  await tablesOf<VisitsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      // Holds the account: whoever else writes this message waits here, then finds it.
      const seq = await nextSeq(trx, channel)
      const thread = await openThread(trx, channel, visitor.secretHash, language, now)
      if (thread.blockedAt) throw new Problem(ended)
      if (await isThere(trx, thread.id, ownId)) return
      await refuseRush(trx, thread.id, now)
      await keep(trx, channel, thread, { seq, ownId, text, at: now })
    })
}

/**
 * Keeps who a visitor says they are, and says so in the conversation.
 * @returns false when they have said nothing yet
 */
export async function introduce(
  desk: Desk,
  channel: Channel,
  secretHash: string,
  { id: ownId, name, email }: VisitorCard,
): Promise<boolean> {
  const now = desk.clock.now()
  const said = [name, email].filter(Boolean).join(' · ')
  if (said === '') return true
  return tablesOf<VisitsTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const seq = await nextSeq(trx, channel)
      const thread = await threadBySecret(trx, channel.id, secretHash)
      if (!thread || thread.blockedAt) return false
      if (await isThere(trx, thread.id, ownId)) return true
      await refuseRush(trx, thread.id, now)
      await trx
        .updateTable('visitThreads')
        .set({ name: name || thread.name, email: email || thread.email })
        .where('id', '=', thread.id)
        .execute()
      await keep(trx, channel, thread, { seq, ownId, text: said, at: now })
      return true
    })
}

async function openThread(
  trx: Transaction<VisitsTables>,
  { id: channelId, companyId }: Channel,
  secretHash: string,
  language: VisitorMessage['language'],
  now: Date,
): Promise<Thread> {
  return trx
    .insertInto('visitThreads')
    .values({
      id: uuid(),
      companyId,
      channelId,
      secretHash,
      name: null,
      email: null,
      language,
      createdAt: now,
      lastAt: now,
    })
    .onConflict((c) =>
      c.columns(['channelId', 'secretHash']).doUpdateSet({ lastAt: now, language }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function keep(
  trx: Transaction<VisitsTables>,
  { id: channelId, companyId }: Channel,
  { id: threadId }: Thread,
  said: { seq: string; ownId: string; text: string; at: Date },
): Promise<void> {
  await trx
    .insertInto('visitMessages')
    .values({
      ...said,
      id: uuid(),
      threadId,
      companyId,
      channelId,
      direction: 'in',
      author: null,
    })
    .execute()
  // The inbox reads it at once; should that be lost, within a minute.
  await readSoon(trx, channelId, ['inbox'], said.at)
}

async function isThere(
  db: Desk['db'] | Transaction<VisitsTables>,
  threadId: string,
  ownId: string,
) {
  const row = await tablesOf<VisitsTables>(db)
    .selectFrom('visitMessages')
    .select('id')
    .where('threadId', '=', threadId)
    .where('ownId', '=', ownId)
    .executeTakeFirst()
  return row !== undefined
}
