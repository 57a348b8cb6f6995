import { createHash } from 'node:crypto'
import { z } from 'zod'
import type {
  Account,
  Author,
  Inbound,
  Inbox,
  Page,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { type BackPage, walkBack } from '#connectors/_contract/walk-back.ts'
import { call } from './api.ts'
import { type Comment, commentSchema, remoteIdOf } from './comment.ts'
import { instant } from './reply.ts'
import { siteOf } from './site.ts'

export const inbox: Inbox = { read }

const minute = 60_000
const day = 24 * 60 * minute
const perPage = 100

/**
 * The comments of the whole site. Who may moderate sees those that wait for approval at once; to others a comment
 * appears when it is approved, maybe days after its date: they look that far back.
 */
async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const { canModerate, userId } = siteOf(account)
  const walked = await walkBack(
    {
      page: (older) => comments(tools, account, older),
      id: (comment: Comment) => remoteIdOf(comment),
      at: ({ date_gmt }) => instant(date_gmt),
      // More than the hour that comes twice in autumn: the site sorts by its wall clock.
      overlapMs: canModerate ? 75 * minute : 14 * day,
      maxPages: 10,
      firstReadMs: 14 * day,
    },
    cursor,
  )
  if (!walked.ok) return walked
  const theirs = walked.value.items.filter(({ author }) => author !== userId)
  return done({ ...walked.value, items: theirs.map(inbound) })
}

/** Comments on the site's wall clock before an instant, and how many of that instant were read. */
const olderSchema = z.object({ before: z.string(), offset: z.number() })

/**
 * Newest first. Pages by number would skip comments when some are removed between two reads: the next page is asked
 * for by the date of the last comment read.
 */
async function comments(
  tools: Tools,
  account: Account,
  older: string | undefined,
): Promise<Outcome<BackPage<Comment>>> {
  const from = older ? olderSchema.parse(JSON.parse(older)) : undefined
  const query = {
    orderby: 'date',
    order: 'desc',
    per_page: String(perPage),
    ...(from ? { before: from.before, offset: String(from.offset) } : {}),
    ...(siteOf(account).canModerate ? { context: 'edit', status: 'all' } : {}),
  }
  const answer = await call(
    tools,
    account,
    { route: '/wp/v2/comments', query },
    z.array(commentSchema),
  )
  if (!answer.ok) return answer
  const last = answer.value.at(-1)
  if (!last || answer.value.length < perPage) return done({ items: answer.value })
  const before = secondAfter(last.date)
  // A page of one and the same second: go on within it.
  const offset = before === from?.before ? from.offset + perPage : 0
  return done({ items: answer.value, older: JSON.stringify({ before, offset }) })
}

/** A second later on the same wall clock: `before` leaves its own instant out. */
function secondAfter(date: string): string {
  const next = new Date(instant(date).getTime() + 1000)
  return next.toISOString().slice(0, 19)
}

function inbound(comment: Comment): Inbound {
  return {
    remoteId: remoteIdOf(comment),
    kind: 'comment',
    threadId: String(comment.post),
    inReplyTo: String(comment.post),
    author: authorOf(comment),
    text: htmlToText(comment.content.rendered),
    url: comment.link,
    at: instant(comment.date_gmt),
    data: { post: comment.post, status: comment.status },
  }
}

/** Members of the site have a number; visitors are known by their e-mail, of which a mark alone is kept. */
function authorOf(comment: Comment): Author {
  const name = htmlToText(comment.author_name) || 'Anonyme'
  const email = comment.author_email?.trim().toLowerCase()
  const visitor = email
    ? `visitor-${createHash('sha256').update(email).digest('hex').slice(0, 16)}`
    : `visitor-of-${comment.id}`
  return {
    remoteId: comment.author ? `user-${comment.author}` : visitor,
    handle: name,
    name,
    avatarUrl: comment.author_avatar_urls?.['96'],
    profileUrl: comment.author_url || undefined,
  }
}
