import { v7 as uuid } from 'uuid'
import { connectorOf, findChannel, limitsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { refuseHeldReply } from '../crisis/at-the-door.ts'
import { replyRefused } from '../errors.ts'
import { type Content, hashOf } from '../model.ts'
import { checkVariant } from '../posts/check-variant.ts'
import { asJson } from '../storable.ts'
import type { PublishingTables } from '../tables.ts'
import { DELIVERIES_WORK, giveUpAfter } from './ledger.ts'

export interface Reply {
  companyId: string
  channelId: string
  /** What is answered, as the network told it. */
  replyTo: { remoteId: string; data?: Record<string, unknown> }
  text: string
  /** Who writes, for the record. */
  by: string
  /** Of the delivery; the same id planned twice is planned once. */
  id?: string
}

/**
 * Plans a reply to leave now, through the same ledger as posts.
 * @returns the delivery's id
 * @throws Problem when the network would refuse it
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
  { companyId, channelId, text }: Reply,
): Promise<void> {
  const channel = await findChannel(trx, companyId, channelId)
  if (!channel) throw new Problem(notFound)
  await refuseHeldReply(trx, companyId, channel)
  const copy = { channel, connector: connectorOf(desk, channel), limits: limitsOf(desk, channel) }
  const { problems } = checkVariant({
    ...copy,
    written: text,
    text,
    images: [],
    videos: [],
    crops: {},
    options: {},
    links: 'plain',
    poll: null,
    following: [],
    answers: true,
  })
  const { answeredThere } = copy.connector.manifest
  if (answeredThere) problems.unshift({ field: 'text', text: answeredThere })
  if (problems.length === 0) return
  const fields = problems.map((problem) => ({ pointer: `/${problem.field}`, detail: problem.text }))
  throw new Problem(replyRefused, {}, { fields })
}
