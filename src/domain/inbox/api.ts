import { z } from 'zod'
import { deliveryState, deliveryView } from '#domain/publishing/api.ts'
import { id, instant, pageQuery } from '#platform/http/shapes.ts'

export const contactView = z.object({
  id,
  name: z.string(),
  handle: z.string(),
  avatarUrl: z.string().nullable(),
  profileUrl: z.string().nullable(),
  followers: z.number().nullable(),
  connectorId: z.string(),
})

export const conversationSummary = z.object({
  id,
  channelId: id,
  kind: z.enum(['comment', 'mention', 'message']),
  state: z.enum(['open', 'resolved']),
  contact: contactView,
  /** Null when the last that was said is no longer kept. */
  excerpt: z.string().nullable(),
  unread: z.boolean(),
  assignedTo: z.object({ userId: id, name: z.string() }).nullable(),
  lastMessageAt: instant,
  openedAt: instant,
  firstReplyAt: instant.nullable(),
  messages: z.number(),
})
export type ConversationSummary = z.infer<typeof conversationSummary>

export const messageView = z.object({
  id,
  direction: z.enum(['in', 'out']),
  author: z.string(),
  /** Empty once it was forgotten. */
  text: z.string(),
  /** What was said is kept no longer. */
  forgotten: z.boolean(),
  /** After so many hours, as the network asks of what people say there. */
  forgottenAfterHours: z.number().nullable(),
  url: z.string().nullable(),
  at: instant,
  /** For our replies: where the ledger stands, and what to do when it failed. */
  delivery: z
    .object({
      id,
      state: deliveryState,
      trouble: z.string().nullable(),
      /** What may be decided about it, by `/deliveries/:id/<action>`. */
      actions: deliveryView.shape.actions,
    })
    .nullable(),
})
export type MessageView = z.infer<typeof messageView>

export const conversationView = conversationSummary.extend({
  /** Our own post it answers, if it does. */
  post: z.object({ id: id.nullable(), text: z.string(), url: z.string().nullable() }).nullable(),
  thread: z.array(messageView),
  replyMax: z.number().nullable(),
  /** Where it has to be answered instead, in the reader's language; null where it can be answered from here. */
  answeredThere: z.string().nullable(),
  /** Why it cannot be answered now, in the reader's language, as far as it is known before anything is sent; else null. */
  cannotReply: z.string().nullable(),
  /** Whether its visitor was blocked and can write no more; null where that cannot be done. */
  blocked: z.boolean().nullable(),
})
export type ConversationView = z.infer<typeof conversationView>

export const conversationsQuery = pageQuery.extend({
  state: z.enum(['open', 'resolved', 'all']).default('open'),
  channelId: id.optional(),
  kind: z.enum(['comment', 'mention', 'message']).optional(),
})

export const replyInput = z.object({
  // As long as the parts of a thread may be: the network's own limit, often above 5,000, is told by its sentence.
  text: z.string().trim().min(1).max(20_000),
  resolve: z.boolean().default(false),
  /** The message that it answers, as it is named in the conversation; the last thing said there when none is named. */
  answers: id.optional(),
})
export const conversationChanges = z.object({
  state: z.enum(['open', 'resolved']).optional(),
  unread: z.boolean().optional(),
  assignedTo: id.nullable().optional(),
  blocked: z.boolean().optional(),
})

export const mentionAnswerInput = z.object({ channelId: id })
export const mentionAnswer = z.object({ conversationId: id })
export type MentionAnswer = z.infer<typeof mentionAnswer>
