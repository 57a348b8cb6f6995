import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { callAs } from './server.ts'
import { authorOf, lastingId, type Status, statusSchema, textOf, urlOf } from './status.ts'

export const inbox: Inbox = { read, find }

const minute = 60_000

const notificationSchema = z.object({
  id: z.string(),
  type: z.string(),
  created_at: z.string(),
  status: statusSchema.nullish(),
})

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const walked = await walkBack(
    {
      page: (older) => notifications(tools, account, older),
      id: (notification) => notification.id,
      at: (notification) => new Date(notification.created_at),
      overlapMs: 10 * minute,
      maxPages: 10,
      firstReadMs: 14 * 24 * 60 * minute,
    },
    cursor,
  )
  if (!walked.ok) return walked
  const items: Inbound[] = []
  for (const { type, status } of walked.value.items) {
    if (type !== 'mention' || !status) continue
    const threadId = await threadOf(tools, account, status)
    if (!threadId.ok) return threadId
    items.push(inbound(account, status, lastingId(threadId.value)))
  }
  return done({ ...walked.value, items })
}

/**
 * Newest first. We walk by `max_id` alone: it is the one direction that every server keeps (snac 2.96
 * gives one item unless `limit` is said, and sends no `Link`).
 */
async function notifications(tools: Tools, account: Account, older: string | undefined) {
  const query = new URLSearchParams([
    ['limit', '40'],
    ['types[]', 'mention'],
    ...(older ? [['max_id', older]] : []),
  ])
  const path = `/api/v1/notifications?${query}`
  const answer = await callAs(tools, account, { path }, z.array(notificationSchema))
  if (!answer.ok) return answer
  const last = answer.value.at(-1)
  return done({ items: answer.value, ...(last && last.id !== older ? { older: last.id } : {}) })
}

/** The first post of the thread; of a thread whose beginning is lost, the post answered. */
async function threadOf(tools: Tools, account: Account, status: Status): Promise<Outcome<string>> {
  if (!status.in_reply_to_id) return done(status.id)
  const path = `/api/v1/statuses/${encodeURIComponent(status.id)}/context`
  const schema = z.object({ ancestors: z.array(z.object({ id: z.string() })) })
  const answer = await callAs(tools, account, { path }, schema)
  if (answer.ok) return done(answer.value.ancestors[0]?.id ?? status.in_reply_to_id)
  return answer.failure.kind === 'rejected' ? done(status.in_reply_to_id) : answer
}

/**
 * A post found elsewhere, on a stream of another server perhaps, where it has another id: the account's own server
 * looks it up by its address, and fetches it where it does not hold it yet (`resolve`).
 */
async function find(
  tools: Tools,
  account: Account,
  { url }: { url: string },
): Promise<Outcome<Inbound>> {
  const query = new URLSearchParams({ q: url, type: 'statuses', resolve: 'true', limit: '1' })
  const schema = z.object({ statuses: z.array(statusSchema) })
  const answer = await callAs(tools, account, { path: `/api/v2/search?${query}` }, schema)
  if (!answer.ok) return answer
  const status = answer.value.statuses.find((one) => [one.url, one.uri].includes(url))
  if (!status) return failed({ kind: 'rejected', reason: notThere, detail: 'no post to answer' })
  const threadId = await threadOf(tools, account, status)
  return threadId.ok ? done(inbound(account, status, lastingId(threadId.value))) : threadId
}

const notThere = {
  en: 'The account’s server does not find this post. It may be gone.',
  fr: 'Le serveur du compte ne trouve pas cette publication. Elle a peut-être été supprimée.',
}

function inbound(account: Account, status: Status, threadId: string): Inbound {
  const answersUs = status.in_reply_to_account_id === account.remoteId
  return {
    remoteId: lastingId(status.id),
    kind: status.visibility === 'direct' ? 'message' : answersUs ? 'comment' : 'mention',
    threadId,
    inReplyTo: answersUs && status.in_reply_to_id ? lastingId(status.in_reply_to_id) : undefined,
    author: authorOf(status),
    text: textOf(status),
    url: urlOf(status),
    at: new Date(status.created_at),
    data: { acct: status.account.acct, visibility: status.visibility },
  }
}
