import type { Inbound } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import {
  type Channel,
  connectorOf,
  findChannel,
  listChannels,
  refuseOtherAccounts,
  withAccess,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { findMention, type Mention } from '#domain/listening/index.ts'
import { cannotReply, whyNoAnswer } from '#domain/publishing/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { cannotAnswerMention, mentionRefused, networkSilent } from './errors.ts'
import { keepInbound } from './keep-inbound.ts'
import type { InboxTables } from './tables.ts'

/**
 * Takes a post that listening found into the inbox, where one of the company's accounts can answer it. It is kept under
 * the id by which the account itself would hear of it: should the network tell it too, there is still one conversation.
 * @returns the conversation's id, the same however often it is asked
 * @throws Problem when there is no such mention or account, when its network lets nobody answer, or shows it no more
 */
export async function answerMention(
  desk: Desk,
  actor: Actor,
  mentionId: string,
  { channelId }: { channelId: string },
): Promise<{ conversationId: string }> {
  const { companyId } = actor
  const now = desk.clock.now()
  const mention = await findMention(desk.db, companyId, mentionId)
  await refuseOtherAccounts(desk.db, actor, [{ channelId, pointer: '/channelId' }])
  const channel = await findChannel(desk.db, companyId, channelId)
  if (!mention || !channel) throw new Problem(notFound)
  const why = whyNoAnswer({ channel, connector: connectorOf(desk, channel) }, undefined, now)
  if (why && channel.state !== 'connected') throw new Problem({ ...cannotReply, detail: why })
  const received = await conversationWith(desk.db, companyId, mention)
  if (received) return { conversationId: received }
  const { inbox, publish, manifest } = connectorOf(desk, channel)
  const find = inbox?.find
  if (!find || !publish || channel.connectorId !== mention.connectorId)
    throw new Problem(cannotAnswerMention, { network: manifest.name })
  // Asked outside the transaction: a network may take seconds.
  const found = await withAccess(desk, channel, (account, tools) => find(tools, account, mention))
  if (!found.ok) throw problemOf(manifest.name, found.failure)
  const conversationId = await keep(desk, actor, channel, found.value)
  return { conversationId }
}

async function keep(desk: Desk, actor: Actor, channel: Channel, inbound: Inbound): Promise<string> {
  const now = desk.clock.now()
  return tablesOf<InboxTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const isNew = await keepInbound(trx, channel, inbound, now)
      const id = await conversationOf(trx, channel.id, inbound.remoteId)
      if (isNew)
        await audit(trx, {
          companyId: actor.companyId,
          at: now,
          actor: actor.id,
          action: 'conversation.taken_up',
          subject: `conversation:${id}`,
        })
      return id
    })
}

async function conversationOf(trx: Executor, channelId: string, remoteId: string): Promise<string> {
  const { conversationId } = await tablesOf<InboxTables>(trx)
    .selectFrom('messages')
    .select('conversationId')
    .where('channelId', '=', channelId)
    .where('remoteId', '=', remoteId)
    .executeTakeFirstOrThrow()
  return conversationId
}

/** The conversation in which one of our accounts received it; it was not forgotten there. */
async function conversationWith(
  db: Executor,
  companyId: string,
  { connectorId, remoteId }: Mention,
): Promise<string | undefined> {
  const channels = await listChannels(db, companyId)
  const there = channels.filter((one) => one.connectorId === connectorId).map(({ id }) => id)
  if (there.length === 0) return undefined
  const row = await tablesOf<InboxTables>(db)
    .selectFrom('messages')
    .select('conversationId')
    .where('channelId', 'in', there)
    .where('remoteId', '=', remoteId)
    .where('direction', '=', 'in')
    .executeTakeFirst()
  return row?.conversationId
}

function problemOf(network: string, failure: Failure): Problem {
  return failure.kind === 'rejected'
    ? new Problem({ ...mentionRefused, detail: failure.reason })
    : new Problem(networkSilent, { network })
}
