import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { settingsOf, tokenOf } from './account.ts'
import { call } from './bot-api.ts'
import { findChat } from './find-chat.ts'
import { addressOf, chatSchema } from './message.ts'

export const connect: Connect = { withCredentials, check }

const botSchema = z.object({ id: z.number(), username: z.string() })

const fullChatSchema = chatSchema.extend({ linked_chat_id: z.number().optional() })

type Bot = z.infer<typeof botSchema>

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const token = fields['token']?.trim() ?? ''
  if (!/^\d+:[\w-]+$/.test(token)) return rejected('token', wrongToken)
  const bot = await call(tools, token, { method: 'getMe' }, botSchema)
  if (!bot.ok) return bot.failure.kind === 'auth' ? rejected('token', wrongToken) : bot
  const busy = await isBusy(tools, token)
  if (!busy.ok) return busy
  if (busy.value) return rejected('token', servesAnother)
  const chat = await findChat(tools, token, fields['chat']?.trim() ?? '')
  return chat.ok ? describe(tools, token, bot.value, chat.value) : chat
}

/** The messages of a bot that has a webhook go there: taking them would break the program behind it. */
async function isBusy(tools: Tools, token: string): Promise<Outcome<boolean>> {
  const schema = z.object({ url: z.string().default('') })
  const webhook = await call(tools, token, { method: 'getWebhookInfo' }, schema)
  return webhook.ok ? done(webhook.value.url !== '') : webhook
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const token = tokenOf(account)
  const bot = await call(tools, token, { method: 'getMe' }, botSchema)
  return bot.ok ? describe(tools, token, bot.value, settingsOf(account).chatId) : bot
}

/** The account is the bot: a group that becomes a supergroup changes its number, a bot never does. */
async function describe(
  tools: Tools,
  token: string,
  bot: Bot,
  chat: number | string,
): Promise<Outcome<Connected>> {
  const asked = { method: 'getChat', params: { chat_id: chat } }
  const found = await call(tools, token, asked, fullChatSchema)
  if (!found.ok) return found
  const { id, type, title, username, linked_chat_id } = found.value
  if (type === 'private') return rejected('chat', notAPerson)
  const allowed = await mayPost(tools, token, { bot, id, type })
  if (!allowed.ok) return allowed
  const settings = {
    chatId: id,
    username,
    botUsername: bot.username,
    // Of a group, it is the channel that it discusses: nothing to read there.
    discussionId: type === 'channel' ? linked_chat_id : undefined,
  }
  const name = title ?? username ?? bot.username
  return done({
    account: { remoteId: String(bot.id), handle: username ?? name, settings, secrets: { token } },
    displayName: name,
    profileUrl: username ? `https://t.me/${username}` : addressOf(settings, { id, type }, 1),
  })
}

const memberSchema = z.object({
  status: z.string(),
  can_post_messages: z.boolean().optional(),
  can_send_messages: z.boolean().optional(),
})

async function mayPost(
  tools: Tools,
  token: string,
  { bot, id, type }: { bot: Bot; id: number; type: string },
): Promise<Outcome<null>> {
  const asked = { method: 'getChatMember', params: { chat_id: id, user_id: bot.id } }
  const member = await call(tools, token, asked, memberSchema)
  if (!member.ok) return member
  const { status, can_post_messages, can_send_messages } = member.value
  const isOut = status === 'left' || status === 'kicked'
  const isMute =
    type === 'channel'
      ? status !== 'administrator' || can_post_messages === false
      : can_send_messages === false
  if (!isOut && !isMute) return done(null)
  const detail = `the bot is “${status}” there`
  return failed({ kind: 'rejected', field: 'chat', reason: mayNotPost, detail })
}

const wrongToken = {
  en: 'Telegram knows no bot with this token. Copy it again from @BotFather, whole: figures, a colon, letters.',
  fr: 'Telegram ne connaît pas de bot avec ce jeton. Copiez-le de nouveau depuis @BotFather, en entier : des chiffres, un deux-points, des lettres.',
}

const servesAnother = {
  en: 'This bot already sends its messages to another program. Make a new one for Vigie with @BotFather.',
  fr: 'Ce bot envoie déjà ses messages à un autre programme. Créez-en un nouveau pour Vigie avec @BotFather.',
}

const notAPerson = {
  en: 'This is a person, not a channel or a group.',
  fr: 'C’est une personne, pas un canal ni un groupe.',
}

const mayNotPost = {
  en: 'The bot may not post there. In Telegram, open the channel or group, Administrators, Add Admin, choose the bot and leave “Post Messages” on.',
  fr: 'Le bot n’a pas le droit d’y publier. Dans Telegram, ouvrez le canal ou le groupe, Administrateurs, Ajouter un administrateur, choisissez le bot et laissez « Publier des messages » activé.',
}
