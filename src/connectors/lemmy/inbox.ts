import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { type BackPage, walkBack } from '#connectors/_contract/walk-back.ts'
import { nameOf, settingsOf } from './account.ts'
import { callAs } from './api.ts'
import { messagesPage } from './confirm.ts'
import {
  authorOf,
  type CommentView,
  commentViewSchema,
  type MessageView,
  parentOf,
  plainWords,
} from './views.ts'

export const inbox: Inbox = { read }

const minute = 60_000
const perPage = 50

const cursorSchema = z.object({
  replies: z.string().nullable().catch(null),
  mentions: z.string().nullable().catch(null),
  messages: z.string().nullable().catch(null),
})

/** Three lists, each with a place of its own. What was read on the server is listed too. */
async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const places = placesIn(cursor)
  const replies = await comments(tools, account, 'replies', places.replies)
  if (!replies.ok) return replies
  const mentions = await comments(tools, account, 'mentions', places.mentions)
  if (!mentions.ok) return mentions
  const messages = await privateMessages(tools, account, places.messages)
  if (!messages.ok) return messages
  const pages = { replies: replies.value, mentions: mentions.value, messages: messages.value }
  // Whoever names us in an answer to us is in two lists.
  const items = new Map<string, Inbound>()
  for (const { items: found } of [pages.mentions, pages.replies, pages.messages])
    for (const item of found) items.set(item.remoteId, item)
  const next = Object.fromEntries(
    (['replies', 'mentions', 'messages'] as const).map((list) => [
      list,
      pages[list].cursor ?? places[list],
    ]),
  )
  return done({
    items: [...items.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    cursor: JSON.stringify(next),
  })
}

function placesIn(cursor: string | null): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(cursor ?? '{}'))
  } catch {
    return { replies: null, mentions: null, messages: null }
  }
}

const walk = <T>(
  page: (number: number) => Promise<Outcome<T[]>>,
  id: (item: T) => string,
  at: (item: T) => Date,
  cursor: string | null,
) =>
  walkBack<T>(
    {
      async page(older): Promise<Outcome<BackPage<T>>> {
        const number = Number(older ?? 1)
        const answer = await page(number)
        if (!answer.ok) return answer
        const isLast = answer.value.length < perPage
        return done({ items: answer.value, ...(isLast ? {} : { older: String(number + 1) }) })
      },
      id,
      at,
      overlapMs: 10 * minute,
      maxPages: 10,
      firstReadMs: 14 * 24 * 60 * minute,
    },
    cursor,
  )

async function comments(
  tools: Tools,
  account: Account,
  list: 'replies' | 'mentions',
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const path = list === 'replies' ? '/user/replies' : '/user/mention'
  const schema = z
    .object({
      replies: z.array(commentViewSchema).optional(),
      mentions: z.array(commentViewSchema).optional(),
    })
    .transform((answer) => answer[list] ?? [])
  const walked = await walk(
    (page) =>
      callAs(
        tools,
        account,
        {
          path,
          query: {
            sort: 'New',
            unread_only: 'false',
            limit: String(perPage),
            page: String(page),
          },
        },
        schema as z.ZodType<CommentView[]>,
      ),
    ({ comment }) => String(comment.id),
    ({ comment }) => comment.published,
    cursor,
  )
  if (!walked.ok) return walked
  const kind = list === 'replies' ? 'comment' : 'mention'
  const items = walked.value.items.flatMap((view) => inbound(account, kind, view))
  return done({ ...walked.value, items })
}

function inbound(
  account: Account,
  kind: 'comment' | 'mention',
  { comment, creator }: CommentView,
): Inbound[] {
  if (comment.deleted || comment.removed) return []
  const parent = parentOf(comment)
  const answered = parent
    ? nameOf({ kind: 'comment', id: parent })
    : nameOf({ kind: 'post', id: comment.post_id })
  return [
    {
      remoteId: nameOf({ kind: 'comment', id: comment.id }),
      kind,
      threadId: nameOf({ kind: 'post', id: comment.post_id }),
      ...(kind === 'comment' ? { inReplyTo: answered } : {}),
      author: authorOf(creator),
      text: plainWords(comment.content),
      url: new URL(`/comment/${comment.id}`, settingsOf(account).server).href,
      at: comment.published,
      data: { postId: comment.post_id },
    },
  ]
}

async function privateMessages(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const { personId, server } = settingsOf(account)
  const walked = await walk<MessageView>(
    async (page) => {
      const answer = await messagesPage(tools, account, page)
      return answer.ok ? done(answer.value.private_messages) : answer
    },
    (view) => String(view.private_message.id),
    (view) => view.private_message.published,
    cursor,
  )
  if (!walked.ok) return walked
  const theirs = walked.value.items.filter(
    ({ creator, private_message }) => creator.id !== personId && !private_message.deleted,
  )
  const items = theirs.map(({ private_message: { id, content, published }, creator }): Inbound => ({
    remoteId: nameOf({ kind: 'message', id }),
    kind: 'message',
    threadId: `person:${creator.id}`,
    author: authorOf(creator),
    text: plainWords(content),
    url: new URL('/inbox', server).href,
    at: published,
    data: { personId: creator.id },
  }))
  return done({ ...walked.value, items })
}
