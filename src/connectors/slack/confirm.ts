import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { settingsOf } from './account.ts'
import { callAs, clockAsked } from './api.ts'
import { deliveryEvent, spoken, threadOf } from './content.ts'
import { isOurs, type Message, nameAt, pageSchema, publishedOf } from './message.ts'
import { escape } from './text.ts'

/** Four thousand messages of a busy channel. */
const mostPages = 20

/**
 * Looks for a delivery among what was said since it was planned, in the channel or in the thread it answers: by the
 * id it carries in its metadata; by its words where Slack shows no metadata.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const planned = await plannedOnTheirClock(tools, clockAsked(account), outgoing.plannedAt)
  if (!planned.ok) return planned
  const since = nameAt(planned.value)
  let cursor = ''
  let found: Message | undefined
  for (let page = 0; page < mostPages; page++) {
    const asked = pageOf(account, outgoing, since, cursor)
    const answer = await callAs(tools, account, asked, pageSchema)
    if (!answer.ok) {
      // The message it answers is gone, and its thread with it.
      return answer.failure.detail === 'thread_not_found' ? done(null) : answer
    }
    const { messages, response_metadata } = answer.value
    const same = messages.filter((message) => isSame(message, account, outgoing))
    found = earliest(found, ...same)
    cursor = response_metadata?.next_cursor ?? ''
    if (cursor === '') return done(found ? publishedOf(account, found) : null)
  }
  if (found) return done(publishedOf(account, found))
  return failed({ kind: 'transient', detail: 'more was said since than we can look through' })
}

function pageOf(account: Account, { replyTo }: Outgoing, oldest: string, cursor: string) {
  const params = {
    channel: settingsOf(account).channelId,
    oldest,
    limit: 200,
    include_all_metadata: true,
    ...(cursor === '' ? {} : { cursor }),
  }
  if (!replyTo) return { method: 'conversations.history', reads: true, params }
  const ts = threadOf(replyTo)
  return { method: 'conversations.replies', reads: true, params: { ...params, ts } }
}

/** The first of the same words: what came after it was said again on purpose. */
const earliest = (...messages: (Message | undefined)[]) =>
  messages
    .filter((message) => message !== undefined)
    .toSorted((a, b) => Number(a.ts) - Number(b.ts))[0]

function isSame(message: Message, account: Account, outgoing: Outgoing): boolean {
  if (!isOurs(message, settingsOf(account))) return false
  const isRoot = (message.thread_ts ?? message.ts) === message.ts
  if (isRoot === Boolean(outgoing.replyTo)) return false
  const { event_type, event_payload } = message.metadata ?? {}
  if (event_type === deliveryEvent) return event_payload?.['delivery'] === outgoing.id
  const images = message.blocks.filter(({ type }) => type === 'image').length
  return images === outgoing.images.length && bare(message.text) === bare(escape(spoken(outgoing)))
}

/** Slack puts angle brackets around the addresses it finds, and trims. */
const bare = (words: string) => words.normalize('NFC').replace(/[\s<>]+/gu, '')
