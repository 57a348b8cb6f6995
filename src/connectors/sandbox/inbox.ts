import type {
  Account,
  Author,
  Inbound,
  Inbox,
  Page,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { call, page, type Post, postSchema } from './api.ts'

export const inbox: Inbox = { read, find }

const minute = 60_000

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const walked = await walkBack(
    {
      page: (older) => page(tools, account, '/notifications', {}, older),
      id: (post) => post.id,
      at: (post) => new Date(post.at),
      overlapMs: 10 * minute,
      maxPages: 10,
      firstReadMs: 14 * 24 * 60 * minute,
    },
    cursor,
  )
  return walked.ok ? done({ ...walked.value, items: walked.value.items.map(inbound) }) : walked
}

/** A post found elsewhere on the network. */
async function find(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<Inbound>> {
  const path = `/posts/${encodeURIComponent(remoteId)}`
  const answer = await call(tools, account, { path }, postSchema)
  return answer.ok ? done(inbound(answer.value)) : answer
}

/** One conversation for each person under each post: two people who ask the same are answered apart. */
function inbound(post: Post): Inbound {
  return {
    remoteId: post.id,
    kind: post.rootId ? 'comment' : 'mention',
    threadId: `${post.rootId ?? post.id}:${post.author.id}`,
    ...(post.replyTo ? { inReplyTo: post.replyTo } : {}),
    author: authorOf(post),
    text: post.text,
    url: post.url,
    at: new Date(post.at),
  }
}

export function authorOf({ author }: Post): Author {
  const { id, handle, name, followers, url } = author
  return {
    remoteId: id,
    handle,
    name,
    ...(followers === undefined ? {} : { followers }),
    ...(url ? { profileUrl: url } : {}),
  }
}
