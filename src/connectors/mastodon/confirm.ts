import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { serverOf } from './account.ts'
import { optionsOf, visibilityOf } from './options.ts'
import { callAs } from './server.ts'
import { lastingId, publishedOf, type Status, statusSchema, textOf } from './status.ts'
import { textToSend } from './text-to-send.ts'

/**
 * Looks for a delivery among the account's own posts since it was planned: same words, as many images,
 * same post answered. The server keeps an idempotency key for one hour only, and some (snac 2.96) not at
 * all, so that only reading back tells.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const asked = { url: new URL('/api/v1/instance', serverOf(account)) }
  const since = await plannedOnTheirClock(tools, asked, outgoing.plannedAt)
  if (!since.ok) return since
  for (const list of listsWith(account, outgoing)) {
    const found = await findIn(tools, account, list, { since: since.value, outgoing })
    if (!found.ok || found.value) return found.ok ? done(found.value) : found
  }
  return done(null)
}

/** snac 2.96 shows what is not public to nobody on the profile, not even to us: our home has it. */
function listsWith(account: Account, outgoing: Outgoing): string[] {
  const profile = `/api/v1/accounts/${encodeURIComponent(account.remoteId)}/statuses`
  const isPublic = ['public', 'unlisted'].includes(visibilityOf(outgoing))
  return isPublic ? [profile] : [profile, '/api/v1/timelines/home']
}

/** 400 posts since the planned time. */
const mostPages = 10

async function findIn(
  tools: Tools,
  account: Account,
  list: string,
  { since, outgoing }: { since: Date; outgoing: Outgoing },
): Promise<Outcome<Published | null>> {
  let found: Status | undefined
  let oldest: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ limit: '40', exclude_reblogs: 'true' })
    if (oldest) query.set('max_id', oldest)
    const path = `${list}?${query}`
    const answer = await callAs(tools, account, { path }, z.array(statusSchema))
    if (!answer.ok) return answer
    const recent = answer.value.filter((status) => new Date(status.created_at) >= since)
    const ours = recent.filter((status) => status.account.id === account.remoteId)
    // The earliest one: what came after it was said again on purpose.
    found = ours.findLast((status) => isSame(status, outgoing)) ?? found
    const next = answer.value.at(-1)?.id
    if (recent.length < answer.value.length || next === undefined || next === oldest) break
    oldest = next
  }
  return done(found ? publishedOf(found) : null)
}

function isSame(status: Status, outgoing: Outgoing): boolean {
  return (
    status.media_attachments.length === outgoing.images.length + (outgoing.video ? 1 : 0) &&
    answered(status.in_reply_to_id) === answered(outgoing.replyTo?.remoteId) &&
    bare(status.spoiler_text) === bare(optionsOf(outgoing.options).spoiler) &&
    bare(textOf(status)) === bare(textToSend(outgoing))
  )
}

/** What is answered may have been edited since. */
const answered = (id: string | null | undefined) => (id ? lastingId(id) : null)

/**
 * Letters, figures and pictures only: the server turns mentions, links and, at some, asterisks into HTML,
 * and names people with or without their server.
 */
function bare(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/@([\w.-]+)@[\w.:-]+/gu, '@$1')
    .replace(/[\s\p{P}\p{Cf}`~^]+/gu, '')
    .toLowerCase()
}
