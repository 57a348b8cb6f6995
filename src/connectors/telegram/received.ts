import { z } from 'zod'
import type { Author, Inbound } from '#connectors/_contract/connector.ts'
import type { Settings } from './account.ts'
import { addressOf, chatSchema, remoteIdOf } from './message.ts'

const userSchema = z.object({
  id: z.number(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
})

const repliedSchema = z.object({
  message_id: z.number(),
  from: userSchema.optional(),
  is_automatic_forward: z.boolean().optional(),
  forward_origin: z
    .object({ chat: chatSchema.optional(), message_id: z.number().optional() })
    .optional(),
})

/** What we use of a Message that came in (core.telegram.org/bots/api#message, read 2026-11-25). */
export const receivedSchema = z.object({
  message_id: z.number(),
  message_thread_id: z.number().optional(),
  date: z.number(),
  chat: chatSchema,
  from: userSchema.optional(),
  sender_chat: chatSchema.optional(),
  is_automatic_forward: z.boolean().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.unknown().optional(),
  video: z.unknown().optional(),
  voice: z.unknown().optional(),
  document: z.unknown().optional(),
  sticker: z.object({ emoji: z.string().optional() }).optional(),
  reply_to_message: repliedSchema.optional(),
})

type Received = z.infer<typeof receivedSchema>

/** What somebody said to us or under one of our posts; null for all else that is said in a group. */
export function inboundOf(message: Received, settings: Settings, botId: string): Inbound | null {
  const author = authorOf(message)
  const text = wordsOf(message)
  if (!author || text === '' || text === '/start' || isOurs(message, settings)) return null
  const kind = kindOf(message, settings, botId)
  if (!kind) return null
  const { chat, message_id, date } = message
  return {
    remoteId: remoteIdOf(chat.id, message_id),
    kind,
    threadId: threadOf(message),
    inReplyTo: answered(message, botId),
    author,
    text,
    url: addressOf(settings, chat, message_id),
    at: new Date(date * 1000),
  }
}

/** The copy of a post in its discussion group, or somebody who speaks for the channel or the group itself. */
function isOurs({ is_automatic_forward, sender_chat }: Received, settings: Settings): boolean {
  const ours = [settings.chatId, settings.discussionId]
  return (
    is_automatic_forward === true || (sender_chat !== undefined && ours.includes(sender_chat.id))
  )
}

function kindOf(message: Received, settings: Settings, botId: string): Inbound['kind'] | null {
  const { chat, message_thread_id } = message
  if (chat.type === 'private') return 'message'
  if (answered(message, botId)) return 'comment'
  // An answer to another comment, under one of our posts.
  const isUnderPost = chat.id === settings.discussionId && message_thread_id !== undefined
  if (isUnderPost) return 'comment'
  const name = `@${settings.botUsername}`.toLowerCase()
  return wordsOf(message).toLowerCase().includes(name) ? 'mention' : null
}

/** Our post or message that this one answers: a comment answers the copy of a post in the discussion group. */
function answered({ chat, reply_to_message: replied }: Received, botId: string) {
  const origin = replied?.forward_origin
  if (replied?.is_automatic_forward && origin?.chat && origin.message_id !== undefined) {
    return remoteIdOf(origin.chat.id, origin.message_id)
  }
  return String(replied?.from?.id) === botId && replied
    ? remoteIdOf(chat.id, replied.message_id)
    : undefined
}

function threadOf({ chat, message_thread_id, reply_to_message, message_id }: Received): string {
  if (chat.type === 'private') return String(chat.id)
  return remoteIdOf(chat.id, message_thread_id ?? reply_to_message?.message_id ?? message_id)
}

function authorOf({ from, sender_chat }: Received): Author | null {
  // Somebody who writes in the name of their own channel.
  const { id, title, username } = sender_chat ?? {}
  const profileUrl = (name: string | undefined) => (name ? `https://t.me/${name}` : undefined)
  if (id !== undefined && title) {
    return {
      remoteId: String(id),
      handle: username ?? title,
      name: title,
      profileUrl: profileUrl(username),
    }
  }
  if (!from || from.is_bot) return null
  const name = [from.first_name, from.last_name].filter(Boolean).join(' ')
  return {
    remoteId: String(from.id),
    handle: from.username ?? name,
    name,
    profileUrl: profileUrl(from.username),
  }
}

/** Words, or a sign for what was sent without any. */
function wordsOf({ text, caption, photo, video, voice, document, sticker }: Received): string {
  const words = text ?? caption ?? ''
  if (words !== '') return words
  if (sticker) return sticker.emoji ?? '🏷️'
  if (photo !== undefined) return '📷'
  if (video !== undefined) return '🎬'
  if (voice !== undefined) return '🎤'
  return document === undefined ? '' : '📎'
}
