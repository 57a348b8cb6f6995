import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import { type Body, contentOf, invalid, json, pollIn } from '#connectors/_discord/double.ts'
import { numberAt } from '#connectors/_discord/message.ts'

/*
 * No Discord can run here: answers follow docs.discord.com/developers/resources/{message,poll,channel,guild} and the
 * shapes of its OpenAPI description, refusals …/topics/opcodes-and-status-codes (read 2026-11-25).
 */

export const token = 'MTA.bot-of.morel'
const guild = { id: '90010', name: 'Atelier Morel', icon: null, approximate_member_count: 230 }
const channel = { id: '90020', type: 0, name: 'annonces', guild_id: guild.id }
const bot = { id: '90030', username: 'vigie', bot: true }
const yanis = { id: '90040', username: 'yanis_b', global_name: 'Yanis', avatar: 'a1' }

interface Message extends Body {
  id: string
  author: { id: string }
  content: string
  reactions: { count: number }[]
  attachments: { description?: string }[]
  message_reference?: { message_id: string }
}

/** One channel of a server, with a person who writes in it. */
export function discordDouble(clock: Clock): NetworkDouble {
  const messages: Message[] = []
  const byNonce = new Map<string, Message>()
  const base = `/api/v10/channels/${channel.id}`
  let made = 0n

  function add(author: Message['author'], content: string, more: Body = {}): Message {
    const message = {
      id: String(BigInt(numberAt(clock.now())) + ++made),
      type: more['message_reference'] ? 19 : 0,
      channel_id: channel.id,
      author,
      content,
      timestamp: clock.now().toISOString(),
      mentions: [],
      reactions: [],
      attachments: [],
      ...more,
    }
    messages.push(message)
    return message
  }

  function post(init: FetchInit): Response {
    const given = contentOf(init)
    const known = byNonce.get(String(given['nonce']))
    if (known && given['enforce_nonce'] === true) return json(shown(known))
    const content = String(given['content'] ?? '')
    if (content.length > 2000) return invalid('content')
    const reference = given['message_reference'] as { message_id: string } | undefined
    if (reference && !find(reference.message_id)) return invalid('message_reference')
    const poll = pollIn(given, clock)
    const message = add(bot, content, {
      attachments: given['attachments'] ?? [],
      ...(reference ? { message_reference: reference } : {}),
      ...(poll ? { poll } : {}),
    })
    byNonce.set(String(given['nonce']), message)
    return json(shown(message))
  }

  const find = (id: string | undefined) => messages.find((message) => message.id === id)

  function shown(message: Message): Body {
    const referenced = find(message.message_reference?.message_id)
    return referenced ? { ...message, referenced_message: referenced } : message
  }

  function list({ searchParams }: URL): Response {
    const before = BigInt(searchParams.get('before') ?? '9'.repeat(20))
    const limit = Number(searchParams.get('limit') ?? 50)
    const newestFirst = messages.toReversed().filter(({ id }) => BigInt(id) < before)
    return json(newestFirst.slice(0, limit).map(shown))
  }

  function one(id: string, method: string): Response {
    const message = find(id)
    if (!message) return json({ message: 'Unknown Message', code: 10_008 }, 404)
    if (method !== 'DELETE') return json(shown(message))
    messages.splice(messages.indexOf(message), 1)
    return new Response(null, { status: 204 })
  }

  function answer(url: URL, init: FetchInit): Response {
    const { pathname } = url
    const method = init.method ?? 'GET'
    if (pathname === '/api/v10/users/@me') return json(bot)
    if (pathname === `/api/v10/guilds/${guild.id}`) return json(guild)
    if (pathname === base) return json({ ...channel, last_message_id: messages.at(-1)?.id ?? null })
    if (pathname === `${base}/messages`) return method === 'POST' ? post(init) : list(url)
    const [, id] = /\/messages\/(\d+)$/.exec(pathname) ?? []
    return id ? one(id, method) : json({ message: 'Missing Access', code: 50_001 }, 403)
  }

  return {
    async fetch(address, init = {}) {
      const allowed = init.headers?.['authorization'] === `Bot ${token}`
      const said = allowed
        ? answer(new URL(address), init)
        : json({ message: '401: Unauthorized', code: 0 }, 401)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () =>
      messages
        .filter(({ author }) => author.id === bot.id)
        .map(({ id, content, attachments, message_reference }) => ({
          remoteId: id,
          text: content,
          alts: attachments.map(({ description }) => description ?? ''),
          ...(message_reference ? { replyTo: message_reference.message_id } : {}),
        })),
    speak(text, about) {
      if (about === null) return add(yanis, `<@${bot.id}> ${text}`, { mentions: [bot] }).id
      return add(yanis, text, { message_reference: { message_id: about } }).id
    },
    like(remoteId) {
      find(remoteId)?.reactions.push({ count: 1 })
    },
  }
}
