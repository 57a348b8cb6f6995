import { z } from 'zod'
import type { Account, Published } from '#connectors/_contract/connector.ts'
import { type Settings, settingsOf } from './account.ts'

export const chatSchema = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
})

/** What we use of a Message we sent (core.telegram.org/bots/api#message, read 2026-11-25). */
export const sentSchema = z.object({
  message_id: z.number(),
  date: z.number(),
  chat: chatSchema,
})

export type Sent = z.infer<typeof sentSchema>

/** A message has its number within its chat: both name it. */
export const remoteIdOf = (chatId: number, messageId: number) => `${chatId}/${messageId}`

/** The chat and the number in a remote id. @throws Error for what is none of ours */
export function placeOf(remoteId: string): { chatId: number; messageId: number } {
  const [, chat, message] = /^(-?\d+)\/(\d+)$/.exec(remoteId) ?? []
  if (chat === undefined || message === undefined) throw new Error(`no message: ${remoteId}`)
  return { chatId: Number(chat), messageId: Number(message) }
}

/** @param messages all that were sent: the pictures of an album are one message each */
export function publishedOf(
  account: Account,
  messages: [Sent, ...Sent[]],
  more: Record<string, unknown> = {},
): Published {
  const [first] = messages
  return {
    remoteId: remoteIdOf(first.chat.id, first.message_id),
    url: addressOf(settingsOf(account), first.chat, first.message_id),
    publishedAt: new Date(first.date * 1000),
    data: { messageIds: messages.map((message) => message.message_id), ...more },
  }
}

/** Where people see a message; what was said to one person only has no address, and the bot's own stands for it. */
export function addressOf(
  { botUsername }: Pick<Settings, 'botUsername'>,
  { id, type, username }: Pick<z.infer<typeof chatSchema>, 'id' | 'type' | 'username'>,
  messageId: number,
): string {
  if (type !== 'private' && username) return `https://t.me/${username}/${messageId}`
  const inner = privateNumber(id)
  return inner === null ? `https://t.me/${botUsername}` : `https://t.me/c/${inner}/${messageId}`
}

/** Channels and supergroups are numbered −100… in the Bot API, and without it in addresses. */
function privateNumber(chatId: number): string | null {
  return /^-100(\d+)$/.exec(String(chatId))?.[1] ?? null
}

/** The remote id in the address of a message of this account, as a person copied it. */
export function idIn(account: Pick<Account, 'settings'>, url: URL): string | null {
  if (!/^(?:www\.)?(?:t|telegram)\.me$/.test(url.hostname)) return null
  const { chatId, username } = settingsOf(account)
  const parts = url.pathname.split('/').filter((part) => part !== '' && part !== 's')
  const number = parts.at(-1) ?? ''
  if (!/^\d+$/.test(number)) return null
  const isPublic = parts[0]?.toLowerCase() === username?.toLowerCase()
  const isPrivate = parts[0] === 'c' && parts[1] === privateNumber(chatId)
  return isPublic || isPrivate ? remoteIdOf(chatId, Number(number)) : null
}
