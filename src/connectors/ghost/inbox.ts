import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { type BackPage, walkBack } from '#connectors/_contract/walk-back.ts'
import { call } from './api.ts'

export const inbox: Inbox = { read }

const minute = 60_000
const day = 24 * 60 * minute
/** The most that Ghost gives at once. */
const perPage = 100

/** What we use of a comment, as Ghost 6.65 answers a key; nothing of it is documented. */
const commentSchema = z.object({
  id: z.string(),
  status: z.string(),
  html: z.string().nullable(),
  created_at: z.iso.datetime(),
  /** Null once the member is gone. */
  member: z
    .object({ id: z.string(), name: z.string().nullable(), avatar_image: z.string().nullish() })
    .nullable(),
  post: z.object({ id: z.string(), url: z.string() }).nullish(),
})

type Comment = z.infer<typeof commentSchema>

const pageSchema = z.object({ comments: z.array(commentSchema) })

/** The comments of the whole site, answers included; what its moderators hid or took off is left out. */
async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const walked = await walkBack(
    {
      page: (older) => comments(tools, account, older),
      id: ({ id }: Comment) => id,
      at: (comment) => new Date(comment.created_at),
      // Those of one second come in no order, and one that is being written may appear behind its neighbours.
      overlapMs: 15 * minute,
      maxPages: 10,
      firstReadMs: 14 * day,
    },
    cursor,
  )
  if (!walked.ok) return tellsNone(walked.failure) ? done({ items: [] }) : walked
  const shown = walked.value.items.filter(({ status }) => status === 'published')
  return done({ ...walked.value, items: shown.map(inbound) })
}

/** Older sites let no key read comments: nothing is wrong with the account, and it goes on without. */
const tellsNone = ({ kind }: { kind: string }) => kind === 'rejected'

/** Comments at or before an instant, and which page of those. */
const olderSchema = z.object({ before: z.string(), page: z.number() })

/**
 * Newest first. Pages by number alone would skip comments when some are removed between two reads: the next page is
 * asked for by the instant of the last comment read.
 */
async function comments(
  tools: Tools,
  account: Account,
  older: string | undefined,
): Promise<Outcome<BackPage<Comment>>> {
  const from = older ? olderSchema.parse(JSON.parse(older)) : undefined
  const query = {
    order: 'created_at desc',
    limit: String(perPage),
    include_nested: 'true',
    ...(from ? { filter: `created_at:<='${from.before}'`, page: String(from.page) } : {}),
  }
  const answer = await call(tools, account, { path: 'comments/', query }, pageSchema)
  if (!answer.ok) return answer
  const items = answer.value.comments
  const last = items.at(-1)
  if (!last || items.length < perPage) return done({ items })
  // As Ghost's filters write an instant, in UTC.
  const before = new Date(last.created_at).toISOString().slice(0, 19).replace('T', ' ')
  // A page of one and the same second: go on within it.
  const page = before === from?.before ? from.page + 1 : 1
  return done({ items, older: JSON.stringify({ before, page }) })
}

function inbound({ id, html, created_at, member, post }: Comment): Inbound {
  const name = member?.name || 'Anonyme'
  return {
    remoteId: id,
    kind: 'comment',
    threadId: post?.id ?? id,
    ...(post ? { inReplyTo: post.id, url: `${post.url}#ghost-comments-${id}` } : {}),
    author: {
      remoteId: member?.id ?? `author-of-${id}`,
      handle: name,
      name,
      ...(member?.avatar_image ? { avatarUrl: member.avatar_image } : {}),
    },
    text: htmlToText(html ?? ''),
    at: new Date(created_at),
  }
}
