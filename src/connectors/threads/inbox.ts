import { z } from 'zod'
import { parseJson } from '#connectors/_contract/ask.ts'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { olderOf, pageOf } from '#connectors/_meta/find-sent.ts'
import { type Place, readState, readUnder } from '#connectors/_meta/read-under.ts'
import { callAs } from './account.ts'
import { isOurs, mentionIn, replyUnder } from './inbound.ts'
import { type Post, postSchema } from './media.ts'

/** Replies, nested ones too, under the account's fifty latest posts, and posts that mention it. */
export const inbox: Inbox = {
  async read(tools, account, cursor) {
    const state = cursorSchema.parse(parseJson(cursor ?? ''))
    const replies = await readReplies(tools, account, state.replies)
    if (!replies.ok) return replies
    const mentions = await readMentions(tools, account, state.mentions)
    if (!mentions.ok) return mentions
    // A reply that names us is in both lists.
    const items = new Map<string, Inbound>()
    for (const item of [...mentions.value.items, ...replies.value.items])
      items.set(item.remoteId, item)
    return done({
      items: [...items.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      cursor: JSON.stringify({
        replies: replies.value.state,
        mentions: mentions.value.cursor ?? state.mentions,
      }),
    })
  },
}

/** An unreadable cursor means: begin again. */
const cursorSchema = z
  .object({ replies: z.unknown(), mentions: z.string().nullable().catch(null) })
  .catch({ replies: {}, mentions: null })

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const fields = 'id,text,timestamp,permalink,username,root_post,replied_to,is_reply_owned_by_me'

async function readReplies(tools: Tools, account: Account, before: unknown) {
  const places = await answeredPosts(tools, account)
  if (!places.ok) return places
  const read = await readUnder<Post & { under: string }>(places.value, readState(before), {
    async page(under, older) {
      // `reverse`: newest first.
      const call = {
        path: `/${under}/conversation`,
        query: { fields, reverse: 'true', after: older },
      }
      const answer = await callAs(tools, account, call, pageOf(postSchema))
      if (!answer.ok) return answer
      const items = answer.value.data.map((post) => ({ ...post, under }))
      return done({ items, older: olderOf(answer.value) })
    },
    id: (post) => post.id,
    at: (post) => new Date(post.timestamp),
  })
  if (!read.ok) return read
  const items = read.value.items
    .filter((post) => !isOurs(account, post))
    .map((post) => replyUnder(post, post.under))
  return done({ items, state: read.value.state })
}

const answeredSchema = z.object({
  id: z.string(),
  timestamp: z.string(),
  has_replies: z.boolean().default(false),
})

/**
 * Posts that were answered. Threads does not count the answers in its list, so that a post must be read to know: each
 * time for two days, every hour for two weeks, then four times a day.
 */
async function answeredPosts(tools: Tools, account: Account): Promise<Outcome<Place[]>> {
  const query = { fields: 'id,timestamp,has_replies', limit: '50' }
  const call = { path: `/${account.remoteId}/threads`, query }
  const answer = await callAs(tools, account, call, pageOf(answeredSchema))
  if (!answer.ok) return answer
  const now = tools.clock.now().getTime()
  const markOf = (timestamp: string) => {
    const age = now - Date.parse(timestamp)
    const every = age < 2 * day ? 1 : age < 14 * day ? hour : 6 * hour
    return String(Math.floor(now / every))
  }
  const answered = answer.value.data.filter(({ has_replies }) => has_replies)
  return done(answered.map(({ id, timestamp }) => ({ id, mark: markOf(timestamp) })))
}

/** Public posts that name the account (documentation/threads/threads-mentions, read 2026-11-25). */
async function readMentions(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const walked = await walkBack<Post>(
    {
      async page(older) {
        const path = `/${account.remoteId}/mentions`
        const answer = await callAs(
          tools,
          account,
          { path, query: { fields, after: older } },
          pageOf(postSchema),
        )
        if (!answer.ok) return answer
        return done({ items: answer.value.data, older: olderOf(answer.value) })
      },
      id: (post) => post.id,
      at: (post) => new Date(post.timestamp),
      overlapMs: 10 * minute,
      maxPages: 10,
      firstReadMs: 14 * day,
    },
    cursor,
  )
  if (!walked.ok) return walked
  const items = walked.value.items.filter((post) => !isOurs(account, post)).map(mentionIn)
  return done({ ...walked.value, items })
}
