import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { call } from './api.ts'
import {
  answeredBy,
  type Post,
  postSchema,
  timeOf,
  type User,
  userSchema,
  wordsOf,
} from './post.ts'

export const inbox: Inbox = { read }

const minute = 60_000

interface Mention {
  post: Post
  author: User | undefined
}

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const walked = await walkBack<Mention>(
    {
      page: (older, since) => mentions(tools, account, older, since),
      id: ({ post }) => post.id,
      at: ({ post }) => timeOf(post.id),
      overlapMs: 10 * minute,
      maxPages: 5,
      firstReadMs: 7 * 24 * 60 * minute,
    },
    cursor,
  )
  if (!walked.ok) return walked
  const theirs = walked.value.items.filter(({ author }) => author && author.id !== account.remoteId)
  return done({ ...walked.value, items: theirs.map((one) => inbound(account, one)) })
}

const pageSchema = z.object({
  data: z.array(postSchema).default([]),
  includes: z.object({ users: z.array(userSchema).default([]) }).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})

/** Newest first; nothing before `since` is asked for, because X bills each post that it gives. */
async function mentions(
  tools: Tools,
  account: Account,
  older: string | undefined,
  since: Date | undefined,
) {
  const query = {
    max_results: '100',
    'post.fields': 'conversation_id,created_at,entities,note_post',
    expansions: 'author_id,in_reply_to_user_id,referenced_posts',
    'user.fields': 'name,username,profile_image_url,public_metrics',
    ...(older ? { pagination_token: older } : {}),
    ...(since ? { start_time: since.toISOString() } : {}),
  }
  const path = `/2/users/${account.remoteId}/mentions`
  const answer = await call(tools, account, { path, query }, pageSchema)
  if (!answer.ok) return answer
  const { data, includes, meta } = answer.value
  const authors = new Map(includes?.users.map((user) => [user.id, user]))
  const items = data.map((post) => ({ post, author: authors.get(post.author_id ?? '') }))
  return done({ items, ...(meta?.next_token ? { older: meta.next_token } : {}) })
}

function inbound(account: Account, { post, author }: Mention): Inbound {
  const answersUs = post.in_reply_to_user_id === account.remoteId
  const handle = author?.username ?? ''
  return {
    remoteId: post.id,
    kind: answersUs ? 'comment' : 'mention',
    threadId: post.conversation_id ?? post.id,
    inReplyTo: answersUs ? answeredBy(post) : undefined,
    author: {
      remoteId: author?.id ?? '',
      handle,
      name: author?.name ?? '',
      avatarUrl: author?.profile_image_url,
      profileUrl: `https://x.com/${handle}`,
      followers: author?.public_metrics?.followers_count,
    },
    text: wordsOf(post),
    url: `https://x.com/${handle}/status/${post.id}`,
    at: timeOf(post.id),
  }
}
