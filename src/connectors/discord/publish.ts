import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { bodyOf } from '#connectors/_discord/content.ts'
import { messageSchema, publishedOf } from '#connectors/_discord/message.ts'
import { idIn } from '#connectors/_discord/place.ts'
import { refuse } from '#connectors/_discord/refuse.ts'
import { settingsOf } from './account.ts'
import { callAs } from './api.ts'
import { confirm } from './confirm.ts'
import { readPoll } from './poll.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll, idIn }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  const path = `/channels/${settingsOf(account).channelId}/messages`
  const body = bodyOf(outgoing, onceOnly(outgoing))
  const request = { path, method: 'POST' as const, ...body, publishes: true }
  const made = await callAs(tools, account, request, messageSchema)
  return made.ok ? done(publishedOf(account, made.value)) : made
}

/** The same message at every attempt, and the one it answers. */
function onceOnly({ id, replyTo }: Outgoing) {
  const answered = { message_id: replyTo?.remoteId, fail_if_not_exists: true }
  return {
    nonce: nonceOf(id),
    enforce_nonce: true,
    ...(replyTo ? { message_reference: answered } : {}),
  }
}

/** 25 characters at most: the 16 bytes of the delivery's id in 22. */
function nonceOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const path = `/channels/${settingsOf(account).channelId}/messages/${encodeURIComponent(remoteId)}`
  const removed = await callAs(tools, account, { path, method: 'DELETE' }, z.unknown())
  // 10008: there is no such message any more.
  return removed.ok || removed.failure.detail.includes('(10008)') ? done(null) : removed
}
