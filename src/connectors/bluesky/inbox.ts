import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { postUrl, readUri } from './account.ts'
import { postRecordSchema, postViewSchema } from './post-view.ts'
import { authorOf, profileSchema } from './profile.ts'
import { postIsGone, replyData } from './reply-refs.ts'
import { openSession, type Session } from './session.ts'

export const inbox: Inbox = { read, find }

const hour = 3_600_000

/** What we use of `app.bsky.notification.listNotifications#notification`. */
const notificationSchema = z.object({
  uri: z.string(),
  cid: z.string(),
  author: profileSchema,
  reason: z.string(),
  record: postRecordSchema,
  indexedAt: z.string(),
})

type Notification = z.infer<typeof notificationSchema>

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const session = openSession(tools, account)
  const walked = await walkBack(
    {
      page: (older) => notifications(session, older),
      id: (notification) => notification.uri,
      at: (notification) => new Date(notification.indexedAt),
      // The network sorts by the writer's own clock: one that lags puts its words among older ones.
      overlapMs: hour,
      maxPages: 10,
      firstReadMs: 14 * 24 * hour,
    },
    cursor,
  )
  if (!walked.ok) return walked
  const items = walked.value.items.map((notification) => inbound(notification, session.did))
  return done({ ...walked.value, items })
}

async function notifications(session: Session, older: string | undefined) {
  const params = { reasons: ['reply', 'mention', 'quote'], limit: '100' }
  const call = {
    method: 'app.bsky.notification.listNotifications',
    params: older ? { ...params, cursor: older } : params,
  }
  const schema = z.object({
    notifications: z.array(notificationSchema),
    cursor: z.string().optional(),
  })
  const answer = await session.call(call, schema)
  if (!answer.ok) return answer
  const { notifications: all, cursor } = answer.value
  // Servers that do not know `reasons` send likes and follows too.
  const items = all.filter(({ reason }) => params.reasons.includes(reason))
  return done({ items, ...(cursor && all.length > 0 ? { older: cursor } : {}) })
}

/** A post found elsewhere. One that answers us, or one of ours further up, is what the notifications call a reply. */
async function find(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<Inbound>> {
  const session = openSession(tools, account)
  const call = { method: 'app.bsky.feed.getPosts', params: { uris: remoteId } }
  const answer = await session.call(call, z.object({ posts: z.array(postViewSchema) }))
  if (!answer.ok) return answer
  const [post] = answer.value.posts
  if (!post) return failed({ kind: 'rejected', reason: postIsGone, detail: 'no post to answer' })
  const { did } = session
  const { reply } = post.record
  const answersUs = [reply?.parent.uri, reply?.root.uri].some(
    (uri) => uri && readUri(uri)?.did === did,
  )
  return done(inbound({ ...post, reason: answersUs ? 'reply' : 'mention' }, did))
}

function inbound(notification: Notification, did: string): Inbound {
  const { uri, cid, record, reason } = notification
  const at = readUri(uri)
  const ours = [record.reply?.parent.uri, record.reply?.root.uri]
  return {
    remoteId: uri,
    kind: reason === 'reply' ? 'comment' : 'mention',
    threadId: record.reply?.root.uri ?? uri,
    inReplyTo: ours.find((post) => post && readUri(post)?.did === did),
    author: authorOf(notification.author),
    text: record.text,
    url: at ? postUrl(at.did, at.key) : undefined,
    at: new Date(notification.indexedAt),
    data: replyData(cid, uri, record.reply?.root),
  }
}
