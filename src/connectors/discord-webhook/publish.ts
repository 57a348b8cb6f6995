import { z } from 'zod'
import type {
  Account,
  Outgoing,
  PollTally,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { bodyOf } from '#connectors/_discord/content.ts'
import { messageSchema, publishedOf } from '#connectors/_discord/message.ts'
import { idIn } from '#connectors/_discord/place.ts'
import { tallyOf } from '#connectors/_discord/poll.ts'
import { refuse } from '#connectors/_discord/refuse.ts'
import { callAs } from './api.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll, idIn }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  // Without `wait`, Discord answers before the message is there, and does not say which it is.
  const request = { path: '?wait=true', method: 'POST' as const, ...bodyOf(outgoing) }
  const made = await callAs(tools, account, { ...request, publishes: true }, messageSchema)
  return made.ok ? done(publishedOf(account, made.value)) : made
}

/** A webhook takes no key and sees no history: nobody but a person can know. */
async function confirm(): Promise<Outcome<Published | null>> {
  return failed({ kind: 'unknown-outcome', detail: 'a webhook is shown a message by its id alone' })
}

export const messagePath = (id: string) => `/messages/${encodeURIComponent(id)}`

async function readPoll(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<PollTally>> {
  const message = await callAs(tools, account, { path: messagePath(remoteId) }, messageSchema)
  return message.ok ? tallyOf(message.value) : message
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const request = { path: messagePath(remoteId), method: 'DELETE' as const }
  const removed = await callAs(tools, account, request, z.unknown())
  // 10008: there is no such message any more.
  return removed.ok || removed.failure.detail.includes('(10008)') ? done(null) : removed
}
