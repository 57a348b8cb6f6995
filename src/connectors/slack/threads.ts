import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { settingsOf } from './account.ts'
import { callAs } from './api.ts'
import { instantOf, isOurs, type Message, nameAt, pageSchema } from './message.ts'

/** How far back a post of ours may lie for what is answered under it to be seen. */
const followedMs = 30 * 24 * 3600_000
/** A thousand messages of the channel. */
const mostPages = 5

/** What is answered since an instant in the threads of our posts, and in those where we spoke; newest first. */
export async function repliesSince(
  tools: Tools,
  account: Account,
  since: Date,
): Promise<Outcome<Message[]>> {
  const roots = await livelyThreads(tools, account, since)
  if (!roots.ok) return roots
  const replies: Message[] = []
  for (const root of roots.value) {
    const said = await repliesOf(tools, account, root.ts, since)
    if (!said.ok) return said
    replies.push(...said.value)
  }
  return done(replies.toSorted((a, b) => Number(b.ts) - Number(a.ts)))
}

async function livelyThreads(
  tools: Tools,
  account: Account,
  since: Date,
): Promise<Outcome<Message[]>> {
  const settings = settingsOf(account)
  const oldest = nameAt(new Date(tools.clock.now().getTime() - followedMs))
  const roots: Message[] = []
  let cursor = ''
  for (let page = 0; page < mostPages; page++) {
    const params = { channel: settings.channelId, oldest, limit: 200, cursor: cursor || undefined }
    const asked = { method: 'conversations.history', reads: true, params }
    const answer = await callAs(tools, account, asked, pageSchema)
    if (!answer.ok) return answer
    roots.push(...answer.value.messages)
    cursor = answer.value.response_metadata?.next_cursor ?? ''
    if (cursor === '') break
  }
  const lively = ({ latest_reply }: Message) =>
    latest_reply !== undefined && instantOf(latest_reply) >= since
  const concernsUs = (root: Message) =>
    isOurs(root, settings) || root.reply_users.includes(settings.userId)
  return done(roots.filter((root) => lively(root) && concernsUs(root)))
}

async function repliesOf(
  tools: Tools,
  account: Account,
  ts: string,
  since: Date,
): Promise<Outcome<Message[]>> {
  const { channelId: channel } = settingsOf(account)
  const replies: Message[] = []
  let cursor = ''
  do {
    const params = { channel, ts, oldest: nameAt(since), limit: 200, cursor: cursor || undefined }
    const asked = { method: 'conversations.replies', reads: true, params }
    const answer = await callAs(tools, account, asked, pageSchema)
    if (!answer.ok) return answer.failure.detail === 'thread_not_found' ? done(replies) : answer
    replies.push(...answer.value.messages.filter((message) => message.ts !== ts))
    cursor = answer.value.response_metadata?.next_cursor ?? ''
  } while (cursor !== '')
  return done(replies)
}
