import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call, escapedUrn } from '#connectors/_linkedin/api.ts'
import { idOf } from '#connectors/_linkedin/account.ts'

export const inbox: Inbox = { read }

const said = z.object({
  owner: z.string(),
  text: z.string().default(''),
  entity: z.string(),
  object: z.string().optional(),
})

/** organization-social-action-notifications, li-lms-2026-07, read 2026-11-25. LinkedIn keeps them 60 days. */
const noticeSchema = z.object({
  notificationId: z.number(),
  action: z.string(),
  sourcePost: z.string().optional(),
  generatedActivity: z.string().optional(),
  lastModifiedAt: z.number(),
  decoratedSourcePost: z.object({ entity: z.string().optional() }).nullish(),
  decoratedGeneratedActivity: z
    .object({ comment: said.nullish(), share: said.nullish() })
    .nullish(),
})

type Notice = z.infer<typeof noticeSchema>

const cursorSchema = z.object({
  /** All until this instant was handed over, less the overlap. Milliseconds. */
  since: z.number(),
  /** What was handed over within the overlap: instant by number. */
  seen: z.record(z.string(), z.number()),
})

type Cursor = z.infer<typeof cursorSchema>

const minute = 60_000
const overlapMs = 10 * minute
/** The first reading goes that far back, and no reading looks at more at once. */
const windowMs = 14 * 24 * 60 * minute

/**
 * What people say under the page's posts, and where they name it. LinkedIn does not say in what order it gives them:
 * each reading takes a window of time, whole.
 */
async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const now = tools.clock.now().getTime()
  const from = readCursor(cursor) ?? { since: now - windowMs, seen: {} }
  const end = Math.min(from.since + windowMs, now + overlapMs)
  const notices = await noticesBetween(tools, account, from.since - overlapMs, end)
  if (!notices.ok) return notices
  const fresh = notices.value.filter(({ notificationId }) => !(notificationId in from.seen))
  const newest = Math.max(from.since, ...notices.value.map((one) => one.lastModifiedAt))
  const since = end < now ? end : newest
  const next = { since, seen: handed(from, notices.value, since - overlapMs) }
  const items = fresh
    .toSorted((a, b) => a.lastModifiedAt - b.lastModifiedAt)
    .flatMap((notice) => inbound(account, notice) ?? [])
  return done({ items, cursor: JSON.stringify(next) })
}

function readCursor(text: string | null): Cursor | null {
  try {
    return text === null ? null : cursorSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function handed(from: Cursor, notices: Notice[], floor: number): Record<string, number> {
  const seen = { ...from.seen }
  for (const { notificationId, lastModifiedAt } of notices) seen[notificationId] = lastModifiedAt
  return Object.fromEntries(Object.entries(seen).filter(([, at]) => at >= floor))
}

const pageSize = 100

async function noticesBetween(
  tools: Tools,
  account: Account,
  start: number,
  end: number,
): Promise<Outcome<Notice[]>> {
  const found = new Map<number, Notice>()
  for (let at = 0; ; at += pageSize) {
    const path =
      `organizationalEntityNotifications?q=criteria&actions=List(COMMENT,SHARE_MENTION)` +
      `&organizationalEntity=${escapedUrn(account.remoteId)}` +
      `&timeRange=(start:${start},end:${end})&start=${at}&count=${pageSize}`
    const answer = await call(
      tools,
      account,
      { path },
      z.object({ elements: z.array(noticeSchema) }),
    )
    if (!answer.ok) return answer
    const before = found.size
    for (const notice of answer.value.elements) found.set(notice.notificationId, notice)
    // The same page again would never end.
    const isLast = answer.value.elements.length < pageSize || found.size === before
    if (isLast) return done([...found.values()])
  }
}

/** Nothing for what we said ourselves, or what LinkedIn gives without its words. */
function inbound(account: Account, notice: Notice): Inbound | null {
  const { comment, share } = notice.decoratedGeneratedActivity ?? {}
  const words = comment ?? share
  if (!words || words.owner === account.remoteId) return null
  const post = notice.decoratedSourcePost?.entity ?? notice.sourcePost
  return {
    remoteId: words.entity,
    kind: comment ? 'comment' : 'mention',
    threadId: (comment ? post : undefined) ?? words.entity,
    inReplyTo: comment ? post : undefined,
    // LinkedIn lets nobody keep the names of those who comment for more than a day.
    author: { remoteId: words.owner, handle: idOf(words.owner), name: 'LinkedIn' },
    text: words.text,
    url: `https://www.linkedin.com/feed/update/${(comment ? post : undefined) ?? words.entity}/`,
    at: new Date(notice.lastModifiedAt),
  }
}
