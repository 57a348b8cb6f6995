import { z } from 'zod'
import type { Outgoing } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { postViewSchema } from './post-view.ts'
import type { Session } from './session.ts'

export const strongRef = z.object({ uri: z.string(), cid: z.string() })

export type StrongRef = z.infer<typeof strongRef>

export interface ReplyRefs {
  root: StrongRef
  parent: StrongRef
}

const kept = z.object({ cid: z.string(), root: strongRef })

/** What an inbound item keeps for its answer. */
export const replyData = (cid: string, uri: string, root: StrongRef | undefined) => ({
  cid,
  root: root ?? { uri, cid },
})

/** The post answered and the first one of its thread, from what the inbox kept or from the network. */
export async function replyRefs(
  session: Session,
  replyTo: NonNullable<Outgoing['replyTo']>,
): Promise<Outcome<ReplyRefs>> {
  const data = kept.safeParse(replyTo.data)
  if (data.success) {
    return done({ root: data.data.root, parent: { uri: replyTo.remoteId, cid: data.data.cid } })
  }
  const call = { method: 'app.bsky.feed.getPosts', params: { uris: replyTo.remoteId } }
  const answer = await session.call(call, z.object({ posts: z.array(postViewSchema) }))
  if (!answer.ok) return answer
  const [post] = answer.value.posts
  if (!post) return failed({ kind: 'rejected', reason: postIsGone, detail: 'no post to answer' })
  const parent = { uri: post.uri, cid: post.cid }
  return done({ root: post.record.reply?.root ?? parent, parent })
}

export const postIsGone = {
  en: 'The post you are answering is no longer on Bluesky.',
  fr: 'La publication à laquelle vous répondez n’est plus sur Bluesky.',
}
