import type { Account, Inbound } from '#connectors/_contract/connector.ts'
import type { Post } from './media.ts'

export const isOurs = (
  account: Pick<Account, 'handle'>,
  { is_reply_owned_by_me, username }: Post,
): boolean => is_reply_owned_by_me === true || username === account.handle

/** A reply, or a reply to one, under a post of ours. */
export const replyUnder = (post: Post, under: string): Inbound => ({
  ...inbound(post, under),
  kind: 'comment',
  inReplyTo: under,
})

export const mentionIn = (post: Post): Inbound => inbound(post, post.root_post?.id ?? post.id)

function inbound({ id, text, timestamp, permalink, username }: Post, threadId: string): Inbound {
  const name = username ?? 'Threads'
  return {
    remoteId: id,
    kind: 'mention',
    threadId,
    author: {
      remoteId: name,
      handle: name,
      name,
      ...(username ? { profileUrl: `https://www.threads.com/@${username}` } : {}),
    },
    text,
    url: permalink,
    at: new Date(timestamp),
  }
}
