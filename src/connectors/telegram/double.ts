import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

/*
 * No Bot API server can run here: answers follow core.telegram.org/bots/api (Message, Update, Chat,
 * ResponseParameters: read 2026-11-25), refusals the words that many public programs quote.
 */

export const token = '42:AAE-of-morel'
const bot = { id: 42, is_bot: true, first_name: 'Vigie de Morel', username: 'morel_vigie_bot' }
const channel = {
  id: -1001111111111,
  type: 'channel',
  title: 'Atelier Morel',
  username: 'atelier_morel',
}
const discussion = { id: -1002222222222, type: 'supergroup', title: 'On en parle' }
const yanis = { id: 7, is_bot: false, first_name: 'Yanis', last_name: 'B.', username: 'yanis_b' }
const withYanis = { id: 7, type: 'private', first_name: 'Yanis', username: 'yanis_b' }
/** The group that `-55` has become. */
const moved = { from: -55, to: discussion.id }

type Body = Record<string, unknown>

interface Message extends Body {
  message_id: number
  chat: { id: number }
  text: string
  replyTo?: string
}

/** Telegram in memory, with one channel, its discussion group, and a person who writes. */
export function telegramDouble(clock: Clock): NetworkDouble {
  const messages: Message[] = []
  const updates: { update_id: number; message?: Body; my_chat_member?: Body }[] = []
  let made = 100
  const chats: Body[] = [{ ...channel, linked_chat_id: discussion.id }, discussion, withYanis]
  const seconds = () => Math.floor(clock.now().getTime() / 1000)
  const update = (more: Body) => updates.push({ update_id: 7000 + ++made, ...more })
  update({
    my_chat_member: {
      chat: channel,
      from: yanis,
      date: seconds(),
      new_chat_member: { status: 'administrator', user: bot },
    },
  })

  const methods: Record<string, (params: Body) => Response> = {
    getMe: () => ok(bot),
    getWebhookInfo: () => ok({ url: '', pending_update_count: updates.length }),
    getChat: (params) => ok(chatOf(params)),
    getChatMember: () => ok({ status: 'administrator', user: bot, can_post_messages: true }),
    getChatMemberCount: () => ok(230),
    getUpdates: (params) => {
      const offset = Number(params['offset'] ?? 0)
      const kept = updates.filter(({ update_id }) => update_id >= offset)
      updates.splice(0, updates.length, ...kept)
      return ok(kept.slice(0, Number(params['limit'] ?? 100)))
    },
    sendMessage: (params) => ok(send(params, { text: params['text'] })),
    sendPhoto: (params) => ok(send(params, { caption: params['caption'], photo: [{}] })),
    sendVideo: (params) => ok(send(params, { caption: params['caption'], video: {} })),
    sendMediaGroup: (params) => {
      const media = params['media'] as { caption?: string }[]
      return ok(
        media.map(({ caption }) => send(params, { caption, photo: [{}], media_group_id: '9' })),
      )
    },
    sendPoll: (params) => {
      const options = (params['options'] as { text: string }[]).map(({ text }) => ({
        text,
        voter_count: 0,
      }))
      return ok(send(params, { poll: { question: params['question'], options, is_closed: false } }))
    },
    stopPoll: (params) => {
      const poll = find(params)?.['poll'] as (Body & { is_closed: boolean }) | undefined
      if (!poll) return no(400, 'Bad Request: message with poll to stop not found')
      if (poll.is_closed) return no(400, 'Bad Request: poll has already been closed')
      poll.is_closed = true
      return ok(poll)
    },
    deleteMessage: (params) => {
      const message = find(params)
      if (!message) return no(400, 'Bad Request: message to delete not found')
      messages.splice(messages.indexOf(message), 1)
      return ok(true)
    },
  }

  const chatOf = ({ chat_id }: Body) =>
    chats.find(({ id, username }) => id === chat_id || `@${String(username)}` === chat_id)

  const find = ({ chat_id, message_id }: Body) =>
    messages.find((one) => one.chat.id === chat_id && one.message_id === message_id)

  function send(params: Body, content: Body): Body {
    const chat = chatOf(params) as { id: number }
    const reply = params['reply_parameters'] as { message_id: number } | undefined
    const message: Message = {
      message_id: ++made,
      date: seconds(),
      chat,
      ...content,
      text: String(
        content['text'] ?? content['caption'] ?? (content['poll'] ? params['question'] : ''),
      ),
      ...(reply ? { replyTo: `${chat.id}/${reply.message_id}` } : {}),
    }
    messages.push(message)
    return message
  }

  /** A comment answers the copy of the post in the discussion group; without a post, it is said to the bot alone. */
  function speak(text: string, about: string | null): string {
    const base = { message_id: ++made, from: yanis, date: seconds(), text }
    if (about === null) {
      update({ message: { ...base, chat: withYanis } })
      return `${withYanis.id}/${base.message_id}`
    }
    const number = Number(about.split('/')[1])
    const reply_to_message = {
      message_id: number + 5000,
      date: seconds(),
      chat: discussion,
      from: { id: 777000, is_bot: false, first_name: 'Telegram' },
      sender_chat: channel,
      is_automatic_forward: true,
      forward_origin: { type: 'channel', date: seconds(), chat: channel, message_id: number },
    }
    const thread = { message_thread_id: number + 5000, reply_to_message }
    update({ message: { ...base, chat: discussion, ...thread } })
    return `${discussion.id}/${base.message_id}`
  }

  return {
    async fetch(address, init = {}) {
      const [, key = '', method = ''] =
        /^\/bot([^/]+)\/(\w+)$/.exec(new URL(address).pathname) ?? []
      if (key !== token) return no(401, 'Unauthorized')
      const params = paramsOf(init)
      if (params['chat_id'] === moved.from) {
        const description = 'Bad Request: group chat was upgraded to a supergroup chat'
        return no(400, description, { migrate_to_chat_id: moved.to })
      }
      if ('chat_id' in params && !chatOf(params)) return no(400, 'Bad Request: chat not found')
      return methods[method]?.(params) ?? no(404, 'Not Found')
    },
    published: () => seen(messages),
    speak,
  }
}

/** Parameters come as JSON, or as a form whose values are JSON where they are no words. */
function paramsOf({ body }: FetchInit): Body {
  if (typeof body === 'string') return JSON.parse(body) as Body
  if (!(body instanceof FormData)) return {}
  const words = new Set(['caption', 'cover'])
  const fields = [...body].filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(
    fields.map(([name, value]) => [name, words.has(name) ? value : JSON.parse(String(value))]),
  )
}

const ok = (result: unknown) => json(200, { ok: true, result })

const no = (code: number, description: string, parameters?: Body) =>
  json(code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) })

const json = (status: number, body: Body) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** An album is one post to whoever reads. */
function seen(messages: Message[]): SeenPost[] {
  const posts: SeenPost[] = []
  let album: SeenPost | undefined
  for (const { chat, message_id, text, replyTo, photo, video, media_group_id } of messages) {
    if (media_group_id && album) {
      album.alts.push('')
      continue
    }
    const alts = photo || video ? [''] : []
    const post = {
      remoteId: `${chat.id}/${message_id}`,
      text,
      alts,
      ...(replyTo ? { replyTo } : {}),
    }
    album = media_group_id ? post : undefined
    posts.push(post)
  }
  return posts
}
