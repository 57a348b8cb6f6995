import { v7 as uuid } from 'uuid'
import { connectorOf, findChannel, limitsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { refuseHeldReply } from '../crisis/at-the-door.ts'
import { cannotReply, replyRefused, replyTooLong } from '../errors.ts'
import { type Content, hashOf } from '../model.ts'
import { checkAnswer, whyNoAnswer } from '../posts/check-answer.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import { DELIVERIES_WORK, giveUpAfter } from './ledger.ts'

export interface Reply {
  companyId: string
  channelId: string
  /** What is answered, as the network told it. */
  replyTo: { remoteId: string; data?: Record<string, unknown> }
  /** When whoever is answered last spoke there: a network may let people be answered for a while only. */
  lastHeard?: Date
  text: string
  /** Who writes, for the record. */
  by: string
  /** Of the delivery; the same id planned twice is planned once. */
  id?: string
}

/**
 * Plans a reply to leave now, through the same ledger as posts.
 * @returns the delivery's id
 * @throws Problem when it cannot be answered, with why, or the network would refuse these words
 */
export async function planReply(trx: Executor, desk: Desk, reply: Reply): Promise<string> {
  const { companyId, channelId, replyTo, text, by, id = uuid() } = reply
  await refuseUnfit(trx, desk, reply)
  const now = desk.clock.now()
  const content: Content = { text, images: [], options: {}, replyTo }
  await tablesOf<PublishingTables>(trx)
    .insertInto('deliveries')
    .values({
      id,
      companyId,
      channelId,
      postId: null,
      kind: 'reply',
      content: asJson(content),
      contentHash: hashOf(content),
      plannedAt: now,
      dueAt: now,
      giveUpAt: giveUpAfter(now),
      createdBy: by,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((c) => c.column('id').doNothing())
    .execute()
  await wake(trx, DELIVERIES_WORK)
  return id
}

async function refuseUnfit(
  trx: Executor,
  desk: Desk,
  { companyId, channelId, text, replyTo, lastHeard }: Reply,
): Promise<void> {
  const channel = await findChannel(trx, companyId, channelId)
  if (!channel) throw new Problem(notFound)
  await refuseHeldReply(trx, companyId, channel)
  const connector = connectorOf(desk, channel)
  const answered = lastHeard && { ...replyTo, lastHeard }
  const why = whyNoAnswer({ channel, connector }, answered, desk.clock.now())
  if (why) throw new Problem({ ...cannotReply, detail: why })
  const wrong = checkAnswer({ connector, limits: limitsOf(desk, channel), text })
  if (!wrong) return
  const { field, text: detail } = wrong.problem
  const fields = [{ pointer: `/${field}`, detail }]
  throw new Problem(wrong.isLength ? replyTooLong : replyRefused, {}, { fields })
}
