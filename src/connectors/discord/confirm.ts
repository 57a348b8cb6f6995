import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { settingsOf } from './account.ts'
import { callAs, clockAsked } from './api.ts'
import { filesOf } from '#connectors/_discord/content.ts'
import { type Message, messageSchema, numberAt, publishedOf } from '#connectors/_discord/message.ts'
import { paced } from '#connectors/_discord/pace.ts'

/** Three thousand messages of a busy channel. */
const mostPages = 30

/**
 * Looks for a delivery among what the bot wrote in the channel since it was planned: same words or question, as many
 * files, same message answered. Discord keeps a nonce for a few minutes and shows it in no list.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const series = paced(tools)
  const planned = await plannedOnTheirClock(series, clockAsked(account), outgoing.plannedAt)
  if (!planned.ok) return planned
  const since = numberAt(planned.value)
  const { channelId, botId } = settingsOf(account)
  let before = ''
  let found: Message | undefined
  for (let page = 0; page < mostPages; page++) {
    const path = `/channels/${channelId}/messages?limit=100${before}`
    const answer = await callAs(series, account, { path }, z.array(messageSchema))
    if (!answer.ok) return answer
    const recent = answer.value.filter(({ id }) => BigInt(id) >= BigInt(since))
    // The earliest one: what came after it was said again on purpose.
    const ours = recent.filter(({ author }) => author.id === botId)
    found = ours.findLast((message) => isSame(message, outgoing)) ?? found
    const oldest = answer.value.at(-1)
    if (!oldest && page === 0) return ofEmptyList(series, account, since)
    if (!oldest || recent.length < answer.value.length) {
      return done(found ? publishedOf(account, found) : null)
    }
    before = `&before=${oldest.id}`
  }
  if (found) return done(publishedOf(account, found))
  return failed({ kind: 'transient', detail: 'more was said since than we can look through' })
}

/**
 * Without Read Message History Discord shows an empty list and says nothing of it. The channel still tells its last
 * message: when that is newer than the delivery, we are blind, and nothing is certain.
 */
async function ofEmptyList(
  tools: Tools,
  account: Account,
  since: string,
): Promise<Outcome<Published | null>> {
  const path = `/channels/${settingsOf(account).channelId}`
  const schema = z.object({ last_message_id: z.string().nullish() })
  const channel = await callAs(tools, account, { path }, schema)
  if (!channel.ok) return channel
  const last = channel.value.last_message_id
  if (!last || BigInt(last) < BigInt(since)) return done(null)
  return failed({ kind: 'transient', detail: 'the bot lacks Read Message History' })
}

function isSame(message: Message, outgoing: Outgoing): boolean {
  const said = outgoing.poll ? (message.poll?.question.text ?? '') : message.content
  return (
    Boolean(message.poll) === Boolean(outgoing.poll) &&
    message.attachments.length === filesOf(outgoing).length &&
    (message.message_reference?.message_id ?? undefined) === outgoing.replyTo?.remoteId &&
    bare(said) === bare(outgoing.text)
  )
}

/** Discord trims what it is given and strips what cannot be seen. */
const bare = (words: string) => words.normalize('NFC').replace(/[\s\p{C}]+/gu, '')
