import { z } from 'zod'
import { parseJson } from '#connectors/_contract/ask.ts'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { olderOf, pageOf } from '#connectors/_meta/find-sent.ts'
import { type Place, readState, readUnder } from '#connectors/_meta/read-under.ts'
import { callAs } from './account.ts'
import { type Comment, commentFields, whoSaid, withRepliesSchema } from './comment.ts'
import { readDirect } from './direct.ts'
import { mediaSchema } from './media.ts'

/** Comments under the account's hundred latest posts, posts in which it was tagged, and private messages. */
export const inbox: Inbox = {
  async read(tools, account, cursor) {
    const state = cursorSchema.parse(parseJson(cursor ?? ''))
    const comments = await readComments(tools, account, state.comments)
    if (!comments.ok) return comments
    const tags = await readTags(tools, account, state.tags)
    if (!tags.ok) return tags
    const direct = await readDirect(tools, account, {
      since: state.since,
      under: readState(state.messages),
    })
    if (!direct.ok) return direct
    const items = [...comments.value.items, ...tags.value.items, ...direct.value.items]
    return done({
      items: items.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      cursor: JSON.stringify({
        comments: comments.value.state,
        tags: tags.value.cursor ?? state.tags,
        messages: direct.value.state.under,
        since: direct.value.state.since,
      }),
    })
  },
}

/** An unreadable cursor means: begin again. */
const cursorSchema = z
  .object({
    comments: z.unknown(),
    tags: z.string().nullable().catch(null),
    messages: z.unknown(),
    since: z.number().nullable().catch(null),
  })
  .catch({ comments: {}, tags: null, messages: {}, since: null })

const minute = 60_000
const day = 24 * 60 * minute

/** Under which comment something was said, on which post. */
interface Heard extends Comment {
  media: string
  top: string
}

async function readComments(tools: Tools, account: Account, before: unknown) {
  const places = await commentedPosts(tools, account)
  if (!places.ok) return places
  const read = await readUnder<Heard>(places.value, readState(before), {
    page: (media, older) => commentsOf(tools, account, media, older),
    id: (comment) => comment.id,
    at: (comment) => new Date(comment.timestamp),
    // Answers stand under the comment they answer, which may be days old.
    overlapMs: 3 * day,
  })
  if (!read.ok) return read
  const items = read.value.items.filter(({ username }) => username !== account.handle)
  return done({ items: items.map(inbound), state: read.value.state })
}

const countedSchema = z.object({ id: z.string(), comments_count: z.number().default(0) })

async function commentedPosts(tools: Tools, account: Account): Promise<Outcome<Place[]>> {
  const query = { fields: 'id,comments_count', limit: '100' }
  const call = { path: `/${account.remoteId}/media`, query }
  const answer = await callAs(tools, account, call, pageOf(countedSchema))
  if (!answer.ok) return answer
  const counted = answer.value.data.filter(({ comments_count }) => comments_count > 0)
  return done(counted.map(({ id, comments_count }) => ({ id, mark: String(comments_count) })))
}

/** Newest first (comment-moderation, read 2026-11-25). */
async function commentsOf(
  tools: Tools,
  account: Account,
  media: string,
  older: string | undefined,
) {
  const query = { fields: commentFields, limit: '50', after: older }
  const call = { path: `/${media}/comments`, query }
  const answer = await callAs(tools, account, call, pageOf(withRepliesSchema))
  if (!answer.ok) return answer
  const items = answer.value.data.flatMap(({ replies, ...comment }): Heard[] =>
    [comment, ...(replies?.data ?? [])].map((one) => ({ ...one, media, top: comment.id })),
  )
  return done({ items, older: olderOf(answer.value) })
}

function inbound({ media, top, ...comment }: Heard): Inbound {
  return {
    remoteId: comment.id,
    kind: 'comment',
    threadId: media,
    inReplyTo: media,
    author: whoSaid(comment),
    text: comment.text,
    at: new Date(comment.timestamp),
    data: { kind: 'comment', top },
  }
}

const tagSchema = mediaSchema.extend({ username: z.string().optional() })

/** Posts of others in which the account was tagged (ig-user/tags, read 2026-11-25). */
async function readTags(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const walked = await walkBack<z.infer<typeof tagSchema>>(
    {
      async page(older) {
        const fields = 'id,caption,timestamp,permalink,username'
        const call = {
          path: `/${account.remoteId}/tags`,
          query: { fields, limit: '50', after: older },
        }
        const answer = await callAs(tools, account, call, pageOf(tagSchema))
        if (!answer.ok) return answer
        return done({ items: answer.value.data, older: olderOf(answer.value) })
      },
      id: (media) => media.id,
      at: (media) => new Date(media.timestamp),
      overlapMs: 10 * minute,
      maxPages: 10,
      firstReadMs: 14 * day,
    },
    cursor,
  )
  if (!walked.ok) return walked
  const items = walked.value.items.map(
    ({ id, caption, timestamp, permalink, username }): Inbound => {
      const name = username ?? 'Instagram'
      return {
        remoteId: id,
        kind: 'mention',
        threadId: id,
        author: { remoteId: name, handle: name, name },
        text: caption,
        url: permalink,
        at: new Date(timestamp),
        data: { kind: 'tag' },
      }
    },
  )
  return done({ ...walked.value, items })
}
