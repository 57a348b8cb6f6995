import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import { type Body, contentOf, invalid, json, pollIn } from '#connectors/_discord/double.ts'
import { numberAt } from '#connectors/_discord/message.ts'
import type { Clock } from '#platform/clock.ts'

/*
 * No Discord can run here: answers follow docs.discord.com/developers/resources/{webhook,message,poll} and the shapes
 * of its OpenAPI description, refusals …/topics/opcodes-and-status-codes (read 2026-11-26).
 */

const id = '90050'
const token = 'aZ09_-'.repeat(11)
export const address = `https://discord.com/api/webhooks/${id}/${token}`

const webhook = {
  id,
  type: 1,
  name: 'Atelier Morel',
  avatar: 'b2',
  application_id: null,
  channel_id: '90020',
  guild_id: '90010',
}

interface Message extends Body {
  id: string
  content: string
  reactions: { count: number }[]
  attachments: { description?: string }[]
}

/** One webhook of one channel. */
export function webhookDouble(clock: Clock): NetworkDouble {
  const messages: Message[] = []
  const base = `/api/v10/webhooks/${id}/${token}`
  let made = 0n

  function post(url: URL, init: FetchInit): Response {
    const given = contentOf(init)
    const content = String(given['content'] ?? '')
    if (content.length > 2000) return invalid('content')
    const poll = pollIn(given, clock)
    const message: Message = {
      id: String(BigInt(numberAt(clock.now())) + ++made),
      type: 0,
      channel_id: webhook.channel_id,
      webhook_id: id,
      author: { id, username: webhook.name, bot: true },
      content,
      timestamp: clock.now().toISOString(),
      mentions: [],
      reactions: [],
      attachments: (given['attachments'] as Message['attachments'] | undefined) ?? [],
      ...(poll ? { poll } : {}),
    }
    messages.push(message)
    return url.searchParams.get('wait') === 'true'
      ? json(message)
      : new Response(null, { status: 204 })
  }

  function one(messageId: string, method: string): Response {
    const message = messages.find((other) => other.id === messageId)
    if (!message) return json({ message: 'Unknown Message', code: 10_008 }, 404)
    if (method !== 'DELETE') return json(message)
    messages.splice(messages.indexOf(message), 1)
    return new Response(null, { status: 204 })
  }

  function answer(url: URL, init: FetchInit): Response {
    const { pathname } = url
    const method = init.method ?? 'GET'
    if (pathname === base) return method === 'POST' ? post(url, init) : json(webhook)
    const [, messageId] = /\/messages\/(\d+)$/.exec(pathname) ?? []
    if (messageId && pathname.startsWith(`${base}/`)) return one(messageId, method)
    return json({ message: 'Unknown Webhook', code: 10_015 }, 404)
  }

  return {
    async fetch(asked, init = {}) {
      const said = answer(new URL(asked), init)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () =>
      messages.map((message) => ({
        remoteId: message.id,
        text: message.content,
        alts: message.attachments.map(({ description }) => description ?? ''),
      })),
    like(remoteId) {
      messages.find((message) => message.id === remoteId)?.reactions.push({ count: 1 })
    },
  }
}
