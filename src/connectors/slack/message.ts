import { z } from 'zod'
import type { Account, Published } from '#connectors/_contract/connector.ts'
import { addressOf, type Settings } from './account.ts'

/** What we use of a message (`objs_message` of Slack's description of its Web API; `metadata` came later). */
export const messageSchema = z.object({
  ts: z.string(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  parent_user_id: z.string().optional(),
  reply_count: z.number().default(0),
  reply_users: z.array(z.string()).default([]),
  latest_reply: z.string().optional(),
  reactions: z.array(z.object({ count: z.number() })).default([]),
  files: z.array(z.unknown()).default([]),
  blocks: z.array(z.object({ type: z.string() })).default([]),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
})

export type Message = z.infer<typeof messageSchema>

/** A page of messages, and what asks for the next one. */
export const pageSchema = z.object({
  messages: z.array(messageSchema),
  response_metadata: z.object({ next_cursor: z.string().default('') }).nullish(),
})

/** A message of Slack has its instant, to the microsecond, for a name. */
export const instantOf = (ts: string): Date => new Date(Number(ts) * 1000)

export const nameAt = (at: Date): string => (at.getTime() / 1000).toFixed(6)

export const isOurs = ({ bot_id, user }: Message, { botId, userId }: Settings): boolean =>
  bot_id === botId || user === userId

export function publishedOf(account: Account, { ts, thread_ts }: Message): Published {
  return {
    remoteId: ts,
    url: addressOf(account, ts, thread_ts),
    publishedAt: instantOf(ts),
    // All that follows in a thread names its first message.
    data: { thread: thread_ts ?? ts },
  }
}
